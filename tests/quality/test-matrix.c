/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-matrix.h"

#include "quality/cap-document-gaps.h"
#include "tests/quality/quality-fixture.h"

#define TODAY QUALITY_TODAY

typedef struct
{
  CapCatalogue *catalogue;
  CapDossier   *dossier;
  CapMatrix    *matrix;
} Fixture;

static void
setup (Fixture       *fixture,
       gconstpointer  data)
{
  fixture->catalogue = quality_fixture_new_catalogue ();
  fixture->dossier = quality_fixture_new_dossier (CAP_MODE_CERTIFICATION);
}

static void
teardown (Fixture       *fixture,
          gconstpointer  data)
{
  g_clear_pointer (&fixture->matrix, cap_matrix_free);
  cap_dossier_unref (fixture->dossier);
  cap_catalogue_unref (fixture->catalogue);
}

static void
draw (Fixture *fixture)
{
  g_clear_pointer (&fixture->matrix, cap_matrix_free);
  fixture->matrix = cap_matrix_new (fixture->dossier, fixture->catalogue,
                                    cap_dossier_get_current (fixture->dossier), TODAY);
}

#define add_record(fixture, ...) quality_fixture_add_record ((fixture)->dossier, __VA_ARGS__)

static void
exclude (Fixture    *fixture,
         const char *number)
{
  add_record (fixture, CAP_REGISTER_EXCLUSION, "code", number, "reason", "Rien n’est conçu ici",
              "decided_by", "Bureau", "date", "2026-09-15", NULL);
}

static CapEvidence *
add_evidence (Fixture    *fixture,
              CapPlace    place,
              const char *target)
{
  return quality_fixture_add_evidence (fixture->dossier, place, target);
}

static const CapMatrixRow *
get_row (Fixture    *fixture,
         const char *number)
{
  const CapMatrixRow *row = cap_matrix_find_row (fixture->matrix, number);

  g_assert_nonnull (row);

  return row;
}

/* The sub-clauses that an auditor looks at (domain, § 2.1), each once, in order. */
static void
test_clauses (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const numbers[] = {
    "4.1", "4.2", "4.3", "4.4.1", "4.4.2",
    "5.1.1", "5.1.2", "5.2.1", "5.2.2", "5.3",
    "6.1.1", "6.1.2", "6.2.1", "6.2.2", "6.3",
    "7.1.1", "7.1.2", "7.1.3", "7.1.4", "7.1.5", "7.1.6", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3",
    "8.1", "8.2.1", "8.2.2", "8.2.3", "8.2.4", "8.3.1", "8.3.2", "8.3.3", "8.3.4", "8.3.5", "8.3.6",
    "8.4.1", "8.4.2", "8.4.3", "8.5.1", "8.5.2", "8.5.3", "8.5.4", "8.5.5", "8.5.6", "8.6", "8.7.1", "8.7.2",
    "9.1.1", "9.1.2", "9.1.3", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3",
    "10.1", "10.2.1", "10.2.2", "10.3",
  };

  draw (fixture);
  g_assert_cmpuint (fixture->matrix->rows->len, ==, G_N_ELEMENTS (numbers));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (fixture->matrix->rows, i);

      g_assert_cmpstr (row->requirement->number, ==, numbers[i]);
      g_assert_cmpstr (row->requirement->title, !=, "");
      g_assert_true (cap_requirement_number_covers (row->chapter->number, numbers[i]));
      g_assert_null (strchr (row->chapter->number, '.'));
    }
}

static gboolean
has_criterion (const CapMatrixRow *row,
               const char         *code)
{
  for (guint i = 0; i < row->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (row->criteria, i);

      if (g_str_equal (result->criterion->code, code))
        return TRUE;
    }

  return FALSE;
}

