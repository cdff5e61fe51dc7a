/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-readiness.h"

#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "tests/quality/quality-fixture.h"

#define TODAY QUALITY_TODAY
#define N_DOSSIERS 8

typedef struct
{
  CapCatalogue *catalogue;
  CapDossier   *dossier;
  CapReadiness *readiness;
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
  g_clear_pointer (&fixture->readiness, cap_readiness_free);
  cap_dossier_unref (fixture->dossier);
  cap_catalogue_unref (fixture->catalogue);
}

static void
look (Fixture *fixture)
{
  g_clear_pointer (&fixture->readiness, cap_readiness_free);
  fixture->readiness = cap_readiness_new (fixture->dossier, fixture->catalogue, TODAY);
}

static gboolean
asks_for (Fixture    *fixture,
          const char *name)
{
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);

      if (g_str_equal (item->name, name))
        return TRUE;
    }

  return FALSE;
}

static const CapReadinessItem *
find (Fixture    *fixture,
      const char *name)
{
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);

      if (g_str_equal (item->name, name))
        return item;
    }

  g_assert_not_reached ();
}

static void
assert_standing (Fixture     *fixture,
                 const char  *name,
                 CapStanding  standing)
{
  const CapReadinessItem *item = find (fixture, name);

  g_assert_cmpstr (cap_standing_to_name (item->standing), ==, cap_standing_to_name (standing));
}

#define add_record(fixture, ...) quality_fixture_add_record ((fixture)->dossier, __VA_ARGS__)

static CapRecord *
aim (Fixture    *fixture,
     const char *route,
     const char *date)
{
  return add_record (fixture, CAP_REGISTER_TARGET, "code", "AV-01", "route", route, "date", date,
                     "kind", "surveillance", NULL);
}

/* Nothing is there: no percentage without an audit, then nothing but the audit counts. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  guint total;

  look (fixture);
  g_assert_cmpint (fixture->readiness->percent, ==, -1);
  g_assert_null (fixture->readiness->audit_day);
  g_assert_null (find (fixture, "parties")->due);
  g_assert_cmpstr (find (fixture, "target")->address, ==, "register/target");
  total = fixture->readiness->n_total;
  g_assert_cmpuint (total, >, 100);

  aim (fixture, "cedre", "2027-03-31");
  look (fixture);
  g_assert_cmpint (fixture->readiness->percent, ==, 0);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpuint (fixture->readiness->n_by_standing[CAP_STANDING_THERE], ==, 1);
  g_assert_cmpint (fixture->readiness->days_left, ==, 131);
  assert_standing (fixture, "target", CAP_STANDING_THERE);
}

/* Every part that is filled by people, every clause, and an address that can be opened. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean parts[CAP_N_READINESS_PARTS + 1] = { FALSE };
  guint n_clauses = 0;

  look (fixture);
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);
      g_autofree char *target = NULL;
      CapAddressKind kind;

      g_assert_true (cap_address_parse (item->address, &kind, &target));
      g_assert_cmpstr (item->title, !=, "");
      g_assert_cmpstr (item->sentence, !=, "");
      parts[item->part] = TRUE;
      n_clauses += g_str_has_prefix (item->name, "clause/");
    }

  for (guint part = 1; part <= CAP_N_READINESS_PARTS; part++)
    g_assert_true (parts[part]);
  g_assert_cmpuint (n_clauses, ==, fixture->readiness->matrix->rows->len);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *name; const char *due; } cases[] = {
    { "evaluation", "2026-12-31" },
    { "management-review", "2027-01-30" },
    { "retain/9.2.2", "2027-01-30" },
    { "maintain/4.3", "2027-02-14" },
    { "clause/7.2", "2027-03-01" },
    { "visas", "2027-03-24" },
  };
  const char *last = "";

  aim (fixture, "cedre", "2027-03-31");
  look (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find (fixture, cases[i].name)->due, ==, cases[i].due);

  /* By date, then the worst first. */
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);
      const CapReadinessItem *before = i > 0 ? g_ptr_array_index (fixture->readiness->items, i - 1) : item;

      g_assert_cmpint (strcmp (item->due, last), >=, 0);
      g_assert_true (!g_str_equal (item->due, last) || before->standing <= item->standing);
      last = item->due;
    }
}

