/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-store.h"

#include "store/cap-store-error-private.h"

/* The only state the worker thread sees. It outlives the CapStore. */
typedef struct
{
  CapFrameworkReader  reader;
  CapCommandGuard     guard;
  CapDossierFile     *file;
} Worker;

typedef struct _Job Job;

/* Does one piece of work on the worker’s file; fills the outcome. */
typedef gboolean (*Work) (Worker           *worker,
                          const Job        *job,
                          CapStoreOutcome  *outcome,
                          GError          **error);

struct _Job
{
  Work            work;
  gboolean        last;
  char           *path;
  CapFileAccess   access;
  CapCommand     *command;
  char           *action_id;
  char           *sha256;
  CapMergeChoice  choice;
  gboolean        dry_run;

  CapStoreFunction function;
  gpointer         data;
};

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
free_job (Job *job)
{
  g_free (job->path);
  g_free (job->action_id);
  g_free (job->sha256);
  g_clear_pointer (&job->command, cap_command_free);
  g_free (job);
}

void
cap_store_outcome_free (CapStoreOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->merge, cap_merge_report_free);
  g_free (self->text);
  g_free (self);
}

static gboolean
load (Worker           *worker,
      CapStoreOutcome  *outcome,
      GError          **error)
{
  outcome->dossier = cap_dossier_file_load (worker->file, error);

  return outcome->dossier != NULL;
}

/* The dossier is open only if it could be read: otherwise the one before stays. */
static gboolean
adopt (Worker           *worker,
       CapDossierFile   *file,
       CapStoreOutcome  *outcome,
       GError          **error)
{
  if (file == NULL)
    return FALSE;

  outcome->dossier = cap_dossier_file_load (file, error);
  if (outcome->dossier == NULL)
    {
      cap_dossier_file_free (file);
      return FALSE;
    }

  g_clear_pointer (&worker->file, cap_dossier_file_free);
  worker->file = file;
  cap_dossier_file_set_guard (file, worker->guard);
  outcome->recovered = cap_dossier_file_was_recovered (file);

  return TRUE;
}

static gboolean
open_file (Worker           *worker,
           const Job        *job,
           CapStoreOutcome  *outcome,
           GError          **error)
{
  return adopt (worker, cap_dossier_file_open (job->path, job->access, worker->reader, error),
                outcome, error);
}

static gboolean
create_file (Worker           *worker,
             const Job        *job,
             CapStoreOutcome  *outcome,
             GError          **error)
{
  return adopt (worker, cap_dossier_file_create (job->path, job->command, worker->reader, error),
                outcome, error);
}

static gboolean
run_command (Worker           *worker,
             const Job        *job,
             CapStoreOutcome  *outcome,
             GError          **error)
{
  return cap_dossier_file_run (worker->file, job->command, error) &&
         load (worker, outcome, error);
}

static gboolean
undo (Worker           *worker,
      const Job        *job,
      CapStoreOutcome  *outcome,
      GError          **error)
{
  outcome->text = cap_dossier_file_undo (worker->file, error);

  return outcome->text != NULL && load (worker, outcome, error);
}

static gboolean
redo (Worker           *worker,
      const Job        *job,
      CapStoreOutcome  *outcome,
      GError          **error)
{
  outcome->text = cap_dossier_file_redo (worker->file, error);

  return outcome->text != NULL && load (worker, outcome, error);
}

static gboolean
list_changes (Worker           *worker,
              const Job        *job,
              CapStoreOutcome  *outcome,
              GError          **error)
{
  outcome->changes = cap_dossier_file_list_changes (worker->file, job->action_id, error);

  return outcome->changes != NULL;
}

static gboolean
read_content (Worker           *worker,
              const Job        *job,
              CapStoreOutcome  *outcome,
              GError          **error)
{
  outcome->content = cap_dossier_file_read_content (worker->file, job->sha256, error);

  return outcome->content != NULL;
}

static gboolean
merge (Worker           *worker,
       const Job        *job,
       CapStoreOutcome  *outcome,
       GError          **error)
{
  g_autoptr(CapDossierFile) other = cap_dossier_file_open (job->path, CAP_FILE_READ, worker->reader, error);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();

  if (other == NULL ||
      !cap_dossier_file_merge (worker->file, other, job->choice, job->dry_run, report, error))
    return FALSE;

  outcome->merge = g_steal_pointer (&report);

  return job->dry_run || load (worker, outcome, error);
}

static gboolean
call (Worker           *worker,
      const Job        *job,
      CapStoreOutcome  *outcome,
      GError          **error)
{
  return job->function (worker->file, job->data, error);
}

static gboolean
publish (Worker           *worker,
         const Job        *job,
         CapStoreOutcome  *outcome,
         GError          **error)
{
  return cap_dossier_file_publish (worker->file, error);
}

static gboolean
replace (Worker           *worker,
         const Job        *job,
         CapStoreOutcome  *outcome,
         GError          **error)
{
  return cap_dossier_file_replace (worker->file, error);
}

static gboolean
save_copy (Worker           *worker,
           const Job        *job,
           CapStoreOutcome  *outcome,
           GError          **error)
{
  outcome->text = cap_dossier_file_save_copy (worker->file, error);

  return outcome->text != NULL;
}

