/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-summary-json.h"

#include "exchange/cap-json-private.h"
#include "scoring/cap-photograph.h"

static void
add_evaluation (JsonBuilder         *builder,
                const CapEvaluation *evaluation,
                const CapMember     *member)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, member);
  const CapScore *score = &photograph->score;

  json_builder_begin_object (builder);
  cap_json_add_int (builder, "number", (int) evaluation->number);
  cap_json_add_text (builder, "date", evaluation->date);
  cap_json_add_text (builder, "mode", cap_mode_to_name (evaluation->mode));
  cap_json_add_text (builder, "framework", evaluation->framework->id);
  cap_json_add_text (builder, "version", evaluation->framework->version);
  cap_json_add_int (builder, "percent", score->percent);
  cap_json_add_boolean (builder, "provisional", score->provisional);
  cap_json_add_int (builder, "answered", (int) score->coverage.answered);
  cap_json_add_int (builder, "applicable", (int) score->coverage.applicable);
  json_builder_end_object (builder);
}

static void
add_evaluations (JsonBuilder      *builder,
                 const CapDossier *dossier)
{
  json_builder_set_member_name (builder, "evaluations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossier->evaluations->len; i++)
    add_evaluation (builder, g_ptr_array_index (dossier->evaluations, i), dossier->member);
  json_builder_end_array (builder);
}

static void
add_actions (JsonBuilder     *builder,
             const GPtrArray *actions)
{
  int counts[CAP_N_ACTION_STATES] = { 0 };

  for (guint i = 0; i < actions->len; i++)
    counts[((const CapAction *) g_ptr_array_index (actions, i))->state]++;

  json_builder_set_member_name (builder, "actions");
  json_builder_begin_object (builder);
  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    cap_json_add_int (builder, cap_action_state_to_name (state), counts[state]);
  json_builder_end_object (builder);
}

/**
 * cap_summary_json_write:
 *
 * Returns: (transfer full): the summary as JSON
 */
char *
cap_summary_json_write (const CapDossier *dossier)
{
  g_autoptr(JsonBuilder) builder = NULL;
  const CapRecord *audit;

  g_return_val_if_fail (dossier != NULL, NULL);

  audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, dossier->audited);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", dossier->id);
  cap_json_add_member (builder, dossier->member);
  add_evaluations (builder, dossier);
  add_actions (builder, dossier->actions);
  if (audit != NULL)
    cap_json_add_text (builder, "auditor_copy", cap_record_get_code (audit));
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
