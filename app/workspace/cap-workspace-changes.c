/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-private.h"

static void
changes_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, g_steal_pointer (&outcome->changes), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cap_workspace_list_changes_async:
 * @self: with a dossier open
 * @action_id: UUID of an action
 *
 * Reads the history of one action. It is no work of the user: "busy" does not
 * tell of it.
 */
void
cap_workspace_list_changes_async (CapWorkspace        *self,
                                  const char          *action_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && action_id != NULL);
  g_return_if_fail (self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_list_changes_async);
  cap_store_list_changes_async (self->store, action_id, cancellable, changes_listed_cb, task);
}

GPtrArray *
cap_workspace_list_changes_finish (CapWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
content_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, g_steal_pointer (&outcome->content), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cap_workspace_read_content_async:
 * @self: with a dossier open
 * @sha256: of a file of a piece of evidence
 *
 * Reads the content of a file that the dossier keeps. "busy" does not tell of it.
 */
void
cap_workspace_read_content_async (CapWorkspace        *self,
                                  const char          *sha256,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && sha256 != NULL);
  g_return_if_fail (self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_read_content_async);
  cap_store_read_content_async (self->store, sha256, cancellable, content_read_cb, task);
}

GBytes *
cap_workspace_read_content_finish (CapWorkspace  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