/* “9.2” covers its parts, “9.2.2” belongs to 9.2; and what a criterion says can be read from both ends. */
static void
test_both_ways (Fixture       *fixture,
                gconstpointer  data)
{
  draw (fixture);
  g_assert_true (has_criterion (get_row (fixture, "9.2.1"), "D4.1"));
  g_assert_true (has_criterion (get_row (fixture, "9.2.2"), "D4.1"));
  g_assert_false (has_criterion (get_row (fixture, "9.2.1"), "D4.2"));
  g_assert_true (has_criterion (get_row (fixture, "9.2.2"), "D4.2"));
  g_assert_cmpuint (cap_matrix_get_rows_about (fixture->matrix, "8.2.3.2")->len, ==, 1);
  g_assert_cmpuint (cap_matrix_get_rows_about (fixture->matrix, "8.3")->len, ==, 6);
  g_assert_cmpuint (cap_matrix_get_rows_about (fixture->matrix, "")->len, ==, 0);
  g_assert_cmpuint (cap_matrix_get_rows_about (fixture->matrix, "8.33")->len, ==, 0);

  for (guint i = 0; i < fixture->matrix->criteria->len; i++)
    {
      const CapMatrixCriterion *criterion = g_ptr_array_index (fixture->matrix->criteria, i);

      for (guint j = 0; j < criterion->rows->len; j++)
        g_assert_true (has_criterion (g_ptr_array_index (criterion->rows, j),
                                      criterion->result->criterion->code));
    }
  for (guint i = 0; i < fixture->matrix->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (fixture->matrix->rows, i);

      g_assert_true ((row->criteria->len == 0) == (row->subjects->len == 0));
    }
}

/* Evidence of the clause itself, of the answers, of a document and of a risk; each once, in order. */
static void
test_evidence (Fixture       *fixture,
               gconstpointer  data)
{
  CapRecord *procedure = add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "PRO-01",
                                     "requirements", "9.2.2", "kind", "procedure",
                                     "state", "in-force", NULL);
  CapRecord *risk = add_record (fixture, CAP_REGISTER_RISK, "code", "R-01", NULL);
  CapEvidence *clause = add_evidence (fixture, CAP_PLACE_REQUIREMENT, "9.2");
  CapEvidence *answer = quality_fixture_support (fixture->dossier, "D4.2");
  CapEvidence *document = add_evidence (fixture, CAP_PLACE_RECORD, procedure->id);
  CapEvidence *of_risk = add_evidence (fixture, CAP_PLACE_RECORD, risk->id);
  CapEvidence *removed = add_evidence (fixture, CAP_PLACE_REQUIREMENT, "9.2.2");
  CapEvidence *old = add_evidence (fixture, CAP_PLACE_REQUIREMENT, "9.3.1");
  const CapMatrixRow *row;

  cap_evidence_add_link (clause, CAP_PLACE_REQUIREMENT, "9.2.2");
  removed->removed = g_strdup ("2026-10-01");
  old->expires = g_strdup ("2026-11-19");
  draw (fixture);

  row = get_row (fixture, "9.2.2");
  g_assert_cmpuint (row->evidence->len, ==, 3);
  g_assert_true (g_ptr_array_index (row->evidence, 0) == clause);
  g_assert_true (g_ptr_array_index (row->evidence, 1) == answer);
  g_assert_true (g_ptr_array_index (row->evidence, 2) == document);
  g_assert_cmpuint (row->n_expired, ==, 0);
  g_assert_cmpint (row->flags & (CAP_MATRIX_NO_EVIDENCE | CAP_MATRIX_EXPIRED), ==, 0);
  g_assert_true (g_ptr_array_index (get_row (fixture, "6.1.2")->evidence, 0) == of_risk);

  row = get_row (fixture, "9.3.1");
  g_assert_cmpuint (row->n_expired, ==, 1);
  g_assert_cmpint (row->flags & (CAP_MATRIX_NO_EVIDENCE | CAP_MATRIX_EXPIRED), ==,
                   CAP_MATRIX_NO_EVIDENCE | CAP_MATRIX_EXPIRED);
}