/* The end of February, in and out of leap years. */
static void
test_month_ends (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { const char *audit; const char *evidence; const char *review; } cases[] = {
    { "2027-03-01", "2027-01-30", "2026-12-31" },
    { "2028-03-01", "2028-01-31", "2028-01-01" },
    { "2028-03-30", "2028-02-29", "2028-01-30" },
    { "2027-03-30", "2027-02-28", "2027-01-29" },
    { "2027-01-15", "2026-12-16", "2026-11-16" },
  };
  CapRecord *target = aim (fixture, "cedre", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cap_record_set (target, CAP_TARGET_DATE, cases[i].audit);
      look (fixture);
      g_assert_cmpstr (find (fixture, "clause/4.1")->due, ==, cases[i].evidence);
      g_assert_cmpstr (find (fixture, "management-review")->due, ==, cases[i].review);
    }

  g_assert_true (cap_readiness_item_is_late (find (fixture, "management-review"), TODAY));
  g_assert_false (cap_readiness_item_is_late (find (fixture, "clause/4.1"), TODAY));
}

/* What holds today may not hold on the day of the audit. */
static void
test_day_of_audit (Fixture       *fixture,
                   gconstpointer  data)
{
  CapEvidence *evidence = quality_fixture_add_evidence (fixture->dossier, CAP_PLACE_REQUIREMENT, "7.2");

  evidence->expires = g_strdup ("2027-01-31");
  add_record (fixture, CAP_REGISTER_MANAGEMENT_REVIEW, "code", "RD-01", "date", "2026-02-01",
              "finalised", "2026-02-10", NULL);
  aim (fixture, "cedre", "2027-01-31");
  quality_fixture_rate_all (fixture->dossier, 3);
  look (fixture);
  assert_standing (fixture, "clause/7.2", CAP_STANDING_THERE);
  assert_standing (fixture, "management-review", CAP_STANDING_THERE);
  assert_standing (fixture, "evaluation", CAP_STANDING_THERE);
  assert_standing (fixture, "core", CAP_STANDING_THERE);

  cap_record_set (fixture->dossier->registers[CAP_REGISTER_TARGET]->pdata[0], CAP_TARGET_DATE, "2027-02-02");
  look (fixture);
  assert_standing (fixture, "clause/7.2", CAP_STANDING_OUTDATED);
  assert_standing (fixture, "retain/7.2", CAP_STANDING_OUTDATED);
  assert_standing (fixture, "management-review", CAP_STANDING_OUTDATED);
}

/* Evidence, then the levels of the criteria. */
static void
test_clause (Fixture       *fixture,
             gconstpointer  data)
{
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_MISSING);
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->address, ==, "requirement/9.2.2");

  quality_fixture_support (fixture->dossier, "D4.1");
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_WEAK);
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->sentence, ==, "Still to be answered: D4.1, D4.2.");
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->address, ==, "criterion/D4.1");

  quality_fixture_rate (fixture->dossier, "D4.1", 2);
  quality_fixture_rate (fixture->dossier, "D4.2", 1);
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_WEAK);
  assert_standing (fixture, "clause/9.2.1", CAP_STANDING_THERE);
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->address, ==, "criterion/D4.2");

  quality_fixture_rate (fixture->dossier, "D4.2", 2);
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_THERE);
}

/* Only what may be left out, with a reason, leaves the total. */
static void
test_exclusions (Fixture       *fixture,
                 gconstpointer  data)
{
  CapRecord *exclusion;
  guint total;

  look (fixture);
  total = fixture->readiness->n_total;

  exclusion = add_record (fixture, CAP_REGISTER_EXCLUSION, "code", "8.3", NULL);
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  assert_standing (fixture, "clause/8.3.1", CAP_STANDING_MISSING);
  cap_record_set (exclusion, CAP_EXCLUSION_REASON, "Nos services sont ceux du conventionnement");
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total - 6);
  g_assert_cmpstr (find (fixture, "clause/8.3.1")->sentence, ==,
                   "Nos services sont ceux du conventionnement");

  cap_record_set (exclusion, CAP_EXCLUSION_CODE, "9.2");
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpstr (find (fixture, "clause/9.2.1")->sentence, ==,
                   "Clause 9.2 (Audit interne) applies to every structure: it cannot be left out");
}

/* The short path and the one-day CAP do not make less of what a certification looks at. */
static void
test_path (Fixture       *fixture,
           gconstpointer  data)
{
  CapEvaluation *evaluation = fixture->dossier->evaluations->pdata[0];
  guint n_criteria;
  guint total;

  look (fixture);
  total = fixture->readiness->n_total;
  n_criteria = fixture->readiness->n_criteria;
  evaluation->mode = CAP_MODE_CAP;
  evaluation->path = CAP_PATH_EXPRESS;
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpuint (fixture->readiness->n_criteria, ==, n_criteria);

  /* What the evaluation in course does not look at is answered in another one. */
  quality_fixture_rate_all (fixture->dossier, 3);
  quality_fixture_clear (fixture->dossier, "D6.1");
  look (fixture);
  g_assert_cmpstr (find (fixture, "evaluation")->address, ==, "page/evaluation");
}

