/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-private.h"

#include "audit/cap-audit-scope.h"
#include "base/cap-date.h"
#include "exchange/cap-adaptation-json.h"
#include "workspace/cap-demo-dossier.h"

#define PUBLISH_AFTER_MS  1000
#define RETRY_AFTER_MS   30000

/* What a workspace does with its file: opening, gestures, publishing,
 * closing. Each operation is a task of the store and what follows from it. */

static gboolean
publish_due_cb (gpointer user_data)
{
  CapWorkspace *self = CAP_WORKSPACE (user_data);

  self->publish_id = 0;
  cap_workspace_publish_async (self, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
schedule_publish (CapWorkspace *self,
                  guint         delay_ms)
{
  if (self->publish_id == 0)
    self->publish_id = g_timeout_add (delay_ms, publish_due_cb, self);
}

void
cap_workspace_take_outcome (CapWorkspace    *self,
                            CapStoreOutcome *outcome)
{
  cap_workspace_set_encrypted (self, outcome->encrypted);
  if (outcome->dossier != NULL)
    cap_workspace_set_dossier (self, outcome->dossier);

  if (!outcome->needs_publish)
    return;

  self->n_changes++;
  if (self->save_state != CAP_SAVE_CONFLICT)
    {
      cap_workspace_set_save_state (self, CAP_SAVE_PENDING, NULL);
      schedule_publish (self, PUBLISH_AFTER_MS);
    }
}

/* A conflict waits for the user, a failure for the disk: both keep the
 * gestures in the working copy. */
static void
take_publish_error (CapWorkspace *self,
                    const GError *error)
{
  if (g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED))
    {
      cap_workspace_set_save_state (self, CAP_SAVE_CONFLICT, error->message);
      return;
    }

  cap_workspace_set_save_state (self, CAP_SAVE_FAILED, error->message);
  schedule_publish (self, RETRY_AFTER_MS);
}

/* One operation of the workspace: what its callback needs. */
GTask *
cap_workspace_begin (CapWorkspace        *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data,
                     gpointer             tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  cap_workspace_set_busy (self, TRUE);

  return task;
}

/* What came out of the store; a failure goes on to whoever waits for @task. */
CapStoreOutcome *
cap_workspace_finish (GTask        *task,
                      GObject      *source,
                      GAsyncResult *result)
{
  GError *error = NULL;
  CapStoreOutcome *outcome = cap_store_finish (CAP_STORE (source), result, &error);

  cap_workspace_set_busy (g_task_get_source_object (task), FALSE);
  if (outcome == NULL)
    g_task_return_error (task, error);

  return outcome;
}

void
cap_workspace_opened_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  g_autoptr(CapStoreOutcome) outcome = cap_workspace_finish (task, source, result);

  if (outcome == NULL)
    return;

  cap_workspace_set_opened (self, CAP_STORE (source), g_task_get_task_data (task),
                            outcome->read_only, outcome->recovered);
  cap_workspace_take_outcome (self, outcome);
  g_task_return_boolean (task, TRUE);
}

void
cap_workspace_ran_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  g_autoptr(CapStoreOutcome) outcome = cap_workspace_finish (task, source, result);

  if (outcome == NULL)
    return;

  cap_workspace_take_outcome (self, outcome);
  g_task_return_pointer (task, g_strdup (outcome->text != NULL ? outcome->text : ""), g_free);
}

/* The number of changes at the time of asking tells whether the file has
 * everything once it is written. */
static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  guint n_changes = GPOINTER_TO_UINT (g_task_get_task_data (task));
  g_autoptr(CapStoreOutcome) outcome = NULL;
  GError *error = NULL;

  cap_workspace_set_busy (self, FALSE);
  outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome == NULL)
    {
      take_publish_error (self, error);
      g_task_return_error (task, error);
      return;
    }

  if (n_changes == self->n_changes)
    cap_workspace_set_save_state (self, CAP_SAVE_CLEAN, NULL);
  if (outcome->text != NULL)
    cap_workspace_set_path (self, outcome->text); /* the work goes on in the copy */
  g_task_return_pointer (task, g_strdup (outcome->text != NULL ? outcome->text : ""), g_free);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  g_autoptr(CapStoreOutcome) outcome = NULL;
  GError *error = NULL;

  cap_workspace_set_busy (self, FALSE);
  outcome = cap_store_finish (CAP_STORE (source), result, &error);
  cap_workspace_forget (self);

  if (outcome != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
published_before_closing_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = CAP_WORKSPACE (source);
  GError *error = NULL;

  if (!cap_workspace_publish_finish (self, result, &error))
    {
      cap_workspace_set_busy (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  cap_store_close_async (self->store, closed_cb, g_steal_pointer (&task));
}

GTask *
cap_workspace_begin_opening (CapWorkspace        *self,
                             const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data,
                             gpointer             tag)
{
  GTask *task = cap_workspace_begin (self, cancellable, callback, user_data, tag);

  g_task_set_task_data (task, g_strdup (path), g_free);

  return task;
}

/**
 * cap_workspace_open_async:
 *
 * Opens a dossier. The workspace must have none open.
 */
void
cap_workspace_open_async (CapWorkspace        *self,
                          const char          *path,
                          CapOpenMode          mode,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  static const CapFileAccess access[] = {
    [CAP_OPEN_NORMAL] = CAP_FILE_WRITE,
    [CAP_OPEN_READ_ONLY] = CAP_FILE_READ,
    [CAP_OPEN_TAKE_OVER] = CAP_FILE_TAKE_OVER,
  };
  g_autoptr(CapStore) store = NULL;
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL);
  g_return_if_fail (self->store == NULL);

  store = cap_store_new (cap_adapted_framework_read, cap_audit_scope_allows);
  task = cap_workspace_begin_opening (self, path, cancellable, callback, user_data,
                                      cap_workspace_open_async);
  cap_store_open_async (store, path, access[mode], cancellable, cap_workspace_opened_cb, task);
}

gboolean
cap_workspace_open_finish (CapWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
cap_workspace_error_is_locked (const GError *error)
{
  return g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED);
}

void
cap_workspace_create_async (CapWorkspace        *self,
                            const char          *path,
                            const CapMember     *member,
                            CapFramework        *framework,
                            CapMode              mode,
                            CapPath              path_taken,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, today, mode, framework);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_CREATE, NULL);
  g_autoptr(CapStore) store = NULL;
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && member != NULL);
  g_return_if_fail (self->store == NULL);

  evaluation->path = path_taken;
  cap_command_put_member (command, member);
  cap_command_put_evaluation (command, evaluation);

  store = cap_store_new (cap_adapted_framework_read, cap_audit_scope_allows);
  task = cap_workspace_begin_opening (self, path, cancellable, callback, user_data,
                                      cap_workspace_create_async);
  cap_store_create_async (store, path, g_steal_pointer (&command), cancellable, cap_workspace_opened_cb,
                          task);
}

