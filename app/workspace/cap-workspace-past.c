/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-past.h"

#include "audit/cap-audit-scope.h"
#include "base/cap-signature.h"
#include "base/cap-text.h"
#include "exchange/cap-adaptation-json.h"
#include "store/cap-backup-folder.h"
#include "workspace/cap-workspace-private.h"

void
cap_workspace_configure_past (const char *signature,
                              const char *folder)
{
  cap_signature_set (signature);
  cap_backup_folder_set_second (folder);
}

char *
cap_workspace_dup_signature (void)
{
  return cap_signature_dup ();
}

char *
cap_workspace_dup_backup_folder (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self) && self->dossier != NULL, NULL);

  return cap_backup_folder_dup_path (self->dossier->id);
}

const char *
cap_workspace_get_moment (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->moment;
}

void
cap_workspace_open_past_async (CapWorkspace        *self,
                               const char          *path,
                               gint64               sequence,
                               const char          *name,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(CapStore) store = NULL;
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && name != NULL);
  g_return_if_fail (self->store == NULL);

  cap_set_string (&self->moment, name);
  store = cap_store_new (cap_adapted_framework_read, cap_audit_scope_allows);
  task = cap_workspace_begin_opening (self, path, cancellable, callback, user_data,
                                      cap_workspace_open_past_async);
  cap_store_open_past_async (store, path, sequence, cancellable, cap_workspace_opened_cb, task);
}

/* Reading is no work of the user: "busy" does not tell of it. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  CapStoreOutcome *outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, outcome, (GDestroyNotify) cap_store_outcome_free);
  else
    g_task_return_error (task, error);
}

static GTask *
begin_reading (CapWorkspace        *self,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data,
               gpointer             tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);

  return task;
}

void
cap_workspace_read_journal_async (CapWorkspace          *self,
                                  const CapJournalQuery *query,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && query != NULL && self->store != NULL);

  cap_store_read_journal_async (self->store, query, cancellable, read_cb,
                                begin_reading (self, cancellable, callback, user_data,
                                               cap_workspace_read_journal_async));
}

GPtrArray *
cap_workspace_read_journal_finish (CapWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_autoptr(CapStoreOutcome) outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  outcome = g_task_propagate_pointer (G_TASK (result), error);

  return outcome != NULL ? g_steal_pointer (&outcome->journal) : NULL;
}

void
cap_workspace_mark_async (CapWorkspace        *self,
                          const char          *name,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && name != NULL && self->store != NULL);

  cap_store_mark_async (self->store, name, cap_workspace_ran_cb,
                        cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_run_async));
}

void
cap_workspace_return_async (CapWorkspace        *self,
                            gint64               sequence,
                            const char          *name,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && name != NULL && self->store != NULL);

  cap_store_return_async (self->store, sequence, name, cap_workspace_ran_cb,
                          cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_run_async));
}

void
cap_workspace_bring_back_async (CapWorkspace        *self,
                                gint64               sequence,
                                const char          *object,
                                const char          *name,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && object != NULL && name != NULL && self->store != NULL);

  cap_store_bring_back_async (self->store, sequence, object, name, cap_workspace_ran_cb,
                              cap_workspace_begin (self, NULL, callback, user_data,
                                                   cap_workspace_run_async));
}

void
cap_workspace_list_backups_async (CapWorkspace        *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_list_backups_async (self->store, cancellable, read_cb,
                                begin_reading (self, cancellable, callback, user_data,
                                               cap_workspace_list_backups_async));
}

GPtrArray *
cap_workspace_list_backups_finish (CapWorkspace  *self,
                                   GAsyncResult  *result,
                                   char         **problem,
                                   GError       **error)
{
  g_autoptr(CapStoreOutcome) outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return NULL;

  *problem = g_steal_pointer (&outcome->text);

  return g_steal_pointer (&outcome->backups);
}

void
cap_workspace_back_up_async (CapWorkspace        *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_back_up_async (self->store, cap_workspace_ran_cb,
                           cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_run_async));
}

void
cap_workspace_remove_backup_async (CapWorkspace        *self,
                                   const char          *path,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && self->store != NULL);

  cap_store_remove_backup_async (self->store, path, cap_workspace_ran_cb,
                                 cap_workspace_begin (self, NULL, callback, user_data,
                                                      cap_workspace_run_async));
}

void
cap_workspace_list_siblings_async (CapWorkspace        *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_list_siblings_async (self->store, cancellable, read_cb,
                                 begin_reading (self, cancellable, callback, user_data,
                                                cap_workspace_list_siblings_async));
}

GPtrArray *
cap_workspace_list_siblings_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_autoptr(CapStoreOutcome) outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  outcome = g_task_propagate_pointer (G_TASK (result), error);

  return outcome != NULL ? g_steal_pointer (&outcome->siblings) : NULL;
}
