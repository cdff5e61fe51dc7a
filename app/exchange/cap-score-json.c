/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-score-json.h"

#include "exchange/cap-json-private.h"
#include "exchange/cap-score-json-private.h"

static const char * const state_names[] = {
  [CAP_CRITERION_UNANSWERED] = "unanswered",
  [CAP_CRITERION_ANSWERED] = "answered",
  [CAP_CRITERION_NOT_APPLICABLE] = "not_applicable",
  [CAP_CRITERION_OUT_OF_SCOPE] = "out_of_scope",
};

void
cap_score_json_add_evaluation (JsonBuilder         *builder,
                               const CapEvaluation *evaluation)
{
  json_builder_set_member_name (builder, "evaluation");
  json_builder_begin_object (builder);
  cap_json_add_int (builder, "number", (int) evaluation->number);
  cap_json_add_text (builder, "framework", evaluation->framework->id);
  cap_json_add_text (builder, "version", evaluation->framework->version);
  cap_json_add_text (builder, "date", evaluation->date);
  cap_json_add_text (builder, "mode", cap_mode_to_name (evaluation->mode));
  json_builder_end_object (builder);
}

void
cap_score_json_add_score (JsonBuilder    *builder,
                          const CapScore *score)
{
  json_builder_set_member_name (builder, "score");
  if (score->exact == NULL)
    {
      json_builder_add_null_value (builder);
    }
  else
    {
      g_autofree char *exact = cap_fraction_to_string (score->exact);

      json_builder_begin_object (builder);
      cap_json_add_int (builder, "percent", score->percent);
      cap_json_add_text (builder, "exact", exact);
      json_builder_end_object (builder);
    }
  cap_json_add_boolean (builder, "provisional", score->provisional);
}

void
cap_score_json_add_coverage (JsonBuilder       *builder,
                             const CapCoverage *coverage)
{
  json_builder_set_member_name (builder, "coverage");
  json_builder_begin_object (builder);
  cap_json_add_int (builder, "answered", (int) coverage->answered);
  cap_json_add_int (builder, "not_applicable", (int) coverage->not_applicable);
  cap_json_add_int (builder, "applicable", (int) coverage->applicable);
  cap_json_add_int (builder, "out_of_scope", (int) coverage->out_of_scope);
  json_builder_end_object (builder);
}

static void
add_criterion (JsonBuilder              *builder,
               const CapCriterionResult *result)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", result->criterion->code);
  cap_json_add_text (builder, "state", state_names[result->state]);
  cap_json_add_int (builder, "level", result->level);
  cap_json_add_int (builder, "weight", result->criterion->weight);
  cap_json_add_boolean (builder, "core", result->core);
  json_builder_end_object (builder);
}

static void
add_objective (JsonBuilder              *builder,
               const CapObjectiveResult *result)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", result->objective->code);
  cap_json_add_int (builder, "weight", result->objective->weight);
  cap_score_json_add_score (builder, &result->score);
  cap_json_add_int (builder, "acquired_level", result->acquired_level);
  cap_score_json_add_coverage (builder, &result->score.coverage);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->criteria->len; i++)
    add_criterion (builder, g_ptr_array_index (result->criteria, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_theme (JsonBuilder          *builder,
           const CapThemeResult *result)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", result->theme->code);
  cap_json_add_int (builder, "weight", result->theme->weight);
  cap_score_json_add_score (builder, &result->score);
  cap_score_json_add_coverage (builder, &result->score.coverage);
  json_builder_set_member_name (builder, "objectives");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->objectives->len; i++)
    add_objective (builder, g_ptr_array_index (result->objectives, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_core_below (JsonBuilder     *builder,
                const GPtrArray *results)
{
  json_builder_set_member_name (builder, "core_below");
  json_builder_begin_array (builder);
  for (guint i = 0; i < results->len; i++)
    json_builder_add_string_value (builder,
                                   ((CapCriterionResult *) g_ptr_array_index (results, i))->criterion->code);
  json_builder_end_array (builder);
}

/**
 * cap_score_json_write:
 * @evaluation: an evaluation
 * @photograph: its results
 *
 * Returns: (transfer full): the figures as JSON; a level or a score that there
 *   is not is null
 */
char *
cap_score_json_write (const CapEvaluation *evaluation,
                      const CapPhotograph *photograph)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (evaluation != NULL && photograph != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_score_json_add_evaluation (builder, evaluation);
  cap_score_json_add_score (builder, &photograph->score);
  cap_score_json_add_coverage (builder, &photograph->score.coverage);
  cap_json_add_text (builder, "weakest_objective",
                     photograph->weakest_objective != NULL ? photograph->weakest_objective->objective->code
                                                           : NULL);
  add_core_below (builder, photograph->core_below);
  json_builder_set_member_name (builder, "themes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < photograph->themes->len; i++)
    add_theme (builder, g_ptr_array_index (photograph->themes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
