/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-votes-import.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "exchange/cap-votes-csv.h"

#define MAX_SIZE (64 * 1024 * 1024)

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

void
cap_votes_preview_free (CapVotesPreview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->command, cap_command_free);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

static void
count (CapVotesPreview     *preview,
       const CapEvaluation *evaluation)
{
  for (guint i = 0; preview->command != NULL && i < preview->command->edits->len; i++)
    {
      const CapBallot *ballot = ((const CapEdit *) g_ptr_array_index (preview->command->edits, i))->value;

      preview->n_respondents++;
      preview->n_votes += cap_ballot_count (ballot);
      preview->n_known += cap_evaluation_find_ballot (evaluation, ballot->respondent) != NULL ? 1 : 0;
    }
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
  CapVotesPreview *preview;
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
  preview = g_new0 (CapVotesPreview, 1);
  preview->command = cap_votes_csv_read (bytes, name, job->dossier, &preview->faults);
  count (preview, cap_dossier_get_current (job->dossier));
  g_task_return_pointer (task, preview, (GDestroyNotify) cap_votes_preview_free);
}

/**
 * cap_workspace_preview_votes_async:
 * @self: with a dossier open
 * @path: a CSV file: respondent, college, criterion, level
 */
void
cap_workspace_preview_votes_async (CapWorkspace        *self,
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
  g_task_set_source_tag (task, cap_workspace_preview_votes_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, preview_in_thread);
}

CapVotesPreview *
cap_workspace_preview_votes_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
