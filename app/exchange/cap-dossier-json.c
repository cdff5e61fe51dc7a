/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-dossier-json.h"

#include "exchange/cap-json-private.h"
#include "exchange/cap-plan-json-private.h"
#include "exchange/cap-records-json-private.h"

static const char * const state_names[] = {
  [CAP_ANSWER_UNANSWERED] = "unanswered",
  [CAP_ANSWER_RATED] = "answered",
  [CAP_ANSWER_NOT_APPLICABLE] = "not_applicable",
};

static void
add_framework_name (JsonBuilder        *builder,
                    const CapFramework *framework)
{
  cap_json_add_text (builder, "id", framework->id);
  cap_json_add_text (builder, "version", framework->version);
  cap_json_add_text (builder, "sha256", framework->sha256);
}

/* The text is that of a framework that was read: it is JSON. */
static void
add_framework (JsonBuilder        *builder,
               const CapFramework *framework)
{
  g_auto(CapJsonReader) reader = { 0 };
  JsonNode *content;

  cap_json_reader_init (&reader);
  content = cap_json_reader_parse (&reader, framework->source);
  g_assert (content != NULL);

  json_builder_begin_object (builder);
  add_framework_name (builder, framework);
  json_builder_set_member_name (builder, "content");
  json_builder_add_value (builder, content);
  json_builder_end_object (builder);
}

static void
add_frameworks (JsonBuilder     *builder,
                const GPtrArray *evaluations)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (builder, "frameworks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluations->len; i++)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (evaluations, i);

      if (g_hash_table_add (seen, evaluation->framework->sha256))
        add_framework (builder, evaluation->framework);
    }
  json_builder_end_array (builder);
}

static void
add_evidence (JsonBuilder      *builder,
              const CapDossier *dossier,
              const GPtrArray  *pieces)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pieces->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (pieces, i);
      const CapEvidence *piece = cap_dossier_find_evidence (dossier, evidence->id);
      const CapEvidenceFile *file = piece != NULL ? cap_evidence_get_file (piece) : NULL;

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "id", evidence->id);
      cap_json_add_text (builder, "title", evidence->title);
      cap_json_add_text (builder, "reference", evidence->reference);
      cap_json_add_text (builder, "date", evidence->date);
      cap_json_add_text (builder, "sha256", file != NULL ? file->sha256 : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_answer (JsonBuilder      *builder,
            const CapDossier *dossier,
            const CapAnswer  *answer)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "criterion", answer->criterion);
  cap_json_add_text (builder, "state", state_names[answer->state]);
  cap_json_add_int (builder, "level", answer->level);
  cap_json_add_text (builder, "comment", answer->comment);
  cap_json_add_text (builder, "reason", answer->reason);
  cap_json_add_boolean (builder, "discuss", answer->discuss);
  cap_json_add_text (builder, "review", cap_review_to_name (answer->review));
  add_evidence (builder, dossier, answer->evidence);
  json_builder_end_object (builder);
}

static void
add_ballot (JsonBuilder     *builder,
            const CapBallot *ballot)
{
  g_autoptr(GList) criteria = cap_ballot_list_criteria (ballot);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", ballot->id);
  cap_json_add_text (builder, "respondent", ballot->respondent);
  cap_json_add_text (builder, "college", cap_college_to_name (ballot->college));
  cap_json_add_text (builder, "form", cap_ballot_form_to_name (ballot->form));
  json_builder_set_member_name (builder, "votes");
  json_builder_begin_object (builder);
  for (const GList *l = criteria; l != NULL; l = l->next)
    cap_json_add_int (builder, l->data, cap_ballot_get_level (ballot, l->data));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_ballots (JsonBuilder         *builder,
             const CapEvaluation *evaluation)
{
  json_builder_set_member_name (builder, "ballots");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluation->ballots->len; i++)
    add_ballot (builder, g_ptr_array_index (evaluation->ballots, i));
  json_builder_end_array (builder);
}

static void
add_evaluation (JsonBuilder         *builder,
                const CapDossier    *dossier,
                const CapEvaluation *evaluation)
{
  const GPtrArray *criteria = evaluation->framework->criteria;

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", evaluation->id);
  cap_json_add_int (builder, "number", (int) evaluation->number);
  cap_json_add_text (builder, "date", evaluation->date);
  cap_json_add_text (builder, "mode", cap_mode_to_name (evaluation->mode));
  cap_json_add_text (builder, "path", cap_path_to_name (evaluation->path));
  json_builder_set_member_name (builder, "framework");
  json_builder_begin_object (builder);
  add_framework_name (builder, evaluation->framework);
  json_builder_set_member_name (builder, "adaptation");
  json_builder_add_value (builder, evaluation->framework->adaptation != NULL
                                   ? json_from_string (evaluation->framework->adaptation, NULL)
                                   : json_node_new (JSON_NODE_NULL));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

      if (answer != NULL)
        add_answer (builder, dossier, answer);
    }
  json_builder_end_array (builder);
  add_ballots (builder, evaluation);
  json_builder_end_object (builder);
}

/**
 * cap_dossier_json_write:
 * @dossier: a dossier
 *
 * Returns: (transfer full): all of it as JSON; the shape is told above
 */
char *
cap_dossier_json_write (const CapDossier *dossier)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (dossier != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_json_add_int (builder, "format", CAP_DOSSIER_JSON_FORMAT);
  cap_json_add_text (builder, "id", dossier->id);
  cap_json_add_member (builder, dossier->member);
  add_frameworks (builder, dossier->evaluations);
  json_builder_set_member_name (builder, "evaluations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossier->evaluations->len; i++)
    add_evaluation (builder, dossier, g_ptr_array_index (dossier->evaluations, i));
  json_builder_end_array (builder);
  cap_plan_json_add (builder, dossier);
  cap_records_json_add (builder, dossier);
  cap_evidence_json_add (builder, dossier);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
