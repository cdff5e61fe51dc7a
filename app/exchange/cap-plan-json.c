/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-json.h"

#include "exchange/cap-json-private.h"
#include "exchange/cap-plan-json-private.h"

static void
add_origins (JsonBuilder *builder,
             const GStrv  origins)
{
  json_builder_set_member_name (builder, "origins");
  json_builder_begin_array (builder);
  for (guint i = 0; origins[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      cap_json_add_text (builder, "kind", "criterion");
      cap_json_add_text (builder, "code", origins[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_action (JsonBuilder     *builder,
            const CapAction *action)
{
  json_builder_begin_object (builder);
  cap_json_add_int (builder, "number", (int) action->number);
  cap_json_add_text (builder, "id", action->id);
  cap_json_add_text (builder, "title", action->title);
  add_origins (builder, action->origins);
  cap_json_add_text (builder, "owner", action->owner);
  cap_json_add_text (builder, "start", action->start);
  cap_json_add_text (builder, "due", action->due);
  cap_json_add_text (builder, "state", cap_action_state_to_name (action->state));
  cap_json_add_text (builder, "service", action->service);
  cap_json_add_int (builder, "level", action->level);
  cap_json_add_int (builder, "target", action->target);
  json_builder_end_object (builder);
}

void
cap_plan_json_add_actions (JsonBuilder     *builder,
                           const GPtrArray *actions)
{
  json_builder_set_member_name (builder, "actions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < actions->len; i++)
    add_action (builder, g_ptr_array_index (actions, i));
  json_builder_end_array (builder);
}

/**
 * cap_plan_json_write_actions:
 * @actions: (element-type CapAction): the plan
 *
 * Returns: (transfer full): the plan as JSON
 */
char *
cap_plan_json_write_actions (const GPtrArray *actions)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (actions != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_plan_json_add_actions (builder, actions);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}

static void
add_proposal (JsonBuilder        *builder,
              const CapProposal  *proposal,
              const CapFramework *framework)
{
  const CapCriterion *criterion = proposal->criterion;
  g_autofree char *reason = cap_proposal_dup_reason (proposal, framework);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", criterion->code);
  cap_json_add_text (builder, "criterion", criterion->code);
  cap_json_add_int (builder, "level", proposal->level);
  cap_json_add_int (builder, "target", proposal->target);
  cap_json_add_int (builder, "priority", proposal->priority);
  cap_json_add_boolean (builder, "quick_win", proposal->quick_win);
  cap_json_add_boolean (builder, "core", proposal->core);
  cap_json_add_text (builder, "action", cap_proposal_get_title (proposal));
  cap_json_add_text (builder, "service", proposal->service != NULL ? proposal->service->code : NULL);
  cap_json_add_text (builder, "reason", reason);
  json_builder_end_object (builder);
}

/**
 * cap_plan_json_write_proposals:
 * @proposals: (element-type CapProposal): in the order to show
 * @framework: what they come from
 *
 * Returns: (transfer full): the proposals as JSON, a list; the code of the
 *   criterion names each
 */
char *
cap_plan_json_write_proposals (const GPtrArray    *proposals,
                               const CapFramework *framework)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (proposals != NULL && framework != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    add_proposal (builder, g_ptr_array_index (proposals, i), framework);
  json_builder_end_array (builder);

  return cap_json_to_text (builder);
}
