/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-register-exchange.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define MAX_SIZE (64 * 1024 * 1024)

/* What goes to the thread: values, which nobody changes. */
typedef struct
{
  CapDossier      *dossier;
  CapRegisterKind  kind;
  char            *path;
  char            *today;
} Job;

static void
free_job (Job *job)
{
  cap_dossier_unref (job->dossier);
  g_free (job->path);
  g_free (job->today);
  g_free (job);
}

static void
preview_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autoptr(GBytes) bytes = NULL;
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
  g_task_return_pointer (task, cap_register_csv_preview (bytes, name, job->kind, job->dossier, job->today),
                         (GDestroyNotify) cap_register_preview_free);
}

/**
 * cap_workspace_preview_register_async:
 * @self: with a dossier open
 * @path: a CSV file
 */
void
cap_workspace_preview_register_async (CapWorkspace        *self,
                                      CapRegisterKind      kind,
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
  job->kind = kind;
  job->path = g_strdup (path);
  job->today = cap_workspace_dup_today (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_preview_register_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, preview_in_thread);
}

CapRegisterPreview *
cap_workspace_preview_register_finish (CapWorkspace  *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
