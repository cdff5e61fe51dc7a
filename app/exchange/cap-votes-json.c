/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-votes-json.h"

#include "base/cap-number.h"
#include "exchange/cap-json-private.h"
#include "scoring/cap-scope.h"
#include "scoring/cap-votes.h"

#define THOUSANDTHS_OF_A_HALF 500

static void
add_level (JsonBuilder *builder,
           const char  *name,
           int          level)
{
  json_builder_set_member_name (builder, name);
  if (level == CAP_LEVEL_UNSET)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, level);
}

static void
add_group (JsonBuilder          *builder,
           const CapSpreadGroup *group,
           const CapFramework   *framework)
{
  g_autofree char *median = group->n_votes > 0
    ? cap_number_write_thousandths ((gint64) group->median_halves * THOUSANDTHS_OF_A_HALF) : NULL;

  cap_json_add_int (builder, "votes", (int) group->n_votes);
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_object (builder);
  for (guint i = 0; i < framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (framework->levels, i);
      g_autofree char *name = g_strdup_printf ("%d", level->number);

      cap_json_add_int (builder, name, (int) group->counts[level->number]);
    }
  json_builder_end_object (builder);
  add_level (builder, "lowest", group->lowest);
  add_level (builder, "highest", group->highest);
  cap_json_add_text (builder, "median", median);
}

static void
add_colleges (JsonBuilder        *builder,
              const CapSpread    *spread,
              const CapFramework *framework)
{
  json_builder_set_member_name (builder, "colleges");
  json_builder_begin_object (builder);
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      if (spread->whole.n_votes == 0 || spread->hidden[college])
        continue;

      json_builder_set_member_name (builder, cap_college_to_name (college));
      json_builder_begin_object (builder);
      add_group (builder, &spread->colleges[college], framework);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_criterion (JsonBuilder         *builder,
               const CapEvaluation *evaluation,
               const CapCriterion  *criterion,
               const CapSpread     *spread)
{
  const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", criterion->code);
  add_group (builder, &spread->whole, evaluation->framework);
  cap_json_add_boolean (builder, "discuss", spread->discuss);
  add_level (builder, "consensus", answer != NULL ? answer->level : CAP_LEVEL_UNSET);
  add_colleges (builder, spread, evaluation->framework);
  json_builder_end_object (builder);
}

char *
cap_votes_json_write (const CapDossier    *dossier,
                      const CapEvaluation *evaluation)
{
  g_autoptr(CapVotes) votes = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL, NULL);

  votes = cap_votes_new (evaluation);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_json_add_int (builder, "evaluation", (int) evaluation->number);
  json_builder_set_member_name (builder, "respondents");
  json_builder_begin_object (builder);
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    cap_json_add_int (builder, cap_college_to_name (college),
                      (int) cap_votes_count_respondents (votes, college));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      if (cap_scope_includes (criterion, evaluation, dossier->member))
        add_criterion (builder, evaluation, criterion, cap_votes_get (votes, criterion->code));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
