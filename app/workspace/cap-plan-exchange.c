/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-plan-exchange.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-file.h"
#include "exchange/cap-plan-csv.h"
#include "exchange/cap-plan-ics.h"
#include "exchange/cap-plan-xlsx.h"
#include "exchange/cap-verify.h"

#define MAX_SIZE (64 * 1024 * 1024)

/* What one of the operations takes to its thread: values, which nobody changes. */
typedef struct
{
  CapDossier    *dossier;
  CapPlanFormat  format;
  char          *path;
  char          *today;
  gint64         now;
  CapActionsCsv *csv;
  int            columns[CAP_N_ACTION_FIELDS];
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->dossier, cap_dossier_unref);
  g_clear_pointer (&job->csv, cap_actions_csv_unref);
  g_free (job->path);
  g_free (job->today);
  g_free (job);
}

static Job *
make_job (CapWorkspace *self,
          const char   *path)
{
  Job *job = g_new0 (Job, 1);

  job->dossier = cap_dossier_ref (cap_workspace_get_dossier (self));
  job->path = g_strdup (path);
  job->today = cap_workspace_dup_today (self);
  job->now = cap_date_get_now ();

  return job;
}

/* Takes @job. */
static void
run_job (CapWorkspace        *self,
         Job                 *job,
         GTaskThreadFunc      run,
         gpointer             tag,
         GCancellable        *cancellable,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, run);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_plan (const Job          *job,
            CapFileVerifyFunc  *verify,
            GError            **error)
{
  switch (job->format)
    {
    case CAP_PLAN_FORMAT_XLSX:
      return cap_plan_xlsx_write (job->dossier, job->today, error);

    case CAP_PLAN_FORMAT_ICS:
    case CAP_PLAN_FORMAT_ICS_TODO:
      *verify = cap_verify_ics;
      return take_text (cap_plan_ics_write (job->dossier, job->now, job->format == CAP_PLAN_FORMAT_ICS_TODO));

    case CAP_PLAN_FORMAT_CSV:
    default:
      *verify = cap_verify_csv;
      return take_text (cap_plan_csv_write (job->dossier));
    }
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  CapFileVerifyFunc verify = NULL;
  GError *error = NULL;
  g_autoptr(GBytes) content = write_plan (job, &verify, &error);

  if (content != NULL && cap_file_write (job->path, content, verify, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static const char *
get_extension (CapPlanFormat format)
{
  switch (format)
    {
    case CAP_PLAN_FORMAT_XLSX:
      return "xlsx";

    case CAP_PLAN_FORMAT_ICS:
    case CAP_PLAN_FORMAT_ICS_TODO:
      return "ics";

    case CAP_PLAN_FORMAT_CSV:
    default:
      return "csv";
    }
}

char *
cap_workspace_dup_plan_name (CapWorkspace  *self,
                             CapPlanFormat  format)
{
  g_autofree char *today = NULL;
  char *name;

  g_return_val_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL, NULL);

  today = cap_workspace_dup_today (self);
  /* Translators: the name of a file: the structure, a date, the extension */
  name = g_strdup_printf (_("%1$s – Progress plan %2$s.%3$s"), cap_workspace_get_dossier (self)->member->name,
                          today, get_extension (format));

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

void
cap_workspace_export_plan_async (CapWorkspace        *self,
                                 CapPlanFormat        format,
                                 const char          *path,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL && path != NULL);

  job = make_job (self, path);
  job->format = format;
  run_job (self, job, export_in_thread, cap_workspace_export_plan_async, cancellable, callback, user_data);
}

gboolean
cap_workspace_export_plan_finish (CapWorkspace  *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GBytes) bytes = NULL;
  CapActionsCsv *csv;
  GStatBuf info;
  char *content;
  gsize size;

  if (g_stat (job->path, &info) == 0 && info.st_size > MAX_SIZE)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("this file is too big"));
      return;
    }
  if (!g_file_get_contents (job->path, &content, &size, NULL))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("this file cannot be read"));
      return;
    }

  bytes = g_bytes_new_take (content, size);
  csv = cap_actions_csv_new (bytes, name, &faults);
  if (csv != NULL)
    {
      g_task_return_pointer (task, csv, (GDestroyNotify) cap_actions_csv_unref);
    }
  else
    {
      g_autofree char *told = NULL;

      g_ptr_array_add (faults, NULL);
      told = g_strjoinv ("\n", (GStrv) faults->pdata);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", told);
    }
}

void
cap_workspace_read_actions_async (CapWorkspace        *self,
                                  const char          *path,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL && path != NULL);

  run_job (self, make_job (self, path), read_in_thread, cap_workspace_read_actions_async, cancellable,
           callback, user_data);
}

CapActionsCsv *
cap_workspace_read_actions_finish (CapWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
preview_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, cap_actions_csv_preview (job->csv, job->columns, job->dossier, job->today),
                         (GDestroyNotify) cap_actions_preview_free);
}

/**
 * cap_workspace_preview_actions_async:
 * @columns: (array fixed-size=32): by #CapActionField
 */
void
cap_workspace_preview_actions_async (CapWorkspace        *self,
                                     CapActionsCsv       *csv,
                                     const int           *columns,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL);
  g_return_if_fail (csv != NULL && columns != NULL);

  job = make_job (self, NULL);
  job->csv = cap_actions_csv_ref (csv);
  memcpy (job->columns, columns, sizeof job->columns);
  run_job (self, job, preview_in_thread, cap_workspace_preview_actions_async, cancellable, callback,
           user_data);
}

CapActionsPreview *
cap_workspace_preview_actions_finish (CapWorkspace  *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