/* A route without a standard looks at criteria. */
static void
test_criteria_only (Fixture       *fixture,
                    gconstpointer  data)
{
  aim (fixture, "cap-rse", "2027-03-31");
  quality_fixture_support (fixture->dossier, "A1.1");
  look (fixture);
  g_assert_false (asks_for (fixture, "clause/4.1"));
  assert_standing (fixture, "criterion/A1.1", CAP_STANDING_MISSING);
  quality_fixture_rate (fixture->dossier, "A1.1", 3);
  look (fixture);
  assert_standing (fixture, "criterion/A1.1", CAP_STANDING_THERE);
}

/* The words that go with the percentage. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *delay = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *evaluation = NULL;
  g_autofree char *expected = NULL;

  aim (fixture, "cedre", "2026-11-21");
  add_record (fixture, CAP_REGISTER_PARTY, "code", "PI-01", "name", "France Travail", NULL);
  quality_fixture_rate (fixture->dossier, "A1.1", 3);
  look (fixture);
  delay = cap_readiness_dup_delay (fixture->readiness);
  g_assert_cmpstr (delay, ==, "1 day left until the audit, on 21 November 2026.");
  summary = cap_readiness_dup_summary (fixture->readiness);
  expected = g_strdup_printf ("1 of %u expected is in place; 2 weak or out of date count for a half",
                              fixture->readiness->n_total);
  g_assert_cmpstr (summary, ==, expected);
  evaluation = cap_readiness_dup_evaluation (fixture->readiness);
  g_assert_true (g_str_has_prefix (evaluation, "The evaluation is not complete: 1 criterion of "));
}

/* ---- Nothing that is taken away makes the percentage better ---- */

static const char *
pick_date (GRand *random)
{
  static const char * const dates[] = {
    "2024-01-10", "2025-12-01", "2026-02-28", "2026-11-19", "2026-11-21", "2027-02-01", "2028-01-01",
  };

  return dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))];
}

static char *
pick_value (GRand          *random,
            const CapField *field,
            guint           rank)
{
  static const char * const clauses[] = { "4.3", "4.4.2, 8.1", "5.2.2", "8.2.1", "8.4", "9.2.2", "10.2" };
  guint n = 0;

  switch (field->kind)
    {
    case CAP_VALUE_DATE:
      return g_strdup (pick_date (random));

    case CAP_VALUE_CHOICE:
      while (field->choices[n].name != NULL)
        n++;
      return g_strdup (field->choices[g_rand_int_range (random, 0, (int) n)].name);

    case CAP_VALUE_NUMBER:
      return g_strdup_printf ("%d", field->minimum);

    case CAP_VALUE_CODES:
      return g_strdup (clauses[g_rand_int_range (random, 0, G_N_ELEMENTS (clauses))]);

    case CAP_VALUE_LINE:
    case CAP_VALUE_TEXT:
    default:
      return g_strdup_printf ("X-%u", rank);
    }
}

static void
fill_register (CapDossier      *dossier,
               CapRegisterKind  kind,
               GRand           *random)
{
  const CapRegister *reg = cap_register_get (kind);
  const guint n = kind == CAP_REGISTER_TARGET ? 1 : (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      CapRecord *record = cap_record_new (kind, NULL);

      for (guint j = 0; j < reg->n_fields; j++)
        {
          g_autofree char *value = pick_value (random, &reg->fields[j], i);

          if (reg->fields[j].required || g_rand_int_range (random, 0, 3) > 0)
            cap_record_set (record, j, value);
        }
      g_ptr_array_add (dossier->registers[kind], record);

      if (g_rand_boolean (random))
        quality_fixture_add_evidence (dossier, CAP_PLACE_RECORD, record->id);
    }
}