/* Only where the standard asks for one without condition. */
static void
test_documents (Fixture       *fixture,
                gconstpointer  data)
{
  CapRecord *scope;

  draw (fixture);
  g_assert_true (get_row (fixture, "4.3")->flags & CAP_MATRIX_NO_DOCUMENT);
  g_assert_true (get_row (fixture, "9.2.2")->flags & CAP_MATRIX_NO_DOCUMENT);
  g_assert_false (get_row (fixture, "4.1")->flags & CAP_MATRIX_NO_DOCUMENT);
  g_assert_false (get_row (fixture, "8.5.2")->flags & CAP_MATRIX_NO_DOCUMENT);

  scope = add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "DOC-01", "kind", "policy",
                      "requirements", "4.3, 5.2.2", "state", "withdrawn", NULL);
  draw (fixture);
  g_assert_true (get_row (fixture, "4.3")->flags & CAP_MATRIX_NO_DOCUMENT);
  cap_record_set (scope, CAP_DOCUMENT_STATE, "in-force");
  draw (fixture);
  g_assert_false (get_row (fixture, "4.3")->flags & CAP_MATRIX_NO_DOCUMENT);
  g_assert_false (get_row (fixture, "5.2.2")->flags & CAP_MATRIX_NO_DOCUMENT);

  /* A record answers to what is kept as a proof, a procedure does not. */
  add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "PRO-01", "kind", "procedure",
              "requirements", "9.2.2", "state", "in-force", NULL);
  draw (fixture);
  g_assert_true (get_row (fixture, "9.2.2")->flags & CAP_MATRIX_NO_DOCUMENT);
  add_evidence (fixture, CAP_PLACE_REQUIREMENT, "9.2");
  draw (fixture);
  g_assert_false (get_row (fixture, "9.2.2")->flags & CAP_MATRIX_NO_DOCUMENT);
}

static const CapDocumentGap *
find_gap (const GPtrArray *gaps,
          const char      *number,
          CapKeep          keep)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const CapDocumentGap *gap = g_ptr_array_index (gaps, i);

      if (gap->keep == keep && g_str_equal (gap->row->requirement->number, number))
        return gap;
    }

  g_assert_not_reached ();
}

/* In force and past its review, drafted, held by another register, left out. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  const CapRecord *policy = add_record (fixture, CAP_REGISTER_STATEMENT, "code", "D-01",
                                        "kind", "policy", "text", "Nous accueillons sans trier.",
                                        "date", "2026-01-10", NULL);
  g_autoptr(GPtrArray) gaps = NULL;

  add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "DOC-01", "kind", "procedure",
              "requirements", "4.3", "state", "in-force", "review", "2026-11-19", NULL);
  add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "DOC-02", "kind", "procedure",
              "requirements", "4.4", "state", "draft", "version", "0.1", NULL);
  add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "DOC-03", "kind", "record",
              "requirements", "4.4", "state", "draft", NULL);
  exclude (fixture, "8.3");
  add_record (fixture, CAP_REGISTER_SUPPLIER, "code", "F-01", "rating", "good",
              "assessed", "2025-11-01", "review", "2026-11-01", NULL);
  draw (fixture);
  gaps = cap_document_gaps_new (fixture->matrix);

  g_assert_cmpint (find_gap (gaps, "4.3", CAP_KEEP_MAINTAIN)->standing, ==, CAP_STANDING_OUTDATED);
  g_assert_cmpint (find_gap (gaps, "4.4.2", CAP_KEEP_MAINTAIN)->standing, ==, CAP_STANDING_WEAK);
  g_assert_cmpint (find_gap (gaps, "4.4.2", CAP_KEEP_RETAIN)->standing, ==, CAP_STANDING_MISSING);
  g_assert_cmpint (find_gap (gaps, "5.2.2", CAP_KEEP_MAINTAIN)->standing, ==, CAP_STANDING_THERE);
  g_assert_true (find_gap (gaps, "5.2.2", CAP_KEEP_MAINTAIN)->record == policy);
  g_assert_cmpint (find_gap (gaps, "8.3.5", CAP_KEEP_RETAIN)->standing, ==, CAP_STANDING_NOT_APPLICABLE);
  g_assert_cmpint (find_gap (gaps, "8.4.1", CAP_KEEP_RETAIN)->standing, ==, CAP_STANDING_OUTDATED);
  g_assert_true (find_gap (gaps, "8.5.2", CAP_KEEP_RETAIN)->conditional);
}

/* An excluded clause is expected no more; one that may not be excluded still is. */
static void
test_exclusions (Fixture       *fixture,
                 gconstpointer  data)
{
  const CapMatrixRow *row;

  exclude (fixture, "8.3");
  add_record (fixture, CAP_REGISTER_EXCLUSION, "code", "9.2", "reason", "Trop long", NULL);
  draw (fixture);

  row = get_row (fixture, "8.3.2");
  g_assert_cmpint (row->flags, ==, CAP_MATRIX_EXCLUDED);
  g_assert_cmpstr (cap_record_get_code (row->exclusion), ==, "8.3");
  row = get_row (fixture, "9.2.2");
  g_assert_cmpint (row->flags, ==,
                   CAP_MATRIX_WRONGLY_EXCLUDED | CAP_MATRIX_NO_EVIDENCE | CAP_MATRIX_NO_DOCUMENT);
}

