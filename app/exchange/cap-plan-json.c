/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-json.h"

#include "base/cap-number.h"
#include "exchange/cap-json-private.h"
#include "exchange/cap-plan-json-private.h"

static void
begin_list (JsonBuilder *builder,
            const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
add_origins (JsonBuilder     *builder,
             const GPtrArray *origins)
{
  begin_list (builder, "origins");
  for (guint i = 0; i < origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (origins, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "kind", cap_origin_kind_to_name (origin->kind));
      cap_json_add_text (builder, "code", origin->code);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_steps (JsonBuilder     *builder,
           const GPtrArray *steps)
{
  begin_list (builder, "steps");
  for (guint i = 0; i < steps->len; i++)
    {
      const CapActionStep *step = g_ptr_array_index (steps, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "title", step->title);
      cap_json_add_boolean (builder, "done", step->done);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_notes (JsonBuilder     *builder,
           const GPtrArray *notes)
{
  begin_list (builder, "notes");
  for (guint i = 0; i < notes->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "date", note->date);
      cap_json_add_text (builder, "text", note->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_after (JsonBuilder      *builder,
           const CapDossier *dossier,
           const GStrv       after)
{
  begin_list (builder, "after");
  for (guint i = 0; after[i] != NULL; i++)
    {
      const CapAction *other = cap_dossier_find_action_by_id (dossier, after[i]);

      if (other != NULL)
        json_builder_add_int_value (builder, other->number);
    }
  json_builder_end_array (builder);
}

static void
add_contributors (JsonBuilder *builder,
                  const char  *contributors)
{
  g_auto(GStrv) lines = g_strsplit (contributors != NULL ? contributors : "", "\n", -1);

  cap_json_add_texts (builder, "contributors", lines);
}

static void
add_check (JsonBuilder     *builder,
           const CapAction *action)
{
  json_builder_set_member_name (builder, "check");
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "due", action->check_due);
  cap_json_add_text (builder, "by", action->check_by);
  cap_json_add_text (builder, "evidence", action->check_evidence);
  cap_json_add_text (builder, "date", action->checked);
  cap_json_add_text (builder, "verdict", cap_verdict_to_name (action->verdict));
  json_builder_end_object (builder);
}

static void
add_means (JsonBuilder     *builder,
           const CapAction *action)
{
  g_autofree char *days = NULL;

  if (action->days_hundredths != CAP_AMOUNT_UNSET)
    days = cap_number_write_thousandths ((gint64) action->days_hundredths * 10);
  cap_json_add_text (builder, "days", days);
  cap_json_add_int (builder, "euros", action->euros);
}

/* Who, when, and how far it is. */
static void
add_course (JsonBuilder     *builder,
            const CapAction *action)
{
  cap_json_add_text (builder, "owner", action->owner);
  add_contributors (builder, action->contributors);
  cap_json_add_text (builder, "start", action->start);
  cap_json_add_text (builder, "due", action->due);
  cap_json_add_text (builder, "state", cap_action_state_to_name (action->state));
  cap_json_add_text (builder, "service", action->service);
  cap_json_add_int (builder, "level", action->level);
  cap_json_add_int (builder, "target", action->target);
  add_means (builder, action);
  cap_json_add_text (builder, "created", action->created);
  cap_json_add_text (builder, "news", action->news);
  cap_json_add_text (builder, "done", action->done);
  cap_json_add_text (builder, "closed", action->closed);
  cap_json_add_text (builder, "reason", action->reason);
}

static void
add_action (JsonBuilder      *builder,
            const CapDossier *dossier,
            const CapAction  *action)
{
  const CapFramework *framework = cap_dossier_get_current (dossier)->framework;
  const CapIndicator *indicator = cap_dossier_find_indicator (dossier, action->indicator);

  json_builder_begin_object (builder);
  cap_json_add_int (builder, "number", (int) action->number);
  cap_json_add_text (builder, "id", action->id);
  cap_json_add_text (builder, "title", action->title);
  cap_json_add_text (builder, "description", action->description);
  cap_json_add_text (builder, "expected", action->expected);
  cap_json_add_text (builder, "kind", cap_action_kind_to_name (action->kind));
  add_origins (builder, action->origins);
  add_course (builder, action);
  cap_json_add_int (builder, "impact", cap_action_get_impact (action, framework));
  cap_json_add_int (builder, "effort", cap_action_get_effort (action, framework));
  add_steps (builder, action->steps);
  add_notes (builder, action->notes);
  add_after (builder, dossier, action->after);
  cap_json_add_text (builder, "indicator", indicator != NULL ? indicator->code : NULL);
  add_check (builder, action);
  json_builder_end_object (builder);
}

static void
add_quantity (JsonBuilder *builder,
              const char  *member,
              gint64       quantity)
{
  g_autofree char *text = NULL;

  if (quantity != CAP_QUANTITY_UNSET)
    text = cap_number_write_thousandths (quantity);
  cap_json_add_text (builder, member, text);
}

static void
add_values (JsonBuilder        *builder,
            const CapIndicator *indicator)
{
  begin_list (builder, "values");
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "date", value->date);
      add_quantity (builder, "value", value->thousandths);
      cap_json_add_text (builder, "comment", value->comment);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_indicator (JsonBuilder        *builder,
               const CapIndicator *indicator)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", indicator->code);
  cap_json_add_text (builder, "id", indicator->id);
  cap_json_add_text (builder, "label", indicator->label);
  cap_json_add_text (builder, "definition", indicator->definition);
  cap_json_add_text (builder, "source", indicator->source);
  cap_json_add_text (builder, "unit", indicator->unit);
  cap_json_add_text (builder, "owner", indicator->owner);
  cap_json_add_text (builder, "objective", indicator->objective);
  cap_json_add_text (builder, "frequency", cap_frequency_to_name (indicator->frequency));
  cap_json_add_text (builder, "direction", cap_direction_to_name (indicator->direction));
  add_quantity (builder, "baseline", indicator->baseline);
  add_quantity (builder, "target", indicator->target);
  add_quantity (builder, "tolerance", indicator->tolerance);
  add_values (builder, indicator);
  json_builder_end_object (builder);
}

static void
add_set_asides (JsonBuilder     *builder,
                const GPtrArray *set_asides)
{
  begin_list (builder, "set_aside");
  for (guint i = 0; i < set_asides->len; i++)
    {
      const CapSetAside *set_aside = g_ptr_array_index (set_asides, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "kind", cap_set_aside_kind_to_name (set_aside->kind));
      cap_json_add_text (builder, "criterion", set_aside->criterion);
      cap_json_add_int (builder, "level", set_aside->level);
      cap_json_add_text (builder, "reason", set_aside->reason);
      cap_json_add_text (builder, "date", set_aside->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_reviews (JsonBuilder     *builder,
             const GPtrArray *reviews)
{
  begin_list (builder, "reviews");
  for (guint i = 0; i < reviews->len; i++)
    {
      const CapPlanReview *review = g_ptr_array_index (reviews, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "date", review->date);
      cap_json_add_text (builder, "note", review->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The members of the plan, in the object that is open. */
void
cap_plan_json_add (JsonBuilder      *builder,
                   const CapDossier *dossier)
{
  begin_list (builder, "actions");
  for (guint i = 0; i < dossier->actions->len; i++)
    add_action (builder, dossier, g_ptr_array_index (dossier->actions, i));
  json_builder_end_array (builder);

  begin_list (builder, "indicators");
  for (guint i = 0; i < dossier->indicators->len; i++)
    add_indicator (builder, g_ptr_array_index (dossier->indicators, i));
  json_builder_end_array (builder);

  add_set_asides (builder, dossier->set_asides);
  add_reviews (builder, dossier->reviews);
}

/**
 * cap_plan_json_write:
 *
 * Returns: (transfer full): the plan of a dossier as JSON
 */
char *
cap_plan_json_write (const CapDossier *dossier)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (dossier != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_plan_json_add (builder, dossier);
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
