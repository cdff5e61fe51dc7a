/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-store.h"

#include "store/cap-store-error-private.h"
#include "store/cap-store-work-private.h"

/**
 * CapStore:
 *
 * The asynchronous face of a [struct@Cap.DossierFile]: runs its functions one
 * at a time, in the order asked, on one thread. The file is never touched from
 * elsewhere; what crosses is a value.
 */
struct _CapStore
{
  GObject      parent_instance;

  GThreadPool *pool; /* exactly one thread, so a queue */
};

G_DEFINE_FINAL_TYPE (CapStore, cap_store, G_TYPE_OBJECT)

static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autoptr(GTask) task = G_TASK (data);
  g_autoptr(CapStoreOutcome) outcome = g_new0 (CapStoreOutcome, 1);
  const CapJob *job = g_task_get_task_data (task);
  CapWorker *worker = user_data;
  const gboolean last = job->last;
  GError *error = NULL;

  /* Once begun, a piece of work is done: its outcome is told, not that it was cancelled. */
  if (!g_task_return_error_if_cancelled (task))
    {
      g_task_set_check_cancellable (task, FALSE);
      if (cap_worker_do (worker, job, outcome, &error))
        g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) cap_store_outcome_free);
      else
        g_task_return_error (task, error);
    }

  if (last)
    g_free (worker);
}

void
cap_store_push (CapStore            *self,
                CapJob              *job,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data,
                gpointer             tag)
{
  /* Nobody waits for what has no callback; from dispose() a source object
   * would resurrect the store. */
  g_autoptr(GTask) task = g_task_new (callback != NULL ? self : NULL, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) cap_job_free);
  if (self->pool != NULL)
    {
      g_thread_pool_push (self->pool, g_object_ref (task), NULL);
      return;
    }

  /* It is being closed: what went on step by step ends here. */
  cap_store_error_set (&error, CAP_STORE_ERROR_NOT_FOUND, NULL);
  g_task_return_error (task, error);
}

static void
cap_store_dispose (GObject *object)
{
  CapStore *self = CAP_STORE (object);

  /* Never wait here: the last reference may be dropped by the worker itself. */
  if (self->pool != NULL)
    cap_store_close_async (self, NULL, NULL);

  G_OBJECT_CLASS (cap_store_parent_class)->dispose (object);
}

static void
cap_store_class_init (CapStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_store_dispose;
}

static void
cap_store_init (CapStore *self)
{
}

/**
 * cap_store_new:
 * @reader: reads the frameworks that dossiers hold; called on the worker thread
 * @guard: (nullable): what may be written in an auditor’s copy; called on the worker thread
 *
 * Returns: (transfer full): a store with no file open
 */
CapStore *
cap_store_new (CapFrameworkReader reader,
               CapCommandGuard    guard)
{
  CapStore *self;
  CapWorker *worker;

  g_return_val_if_fail (reader != NULL, NULL);

  worker = g_new0 (CapWorker, 1);
  worker->reader = reader;
  worker->guard = guard;

  self = g_object_new (CAP_TYPE_STORE, NULL);
  self->pool = g_thread_pool_new (run_job, worker, 1, TRUE, NULL);

  return self;
}

void
cap_store_open_async (CapStore            *self,
                      const char          *path,
                      CapFileAccess        access,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self) && path != NULL);

  job = cap_job_new (cap_work_open_file);
  job->path = g_strdup (path);
  job->access = access;
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_open_async);
}

/**
 * cap_store_create_async:
 * @command: (transfer full): what the new dossier starts with
 */
void
cap_store_create_async (CapStore            *self,
                        const char          *path,
                        CapCommand          *command,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self) && path != NULL && command != NULL);

  job = cap_job_new (cap_work_create_file);
  job->path = g_strdup (path);
  job->command = command;
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_create_async);
}

/**
 * cap_store_run_async:
 * @command: (transfer full): one gesture
 */
void
cap_store_run_async (CapStore            *self,
                     CapCommand          *command,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self) && command != NULL);

  job = cap_job_new (cap_work_run_command);
  job->command = command;
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_run_async);
}

void
cap_store_undo_async (CapStore            *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  cap_store_push (self, cap_job_new (cap_work_undo), NULL, callback, user_data, cap_store_undo_async);
}

void
cap_store_redo_async (CapStore            *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  cap_store_push (self, cap_job_new (cap_work_redo), NULL, callback, user_data, cap_store_redo_async);
}

/* What was changed of one action, and when. */
void
cap_store_list_changes_async (CapStore            *self,
                              const char          *action_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self) && action_id != NULL);

  job = cap_job_new (cap_work_list_changes);
  job->action_id = g_strdup (action_id);
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_list_changes_async);
}

/* The content of a file that is a piece of evidence. */
void
cap_store_read_content_async (CapStore            *self,
                              const char          *sha256,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self) && sha256 != NULL);

  job = cap_job_new (cap_work_read_content);
  job->sha256 = g_strdup (sha256);
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_read_content_async);
}

/**
 * cap_store_merge_async:
 * @path: of another copy of the dossier; only read
 *
 * See cap_dossier_file_merge().
 */
void
cap_store_merge_async (CapStore            *self,
                       const char          *path,
                       CapMergeChoice       choice,
                       const char * const  *exceptions,
                       gboolean             dry_run,
                       const char          *seen,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self) && path != NULL);

  job = cap_job_new (cap_work_merge);
  job->path = g_strdup (path);
  job->choice = choice;
  job->exceptions = g_strdupv ((char **) exceptions);
  job->dry_run = dry_run;
  job->seen = g_strdup (seen);
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_merge_async);
}

/* Does something else with the open file; @data is the caller’s, and is kept until the callback. */
void
cap_store_call_async (CapStore            *self,
                      CapStoreFunction     function,
                      gpointer             data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_call);

  job->function = function;
  job->data = data;
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_call_async);
}

void
cap_store_publish_async (CapStore            *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  cap_store_push (self, cap_job_new (cap_work_publish), NULL, callback, user_data, cap_store_publish_async);
}

void
cap_store_replace_async (CapStore            *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  cap_store_push (self, cap_job_new (cap_work_replace), NULL, callback, user_data, cap_store_replace_async);
}

void
cap_store_save_copy_async (CapStore            *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  cap_store_push (self, cap_job_new (cap_work_save_copy), NULL, callback, user_data,
                  cap_store_save_copy_async);
}

/**
 * cap_store_close_async:
 *
 * Closes the file once everything asked before is written. The store takes no
 * work afterwards.
 */
void
cap_store_close_async (CapStore            *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  CapJob *job;

  g_return_if_fail (CAP_IS_STORE (self));
  g_return_if_fail (self->pool != NULL);

  job = cap_job_new (cap_work_close_file);
  job->last = TRUE;
  cap_store_push (self, job, NULL, callback, user_data, cap_store_close_async);

  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);
}

/**
 * cap_store_finish:
 *
 * Ends any of the operations above.
 *
 * Returns: (transfer full) (nullable): what came out
 */
CapStoreOutcome *
cap_store_finish (CapStore      *self,
                  GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
