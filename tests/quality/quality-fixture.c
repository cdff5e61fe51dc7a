/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/quality/quality-fixture.h"

#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-framework-json.h"

/* The standards and the routes that come with the program. */
CapCatalogue *
quality_fixture_new_catalogue (void)
{
  return cap_catalogue_json_load_default ();
}

/* A structure with one evaluation that nobody answered yet, and nothing else. */
CapDossier *
quality_fixture_new_dossier (CapMode mode)
{
  CapMember *member = cap_member_new ("Les Trois Ponts");
  CapDossier *dossier = cap_dossier_new ("00000000-0000-4000-8000-000000000001", member);
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();

  g_ptr_array_add (dossier->evaluations, cap_evaluation_new ("e1", 1, "2026-03-10", mode, framework));

  return dossier;
}

/**
 * quality_fixture_add_record:
 * @...: the names of fields, each with its value; %NULL ends them
 */
CapRecord *
quality_fixture_add_record (CapDossier      *dossier,
                            CapRegisterKind  kind,
                            ...)
{
  CapRecord *record = cap_record_new (kind, NULL);
  const char *name;
  va_list names;

  va_start (names, kind);
  while ((name = va_arg (names, const char *)) != NULL)
    {
      guint index;

      g_assert_nonnull (cap_register_find_field (cap_register_get (kind), name, &index));
      cap_record_set (record, index, va_arg (names, const char *));
    }
  va_end (names);

  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

/* A new piece at a place. */
CapEvidence *
quality_fixture_add_evidence (CapDossier *dossier,
                              CapPlace    place,
                              const char *target)
{
  CapEvidence *evidence = cap_evidence_new (NULL, "Une pièce", "Classeur 1", "2026-02-01");

  evidence->number = dossier->evidence->len + 1;
  cap_evidence_add_link (evidence, place, target);
  g_ptr_array_add (dossier->evidence, evidence);

  return evidence;
}

void
quality_fixture_rate (CapDossier *dossier,
                      const char *criterion,
                      int         level)
{
  CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, dossier->evaluations->len - 1);
  CapAnswer *answer = cap_evaluation_dup_answer (evaluation, criterion);

  cap_answer_rate (answer, level);
  cap_evaluation_take_answer (evaluation, answer);
}

void
quality_fixture_clear (CapDossier *dossier,
                       const char *criterion)
{
  CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, dossier->evaluations->len - 1);

  cap_evaluation_take_answer (evaluation, cap_answer_new (criterion));
}

void
quality_fixture_rate_all (CapDossier *dossier,
                          int         level)
{
  const GPtrArray *criteria = cap_dossier_get_current (dossier)->framework->criteria;

  for (guint i = 0; i < criteria->len; i++)
    quality_fixture_rate (dossier, ((CapCriterion *) g_ptr_array_index (criteria, i))->code, level);
}

/* A new piece for the answer to a criterion. */
CapEvidence *
quality_fixture_support (CapDossier *dossier,
                         const char *criterion)
{
  CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, dossier->evaluations->len - 1);
  CapAnswer *answer = cap_evaluation_dup_answer (evaluation, criterion);
  CapEvidence *evidence = cap_evidence_new (NULL, "Une pièce", "Classeur 2", "2026-02-01");

  evidence->number = dossier->evidence->len + 1;
  g_ptr_array_add (answer->evidence,
                   cap_evidence_new (evidence->id, evidence->title, evidence->reference, NULL));
  cap_evaluation_take_answer (evaluation, answer);
  g_ptr_array_add (dossier->evidence, evidence);

  return evidence;
}
