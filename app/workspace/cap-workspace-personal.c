/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-personal.h"

#include "store/cap-store-personal.h"
#include "workspace/cap-workspace-private.h"

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, g_steal_pointer (&outcome->personal),
                           (GDestroyNotify) cap_personal_report_free);
  else
    g_task_return_error (task, error);
}

void
cap_workspace_find_personal_async (CapWorkspace         *self,
                                   const char * const   *names,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_find_personal_async);
  cap_store_find_personal_async (self->store, names, cancellable, found_cb, task);
}

CapPersonalReport *
cap_workspace_find_personal_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
redacted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  g_autoptr(CapStoreOutcome) outcome = cap_workspace_finish (task, source, result);

  if (outcome == NULL)
    return;

  cap_workspace_take_outcome (self, outcome);
  g_task_return_pointer (task, g_steal_pointer (&outcome->redaction),
                         (GDestroyNotify) cap_redaction_outcome_free);
}

void
cap_workspace_redact_async (CapWorkspace        *self,
                            CapPersonalSwaps    *swaps,
                            gboolean             drop_backups,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && swaps != NULL && self->store != NULL);

  cap_store_redact_async (self->store, swaps, drop_backups, redacted_cb,
                          cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_redact_async));
}

CapRedactionOutcome *
cap_workspace_redact_finish (CapWorkspace  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
anonymised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cap_workspace_anonymise_async (CapWorkspace        *self,
                               const char          *path,
                               const char * const  *names,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && self->store != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_anonymise_async);
  cap_store_anonymise_async (self->store, path, names, anonymised_cb, task);
}

gboolean
cap_workspace_anonymise_finish (CapWorkspace  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cap_workspace_retain_async (CapWorkspace        *self,
                            const char          *date,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_retain_async (self->store, date, cap_workspace_ran_cb,
                          cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_run_async));
}