static CapAction *
add_action (CapDossier     *dossier,
            CapOriginKind   kind,
            const char     *code)
{
  CapAction *action = cap_action_new (NULL, "Corriger");

  cap_action_add_origin (action, kind, code);
  g_ptr_array_add (dossier->actions, action);

  return action;
}

/* A finding is about the clauses that it names, or those of its criteria; its actions stand beside it. An
 * action for a clause is no finding, nor is a strong point; what is settled is over. */
static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  CapRecord *named = add_record (fixture, CAP_REGISTER_FINDING, "code", "E-01", "requirements", "7.2", NULL);
  CapRecord *by_criterion = add_record (fixture, CAP_REGISTER_FINDING, "code", "E-02",
                                        "criteria", "D4.2", NULL);
  CapRecord *strong = add_record (fixture, CAP_REGISTER_FINDING, "code", "E-03", "requirements", "7.3",
                                  "grade", "PF", NULL);
  CapAction *clause = add_action (fixture->dossier, CAP_ORIGIN_REQUIREMENT, "7.1.5");
  CapAction *answer = add_action (fixture->dossier, CAP_ORIGIN_FINDING, "e-01");

  draw (fixture);
  g_assert_true (g_ptr_array_index (get_row (fixture, "7.2")->findings, 0) == named);
  g_assert_true (g_ptr_array_index (get_row (fixture, "7.2")->actions, 0) == answer);
  g_assert_true (g_ptr_array_index (get_row (fixture, "9.2.2")->findings, 0) == by_criterion);
  g_assert_cmpuint (get_row (fixture, "7.3")->findings->len, ==, 0);
  g_assert_nonnull (strong);
  g_assert_true (g_ptr_array_index (get_row (fixture, "7.1.5")->actions, 0) == clause);
  g_assert_cmpuint (get_row (fixture, "7.1.5")->flags & CAP_MATRIX_OPEN_FINDING, ==, 0);
  g_assert_true (get_row (fixture, "7.2")->flags & CAP_MATRIX_OPEN_FINDING);

  cap_record_set (named, CAP_FINDING_STATE, "closed");
  cap_record_set (by_criterion, CAP_FINDING_STATE, "closed");
  answer->state = CAP_ACTION_ABANDONED;
  draw (fixture);
  g_assert_cmpuint (cap_matrix_count (fixture->matrix, CAP_MATRIX_OPEN_FINDING), ==, 0);
  g_assert_cmpuint (get_row (fixture, "7.2")->actions->len, ==, 0);
}

/* A core criterion in certification mode only; one that is out of scope is nowhere. */
static void
test_core_and_scope (Fixture       *fixture,
                     gconstpointer  data)
{
  quality_fixture_rate (fixture->dossier, "D4.1", 1);
  quality_fixture_rate (fixture->dossier, "D4.2", 0);
  draw (fixture);
  g_assert_true (get_row (fixture, "9.2.1")->flags & CAP_MATRIX_CORE_BELOW);
  g_assert_cmpuint (cap_matrix_count (fixture->matrix, CAP_MATRIX_CORE_BELOW), ==, 2);
  g_assert_true (has_criterion (get_row (fixture, "4.3"), "D6.1"));

  cap_dossier_unref (fixture->dossier);
  fixture->dossier = quality_fixture_new_dossier (CAP_MODE_CAP);
  quality_fixture_rate (fixture->dossier, "D4.1", 1);
  draw (fixture);
  g_assert_cmpuint (cap_matrix_count (fixture->matrix, CAP_MATRIX_CORE_BELOW), ==, 0);
  g_assert_false (has_criterion (get_row (fixture, "4.3"), "D6.1"));
}

