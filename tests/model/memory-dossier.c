/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/model/memory-dossier.h"

#include <string.h>

static CapEvaluation *
find_evaluation (CapDossier *dossier,
                 const char *id)
{
  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i);

      if (g_strcmp0 (evaluation->id, id) == 0)
        return evaluation;
    }

  return NULL;
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const CapEvidenceLink *left = *(CapEvidenceLink * const *) a;
  const CapEvidenceLink *right = *(CapEvidenceLink * const *) b;
  const int order = strcmp (cap_place_to_name (left->place), cap_place_to_name (right->place));

  return order != 0 ? order : strcmp (left->target, right->target);
}

static void
put_evidence (CapDossier        *dossier,
              const CapEvidence *evidence)
{
  CapEvidence *piece = cap_evidence_copy (evidence);
  guint index = 0;

  while (index < dossier->evidence->len &&
         !g_str_equal (((CapEvidence *) g_ptr_array_index (dossier->evidence, index))->id, piece->id))
    index++;

  piece->number = index + 1;
  g_ptr_array_sort (piece->links, compare_links);
  if (index < dossier->evidence->len)
    g_ptr_array_remove_index (dossier->evidence, index);
  g_ptr_array_insert (dossier->evidence, (int) index, piece);
}

static void
put_answer_evidence (CapDossier      *dossier,
                     const CapAnswer *answer)
{
  for (guint i = 0; i < answer->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (answer->evidence, i);

      if (cap_dossier_find_evidence (dossier, evidence->id) == NULL)
        put_evidence (dossier, evidence);
    }
}

static void
put_evaluation (CapDossier          *dossier,
                const CapEvaluation *evaluation)
{
  const GPtrArray *criteria = evaluation->framework->criteria;

  g_ptr_array_add (dossier->evaluations, cap_evaluation_copy (evaluation));
  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

      if (answer != NULL)
        put_answer_evidence (dossier, answer);
    }
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  return cap_record_compare (*(CapRecord * const *) a, *(CapRecord * const *) b);
}

/* As the store does: lines by their code, parts of a line in the order in which they came. */
static void
put_record (CapDossier      *dossier,
            const CapRecord *record)
{
  GPtrArray *records = dossier->registers[record->kind];
  guint index = 0;

  while (index < records->len &&
         !g_str_equal (((CapRecord *) g_ptr_array_index (records, index))->id, record->id))
    index++;

  if (index < records->len)
    g_ptr_array_remove_index (records, index);
  g_ptr_array_insert (records, (int) index, cap_record_copy (record));
  if (cap_register_get (record->kind)->parent == CAP_REGISTER_NONE)
    g_ptr_array_sort (records, compare_records);
}

/* A new one, put where its college and its code want it. */
static void
put_ballot (CapDossier      *dossier,
            const char      *evaluation_id,
            const CapBallot *ballot)
{
  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i);
      int place = 0;

      if (!g_str_equal (evaluation->id, evaluation_id))
        continue;

      while (place < (int) evaluation->ballots->len &&
             cap_ballot_compare (g_ptr_array_index (evaluation->ballots, place), ballot) < 0)
        place++;
      g_ptr_array_insert (evaluation->ballots, place, cap_ballot_copy (ballot));
    }
}

static void
apply_edit (CapDossier    *dossier,
            const CapEdit *edit)
{
  switch (edit->kind)
    {
    case CAP_EDIT_PUT_EVALUATION:
      put_evaluation (dossier, edit->value);
      break;

    case CAP_EDIT_PUT_ANSWER:
      cap_evaluation_take_answer (find_evaluation (dossier, edit->owner), cap_answer_copy (edit->value));
      put_answer_evidence (dossier, edit->value);
      break;

    case CAP_EDIT_PUT_ACTION:
      g_ptr_array_add (dossier->actions, cap_action_copy (edit->value));
      break;

    case CAP_EDIT_PUT_INDICATOR:
      g_ptr_array_add (dossier->indicators, cap_indicator_copy (edit->value));
      break;

    case CAP_EDIT_PUT_SET_ASIDE:
      g_ptr_array_add (dossier->set_asides, cap_set_aside_copy (edit->value));
      break;

    case CAP_EDIT_PUT_PLAN_REVIEW:
      g_ptr_array_add (dossier->reviews, cap_plan_review_copy (edit->value));
      break;

    case CAP_EDIT_PUT_RECORD:
      put_record (dossier, edit->value);
      break;

    case CAP_EDIT_PUT_EVIDENCE:
      put_evidence (dossier, edit->value);
      break;

    case CAP_EDIT_PUT_CONTENT:
    case CAP_EDIT_PUT_BALLOT:
      put_ballot (dossier, edit->owner, edit->value);
      break;

    case CAP_EDIT_REMOVE_BALLOT:
    case CAP_EDIT_PUT_MEMBER:
    case CAP_EDIT_REMOVE_ACTION:
    case CAP_EDIT_REMOVE_INDICATOR:
    case CAP_EDIT_REMOVE_SET_ASIDE:
    case CAP_EDIT_REMOVE_RECORD:
    default:
      break;
    }
}

void
memory_dossier_apply (CapDossier       *dossier,
                      const CapCommand *command)
{
  for (guint i = 0; i < command->edits->len; i++)
    apply_edit (dossier, g_ptr_array_index (command->edits, i));
}
