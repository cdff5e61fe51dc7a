/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-private.h"

#include "base/cap-date.h"
#include "workspace/cap-library.h"

/* What a workspace does with frameworks: reading them takes more than a frame,
 * so each of these is a task in a thread, on values. */

static void
list_choices (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  g_autoptr(GPtrArray) ids = cap_library_list_ids (entries);
  g_autofree char *today = cap_date_dup_today ();
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_framework_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      CapFramework *framework = cap_library_find_newest (entries, g_ptr_array_index (ids, i), today, NULL);

      g_ptr_array_add (choices, cap_framework_ref (framework));
    }

  g_task_return_pointer (task, choices, (GDestroyNotify) g_ptr_array_unref);
}

void
cap_workspace_list_choices_async (CapWorkspace        *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CAP_IS_WORKSPACE (self));

  g_task_set_source_tag (task, cap_workspace_list_choices_async);
  g_task_run_in_thread (task, list_choices);
}

GPtrArray *
cap_workspace_list_choices_finish (CapWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A snapshot and what is asked of it. */
typedef struct
{
  CapDossier    *dossier;
  CapFramework  *framework;
  CapMode        mode;
  CapPath        path;
  CapAdaptation *adaptation;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->adaptation, cap_adaptation_free);
  cap_framework_unref (job->framework);
  cap_dossier_unref (job->dossier);
  g_free (job);
}

static Job *
new_job (CapWorkspace *self,
         CapFramework *framework)
{
  Job *job = g_new0 (Job, 1);

  job->dossier = cap_dossier_ref (self->dossier);
  job->framework = cap_framework_ref (framework);

  return job;
}

static void
prepare_start (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  CapEvaluationStart *start;

  start = cap_evaluation_start_new (job->dossier, job->framework, job->mode, job->path, &error);
  if (start != NULL)
    g_task_return_pointer (task, start, (GDestroyNotify) cap_evaluation_start_free);
  else
    g_task_return_error (task, error);
}

/**
 * cap_workspace_prepare_start_async:
 *
 * Finds what a new evaluation of the open dossier would be made of. Nothing
 * changes: the result points into the dossier of this moment.
 */
void
cap_workspace_prepare_start_async (CapWorkspace        *self,
                                   CapFramework        *framework,
                                   CapMode              mode,
                                   CapPath              path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->dossier != NULL && framework != NULL);

  job = new_job (self, framework);
  job->mode = mode;
  job->path = path;
  g_task_set_source_tag (task, cap_workspace_prepare_start_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, prepare_start);
}

CapEvaluationStart *
cap_workspace_prepare_start_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
adapt (GTask        *task,
       gpointer      source,
       gpointer      data,
       GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  CapCommand *command;

  command = cap_evaluation_adapt_command (cap_dossier_get_current (job->dossier), job->adaptation, &error);
  if (command != NULL)
    g_task_return_pointer (task, command, (GDestroyNotify) cap_command_free);
  else
    g_task_return_error (task, error);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
adapted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = CAP_WORKSPACE (source);
  GError *error = NULL;
  CapCommand *command = g_task_propagate_pointer (G_TASK (result), &error);

  if (command == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  cap_workspace_run_async (self, command, g_task_get_cancellable (task), ran_cb, g_object_ref (task));
}

/**
 * cap_workspace_adapt_async:
 * @adaptation: all that the structure changes, from now on
 *
 * One gesture, undone like any other. The answers to criteria of the structure
 * that are no longer there are emptied with it.
 */
void
cap_workspace_adapt_async (CapWorkspace         *self,
                           const CapAdaptation  *adaptation,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr(GTask) making = NULL;
  GTask *task;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->dossier != NULL && adaptation != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_adapt_async);
  making = g_task_new (self, cancellable, adapted_cb, task);
  job = new_job (self, cap_dossier_get_current (self->dossier)->framework);
  job->adaptation = cap_adaptation_copy (adaptation);
  g_task_set_task_data (making, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (making, adapt);
}

gboolean
cap_workspace_adapt_finish (CapWorkspace  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
