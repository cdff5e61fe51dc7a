/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-readings-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-file.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-readings-csv.h"
#include "exchange/cap-readings-json.h"
#include "exchange/cap-verify.h"
#include "scoring/cap-reading-text.h"

/* What goes to the thread: values, which nobody changes. */
typedef struct
{
  CapDossier *dossier;
  char       *path;
} Job;

static void
free_job (Job *job)
{
  cap_dossier_unref (job->dossier);
  g_free (job->path);
  g_free (job);
}

gboolean
cap_readings_are_there (const CapFramework *framework)
{
  g_return_val_if_fail (framework != NULL, FALSE);

  return cap_reading_is_there (framework, CAP_READING_CSESS) ||
         cap_reading_is_there (framework, CAP_READING_ISO_26000);
}

static gboolean
is_json (const char *path)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, ".json");
}

/**
 * cap_readings_export:
 * @dossier: a dossier
 * @path: the file to write
 * @error: return location for a [error@Cap.ExchangeError] when there is nothing
 *   to write, or a [error@Cap.FileError]
 *
 * Returns: whether the file is written; what was there before still is when it
 *   fails
 */
gboolean
cap_readings_export (const CapDossier  *dossier,
                     const char        *path,
                     GError           **error)
{
  const CapEvaluation *evaluation;
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GBytes) content = NULL;
  gboolean as_json;
  char *text;

  g_return_val_if_fail (dossier != NULL && path != NULL, FALSE);

  evaluation = cap_dossier_get_current (dossier);
  if (!cap_readings_are_there (evaluation->framework))
    {
      g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                           _("The framework of this evaluation refers neither to the CSESS guide nor to ISO "
                             "26000."));
      return FALSE;
    }

  as_json = is_json (path);
  photograph = cap_photograph_new (evaluation, dossier->member);
  text = as_json ? cap_readings_json_write (evaluation, photograph) : cap_readings_csv_write (photograph);
  content = g_bytes_new_take (text, strlen (text));

  return cap_file_write (path, content, as_json ? cap_verify_json : cap_verify_csv, error);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;

  if (cap_readings_export (job->dossier, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cap_workspace_export_readings_async (CapWorkspace        *self,
                                     const char          *path,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL && path != NULL);

  job = g_new0 (Job, 1);
  job->dossier = cap_dossier_ref (cap_workspace_get_dossier (self));
  job->path = g_strdup (path);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_export_readings_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, export_in_thread);
}

gboolean
cap_workspace_export_readings_finish (CapWorkspace  *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
cap_workspace_dup_readings_name (CapWorkspace *self)
{
  g_autofree char *today = NULL;
  char *name;

  g_return_val_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL, NULL);

  today = cap_workspace_dup_today (self);
  name = g_strdup_printf ("%s – %s %s.csv", cap_workspace_get_dossier (self)->member->name,
                          cap_reading_kind_get_label (CAP_READING_CSESS), today);

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}