static gboolean
close_file (Worker           *worker,
            const Job        *job,
            CapStoreOutcome  *outcome,
            GError          **error)
{
  gboolean closed = worker->file == NULL || cap_dossier_file_close (worker->file, error);

  g_clear_pointer (&worker->file, cap_dossier_file_free);

  return closed;
}

static gboolean
do_work (Worker           *worker,
         const Job        *job,
         CapStoreOutcome  *outcome,
         GError          **error)
{
  const gboolean needs_file = job->work != open_file && job->work != create_file && job->work != close_file;
  gboolean done;

  if (worker->file == NULL && needs_file)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_NOT_FOUND, NULL);
      return FALSE;
    }

  done = job->work (worker, job, outcome, error);
  if (worker->file != NULL)
    {
      outcome->needs_publish = cap_dossier_file_needs_publish (worker->file);
      outcome->read_only = cap_dossier_file_is_read_only (worker->file);
    }

  return done;
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autoptr(GTask) task = G_TASK (data);
  g_autoptr(CapStoreOutcome) outcome = g_new0 (CapStoreOutcome, 1);
  const Job *job = g_task_get_task_data (task);
  Worker *worker = user_data;
  const gboolean last = job->last;
  GError *error = NULL;

  /* Once begun, a piece of work is done: its outcome is told, not that it was cancelled. */
  if (!g_task_return_error_if_cancelled (task))
    {
      g_task_set_check_cancellable (task, FALSE);
      if (do_work (worker, job, outcome, &error))
        g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) cap_store_outcome_free);
      else
        g_task_return_error (task, error);
    }

  if (last)
    g_free (worker);
}

static void
push (CapStore            *self,
      Job                 *job,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data,
      gpointer             tag)
{
  /* Nobody waits for what has no callback; from dispose() a source object
   * would resurrect the store. */
  g_autoptr(GTask) task = g_task_new (callback != NULL ? self : NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_thread_pool_push (self->pool, g_object_ref (task), NULL);
}

static Job *
new_job (Work work)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;

  return job;
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
  Worker *worker;

  g_return_val_if_fail (reader != NULL, NULL);

  worker = g_new0 (Worker, 1);
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
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self) && path != NULL);

  job = new_job (open_file);
  job->path = g_strdup (path);
  job->access = access;
  push (self, job, cancellable, callback, user_data, cap_store_open_async);
}

/* @command: (transfer full): what the new dossier starts with */
void
cap_store_create_async (CapStore            *self,
                        const char          *path,
                        CapCommand          *command,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self) && path != NULL && command != NULL);

  job = new_job (create_file);
  job->path = g_strdup (path);
  job->command = command;
  push (self, job, cancellable, callback, user_data, cap_store_create_async);
}

/* @command: (transfer full): one gesture */
void
cap_store_run_async (CapStore            *self,
                     CapCommand          *command,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self) && command != NULL);

  job = new_job (run_command);
  job->command = command;
  push (self, job, cancellable, callback, user_data, cap_store_run_async);
}

void
cap_store_undo_async (CapStore            *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  push (self, new_job (undo), NULL, callback, user_data, cap_store_undo_async);
}

void
cap_store_redo_async (CapStore            *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  push (self, new_job (redo), NULL, callback, user_data, cap_store_redo_async);
}

/* What was changed of one action, and when. */
void
cap_store_list_changes_async (CapStore            *self,
                              const char          *action_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self) && action_id != NULL);

  job = new_job (list_changes);
  job->action_id = g_strdup (action_id);
  push (self, job, cancellable, callback, user_data, cap_store_list_changes_async);
}

/* The content of a file that is a piece of evidence. */
void
cap_store_read_content_async (CapStore            *self,
                              const char          *sha256,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self) && sha256 != NULL);

  job = new_job (read_content);
  job->sha256 = g_strdup (sha256);
  push (self, job, cancellable, callback, user_data, cap_store_read_content_async);
}

/* See cap_dossier_file_merge(); @path is of the other copy, which is only read. */
void
cap_store_merge_async (CapStore            *self,
                       const char          *path,
                       CapMergeChoice       choice,
                       gboolean             dry_run,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self) && path != NULL);

  job = new_job (merge);
  job->path = g_strdup (path);
  job->choice = choice;
  job->dry_run = dry_run;
  push (self, job, cancellable, callback, user_data, cap_store_merge_async);
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
  Job *job = new_job (call);

  job->function = function;
  job->data = data;
  push (self, job, cancellable, callback, user_data, cap_store_call_async);
}

void
cap_store_publish_async (CapStore            *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  push (self, new_job (publish), NULL, callback, user_data, cap_store_publish_async);
}

void
cap_store_replace_async (CapStore            *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  push (self, new_job (replace), NULL, callback, user_data, cap_store_replace_async);
}

void
cap_store_save_copy_async (CapStore            *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAP_IS_STORE (self));

  push (self, new_job (save_copy), NULL, callback, user_data, cap_store_save_copy_async);
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
  Job *job;

  g_return_if_fail (CAP_IS_STORE (self));
  g_return_if_fail (self->pool != NULL);

  job = new_job (close_file);
  job->last = TRUE;
  push (self, job, NULL, callback, user_data, cap_store_close_async);

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