static void
fill (Fixture *fixture,
      GRand   *random)
{
  static const char * const exclusions[] = { "7.1.5", "8.3", "9.2", "8.5.4" };
  CapDossier *dossier = fixture->dossier;
  const GPtrArray *excluded = dossier->registers[CAP_REGISTER_EXCLUSION];
  const GPtrArray *criteria = cap_dossier_get_current (dossier)->framework->criteria;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    fill_register (dossier, kind, random);
  cap_record_set (dossier->registers[CAP_REGISTER_TARGET]->pdata[0], CAP_TARGET_ROUTE, "cedre");
  for (guint i = 0; i < excluded->len; i++)
    cap_record_set (g_ptr_array_index (excluded, i), CAP_EXCLUSION_CODE, exclusions[i]);

  for (guint i = 0; i < criteria->len; i++)
    {
      const char *code = ((CapCriterion *) g_ptr_array_index (criteria, i))->code;

      if (g_rand_int_range (random, 0, 5) > 0)
        quality_fixture_rate (dossier, code, g_rand_int_range (random, 0, 5));
      if (g_rand_int_range (random, 0, 3) == 0)
        quality_fixture_support (dossier, code);
    }
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      if (g_rand_int_range (random, 0, 3) == 0)
        ((CapEvidence *) g_ptr_array_index (dossier->evidence, i))->expires = g_strdup (pick_date (random));
    }
}

/* In halves of a hundredth, without rounding: 2·there + weak, out of twice the total. */
static void
assert_not_better (Fixture            *fixture,
                   const CapReadiness *before,
                   const char         *what)
{
  const guint *old = before->n_by_standing;
  const guint *now;
  guint64 left;
  guint64 right;

  look (fixture);
  now = fixture->readiness->n_by_standing;
  left = (2 * now[CAP_STANDING_THERE] + now[CAP_STANDING_WEAK] + now[CAP_STANDING_OUTDATED]) *
         (guint64) before->n_total;
  right = (2 * old[CAP_STANDING_THERE] + old[CAP_STANDING_WEAK] + old[CAP_STANDING_OUTDATED]) *
          (guint64) fixture->readiness->n_total;
  if (left > right)
    g_error ("%s: %d %% became %d %% when it was taken away", what, before->percent,
             fixture->readiness->percent);
  g_assert_cmpint (fixture->readiness->percent, <=, before->percent);
}

/* What decides where the bar is has its own tests: what is left out, and the audit. */
static gboolean
is_proof (CapRegisterKind kind)
{
  return kind != CAP_REGISTER_EXCLUSION && kind != CAP_REGISTER_TARGET;
}

static void
take_away_each (Fixture            *fixture,
                GPtrArray          *array,
                const CapReadiness *before,
                const char         *what)
{
  for (guint i = 0; i < array->len; i++)
    {
      gpointer item = g_ptr_array_steal_index (array, i);

      assert_not_better (fixture, before, what);
      g_ptr_array_insert (array, (int) i, item);
    }
}

static void
take_answers_away (Fixture            *fixture,
                   const CapReadiness *before)
{
  CapEvaluation *evaluation = fixture->dossier->evaluations->pdata[0];
  const GPtrArray *criteria = evaluation->framework->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const char *code = ((CapCriterion *) g_ptr_array_index (criteria, i))->code;
      CapAnswer *answer = cap_evaluation_dup_answer (evaluation, code);

      cap_evaluation_take_answer (evaluation, cap_answer_new (code));
      assert_not_better (fixture, before, code);
      cap_evaluation_take_answer (evaluation, answer);
    }
}

static void
test_not_flattered (Fixture       *fixture,
                    gconstpointer  data)
{
  for (guint seed = 0; seed < N_DOSSIERS; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(CapReadiness) before = NULL;

      cap_dossier_unref (fixture->dossier);
      fixture->dossier = quality_fixture_new_dossier (CAP_MODE_CERTIFICATION);
      fill (fixture, random);
      before = cap_readiness_new (fixture->dossier, fixture->catalogue, TODAY);
      g_assert_cmpint (before->percent, >, 5);
      g_assert_cmpint (before->percent, <, 95);

      take_away_each (fixture, fixture->dossier->evidence, before, "a piece of evidence");
      take_answers_away (fixture, before);
      for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
        {
          if (is_proof (kind))
            take_away_each (fixture, fixture->dossier->registers[kind], before,
                            cap_register_get (kind)->name);
        }
    }
}

#define ADD(name) g_test_add ("/readiness/" #name, Fixture, NULL, setup, test_ ## name, teardown)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (empty);
  ADD (parts);
  ADD (dates);
  ADD (month_ends);
  ADD (day_of_audit);
  ADD (clause);
  ADD (exclusions);
  ADD (path);
  ADD (criteria_only);
  ADD (words);
  ADD (not_flattered);

  return g_test_run ();
}
