/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-private.h"

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  g_autoptr(CapStoreOutcome) outcome = cap_workspace_finish (task, source, result);

  if (outcome == NULL)
    return;

  if (outcome->dossier != NULL)
    cap_workspace_take_outcome (self, outcome);
  g_task_return_pointer (task, g_steal_pointer (&outcome->merge), (GDestroyNotify) cap_merge_report_free);
}

/**
 * cap_workspace_merge_async:
 * @path: of another copy of the dossier
 * @choice: what becomes of what both changed
 * @exceptions: (nullable) (array zero-terminated=1): ids of the conflicts that go the other way
 * @dry_run: whether it only tells what would change
 * @seen: (nullable): the states of the report that people decided upon: nothing changes if they are others
 */
void
cap_workspace_merge_async (CapWorkspace        *self,
                           const char          *path,
                           CapMergeChoice       choice,
                           const char * const  *exceptions,
                           gboolean             dry_run,
                           const char          *seen,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && self->store != NULL);

  cap_store_merge_async (self->store, path, choice, exceptions, dry_run, seen, cancellable, merged_cb,
                         cap_workspace_begin (self, cancellable, callback, user_data,
                                              cap_workspace_merge_async));
}

CapMergeReport *
cap_workspace_merge_finish (CapWorkspace  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