static void
assert_found (Fixture        *fixture,
              CapMatrixFlags  flags,
              const char     *query,
              guint           n_rows,
              const char     *first)
{
  g_autoptr(GPtrArray) rows = cap_matrix_filter (fixture->matrix, flags, query);

  g_assert_cmpuint (rows->len, ==, n_rows);
  if (first != NULL)
    g_assert_cmpstr (((CapMatrixRow *) g_ptr_array_index (rows, 0))->requirement->number, ==, first);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) criteria = NULL;

  add_evidence (fixture, CAP_PLACE_REQUIREMENT, "7.4");
  draw (fixture);
  assert_found (fixture, 0, NULL, 62, "4.1");
  assert_found (fixture, 0, "  ", 62, "4.1");
  assert_found (fixture, 0, "8.3", 6, "8.3.1");
  assert_found (fixture, 0, "10", 4, "10.1");
  assert_found (fixture, 0, "SENSIBILISATION", 1, "7.3");
  assert_found (fixture, 0, "p-001", 1, "7.4");
  assert_found (fixture, 0, "parrot", 0, NULL);
  assert_found (fixture, CAP_MATRIX_NO_EVIDENCE, NULL, 61, "4.1");
  assert_found (fixture, CAP_MATRIX_NO_EVIDENCE | CAP_MATRIX_NO_DOCUMENT, "4", 2, "4.3");

  criteria = cap_matrix_filter_criteria (fixture->matrix, CAP_MATRIX_NO_EVIDENCE, "d4.2");
  g_assert_cmpuint (criteria->len, ==, 1);
}

static CapRecord *
add_target (Fixture    *fixture,
            const char *code,
            const char *route,
            const char *date)
{
  return add_record (fixture, CAP_REGISTER_TARGET, "code", code, "route", route, "date", date, NULL);
}

/* The audit to be ready for says the route; one that looks at criteria only has no clauses. */
static void
test_route (Fixture       *fixture,
            gconstpointer  data)
{
  draw (fixture);
  g_assert_cmpstr (fixture->matrix->route->id, ==, "cedre");
  g_assert_null (fixture->matrix->target);

  add_target (fixture, "AV-01", "cap-rse", "2027-03-16");
  draw (fixture);
  g_assert_cmpstr (fixture->matrix->route->id, ==, "cap-rse");
  g_assert_null (fixture->matrix->standard);
  g_assert_cmpuint (fixture->matrix->rows->len, ==, 0);
  g_assert_cmpuint (fixture->matrix->criteria->len, >, 80);

  add_target (fixture, "AV-02", "cap-iso-9001", "2026-11-20");
  draw (fixture);
  g_assert_cmpstr (fixture->matrix->route->id, ==, "cap-iso-9001");
  g_assert_cmpuint (fixture->matrix->rows->len, ==, 62);
}

static double
search (Fixture *fixture)
{
  double elapsed = G_MAXDOUBLE;

  for (guint i = 0; i < 5; i++)
    {
      g_test_timer_start ();
      assert_found (fixture, 0, "perroquet", 0, NULL);
      elapsed = MIN (elapsed, g_test_timer_elapsed ());
    }

  return elapsed;
}

/* What a large structure has: each thing is looked at once. */
static void
test_cost (Fixture       *fixture,
           gconstpointer  data)
{
  const GPtrArray *criteria = cap_dossier_get_current (fixture->dossier)->framework->criteria;
  double elapsed = G_MAXDOUBLE;

  for (guint i = 0; i < 1000; i++)
    quality_fixture_support (fixture->dossier,
                             ((CapCriterion *) g_ptr_array_index (criteria, i % criteria->len))->code);
  for (guint i = 0; i < 5000; i++)
    add_action (fixture->dossier, i % 2 == 0 ? CAP_ORIGIN_REQUIREMENT : CAP_ORIGIN_CRITERION,
                i % 2 == 0 ? "9.1" : "D4.2");
  for (guint i = 0; i < 2000; i++)
    add_record (fixture, i % 2 == 0 ? CAP_REGISTER_RISK : CAP_REGISTER_DOCUMENT,
                "code", "X", NULL);

  for (guint i = 0; i < 5; i++)
    {
      g_test_timer_start ();
      draw (fixture);
      elapsed = MIN (elapsed, g_test_timer_elapsed ());
    }
  g_test_minimized_result (elapsed, "1 000 pieces, 5 000 actions, 2 000 records: %.1f ms", elapsed * 1000);
  g_assert_cmpuint (get_row (fixture, "9.1.2")->actions->len, ==, 2500);
  g_test_message ("a search among them: %.1f ms", search (fixture) * 1000);
}

#define ADD(name) g_test_add ("/matrix/" #name, Fixture, NULL, setup, test_ ## name, teardown)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (clauses);
  ADD (both_ways);
  ADD (evidence);
  ADD (documents);
  ADD (gaps);
  ADD (exclusions);
  ADD (findings);
  ADD (core_and_scope);
  ADD (search);
  ADD (route);
  ADD (cost);

  return g_test_run ();
}