gboolean
cap_workspace_create_finish (CapWorkspace  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return cap_workspace_open_finish (self, result, error);
}

static void
write_demo (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (cap_demo_dossier_write (CAP_DEMO_STRUCTURE, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
demo_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = CAP_WORKSPACE (source);
  const char *path = g_task_get_task_data (task);
  g_autoptr(CapStore) store = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      cap_workspace_set_busy (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  store = cap_store_new (cap_adapted_framework_read, cap_audit_scope_allows);
  cap_store_open_async (store, path, CAP_FILE_WRITE, g_task_get_cancellable (task), cap_workspace_opened_cb,
                        g_object_ref (task));
}

void
cap_workspace_open_demo_async (CapWorkspace        *self,
                               const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) writing = NULL;
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL);
  g_return_if_fail (self->store == NULL);

  task = cap_workspace_begin_opening (self, path, cancellable, callback, user_data,
                                      cap_workspace_open_demo_async);
  writing = g_task_new (self, cancellable, demo_written_cb, task);
  g_task_set_source_tag (writing, write_demo);
  g_task_set_task_data (writing, g_strdup (path), g_free);
  g_task_run_in_thread (writing, write_demo);
}

gboolean
cap_workspace_open_demo_finish (CapWorkspace  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return cap_workspace_open_finish (self, result, error);
}

/**
 * cap_workspace_run_async:
 * @command: (transfer full): one gesture
 */
void
cap_workspace_run_async (CapWorkspace        *self,
                         CapCommand          *command,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && command != NULL);
  g_return_if_fail (self->store != NULL);

  task = cap_workspace_begin (self, cancellable, callback, user_data, cap_workspace_run_async);
  cap_store_run_async (self->store, command, cancellable, cap_workspace_ran_cb, task);
}

gboolean
cap_workspace_run_finish (CapWorkspace  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_autofree char *text = cap_workspace_undo_finish (self, result, error);

  return text != NULL;
}

void
cap_workspace_undo_async (CapWorkspace        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_undo_async (self->store, cap_workspace_ran_cb,
                        cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_undo_async));
}

void
cap_workspace_redo_async (CapWorkspace        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_redo_async (self->store, cap_workspace_ran_cb,
                        cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_redo_async));
}

char *
cap_workspace_undo_finish (CapWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static GTask *
begin_publishing (CapWorkspace        *self,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data,
                  gpointer             tag)
{
  GTask *task = cap_workspace_begin (self, NULL, callback, user_data, tag);

  g_clear_handle_id (&self->publish_id, g_source_remove);
  g_task_set_task_data (task, GUINT_TO_POINTER (self->n_changes), NULL);

  return task;
}

void
cap_workspace_publish_async (CapWorkspace        *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_publish_async (self->store, published_cb,
                           begin_publishing (self, callback, user_data, cap_workspace_publish_async));
}

gboolean
cap_workspace_publish_finish (CapWorkspace  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_autofree char *text = cap_workspace_resolve_conflict_finish (self, result, error);

  return text != NULL;
}

/**
 * cap_workspace_resolve_conflict_async:
 * @choice: what the user decided
 *
 * Ends a %CAP_SAVE_CONFLICT.
 */
void
cap_workspace_resolve_conflict_async (CapWorkspace        *self,
                                      CapConflictChoice    choice,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  task = begin_publishing (self, callback, user_data, cap_workspace_resolve_conflict_async);
  if (choice == CAP_CONFLICT_REPLACE)
    cap_store_replace_async (self->store, published_cb, task);
  else
    cap_store_save_copy_async (self->store, published_cb, task);
}

char *
cap_workspace_resolve_conflict_finish (CapWorkspace  *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cap_workspace_close_async:
 *
 * Publishes, then lets the file go. When the file cannot be written, the
 * dossier stays open: nothing is lost, and the caller says why.
 */
void
cap_workspace_close_async (CapWorkspace        *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self));

  task = cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_close_async);

  if (self->store == NULL)
    {
      cap_workspace_set_busy (self, FALSE);
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else if (self->read_only)
    cap_store_close_async (self->store, closed_cb, task);
  else
    cap_workspace_publish_async (self, published_before_closing_cb, task);
}

gboolean
cap_workspace_close_finish (CapWorkspace  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cap_workspace_open_finish (self, result, error);
}
