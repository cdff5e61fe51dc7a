/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-model-private.h"

/* The changes that views ask of the model: each is one gesture. */

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(CapPlanModel) self = CAP_PLAN_MODEL (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_plan_model_fail (self, error->message);
}

/* Puts one action into @command, with what follows from its change. */
static GPtrArray *
put (CapPlanModel    *self,
     CapCommand      *command,
     const CapAction *after)
{
  CapWorkspace *workspace = cap_plan_model_get_workspace (self);
  CapDossier *dossier = cap_workspace_get_dossier (workspace);
  g_autofree char *today = cap_workspace_dup_today (workspace);
  g_autoptr(CapAction) settled = cap_action_copy (after);
  const CapAction *before = cap_dossier_find_action_by_id (dossier, after->id);
  g_autoptr(GPtrArray) faults = NULL;

  cap_action_settle (settled, before, today);
  faults = cap_action_check_change (settled, before, dossier->actions);
  if (faults->len > 0)
    return g_steal_pointer (&faults);

  if (before == NULL || !cap_action_equal (before, settled))
    cap_command_put_action (command, settled);

  return NULL;
}

static void
run (CapPlanModel *self,
     CapCommand   *command)
{
  if (command->edits->len > 0 && !cap_plan_model_get_read_only (self))
    cap_workspace_run_async (cap_plan_model_get_workspace (self), command, NULL, ran_cb, g_object_ref (self));
  else
    cap_command_free (command);
}

GPtrArray *
cap_plan_model_put (CapPlanModel    *self,
                    const CapAction *after)
{
  g_autofree char *number = NULL;
  g_autoptr(CapCommand) command = NULL;
  GPtrArray *faults;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self) && after != NULL, NULL);

  number = g_strdup_printf ("%u", after->number);
  command = cap_command_new (CAP_GESTURE_ACTION, number);
  faults = put (self, command, after);
  if (faults == NULL)
    run (self, g_steal_pointer (&command));

  return faults;
}

GPtrArray *
cap_plan_model_put_all (CapPlanModel    *self,
                        const GPtrArray *afters,
                        guint           *at)
{
  g_autofree char *count = NULL;
  g_autoptr(CapCommand) command = NULL;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self) && afters != NULL, NULL);

  count = g_strdup_printf ("%u", afters->len);
  command = cap_command_new (CAP_GESTURE_ACTIONS, count);
  for (guint i = 0; i < afters->len; i++)
    {
      GPtrArray *faults = put (self, command, g_ptr_array_index (afters, i));

      if (faults != NULL)
        {
          *at = i;
          return faults;
        }
    }
  run (self, g_steal_pointer (&command));

  return NULL;
}

/**
 * cap_plan_model_add:
 * @title: what is to be done, not empty
 */
void
cap_plan_model_add (CapPlanModel *self,
                    const char   *title)
{
  g_autoptr(CapAction) action = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  CapCommand *command;

  g_return_if_fail (CAP_IS_PLAN_MODEL (self) && title != NULL && title[0] != '\0');

  action = cap_action_new (NULL, title);
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  faults = put (self, command, action);
  run (self, command);
}
