/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-readiness.h"

#include "tests/quality/readiness-fixture.h"

#define N_DOSSIERS 8

/* What makes the percentage no better: reasons and lines that say nothing, and what is taken away. */

/* One line of each choice that matters, with what a form asks for and nothing else. */
static void
add_stubs (Fixture         *fixture,
           CapRegisterKind  kind)
{
  static const struct { CapRegisterKind kind; guint field; const char *choices[5]; } variants[] = {
    { CAP_REGISTER_ISSUE, CAP_ISSUE_ORIGIN, { "internal", "external" } },
    { CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, { "presentation", "climate", "policy", "scope" } },
    { CAP_REGISTER_PROCESS, CAP_PROCESS_KIND, { "management", "realisation", "support" } },
    { CAP_REGISTER_DOCUMENT, CAP_DOCUMENT_KIND, { "procedure", "record" } },
    { CAP_REGISTER_SURVEY, CAP_SURVEY_PUBLIC, { "participants", "clients", "prescribers" } },
  };
  CapRecord *record = add_record (fixture, kind, NULL);
  guint n = 0;

  cap_record_set (record, 0, "X");
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      for (guint j = 0; variants[i].kind == kind && variants[i].choices[j] != NULL; j++, n++)
        {
          if (n > 0)
            record = add_record (fixture, kind, NULL);
          cap_record_set (record, variants[i].field, variants[i].choices[j]);
          if (kind == CAP_REGISTER_DOCUMENT)
            {
              cap_record_set (record, CAP_DOCUMENT_TITLE, "X");
              cap_record_set (record, CAP_DOCUMENT_STATE, "draft");
              cap_record_set (record, CAP_DOCUMENT_REQUIREMENTS, "4, 5, 6, 7, 8, 9, 10");
            }
        }
    }
}

/* A letter for a reason takes nothing out of the total. */
static void
test_bare_exclusions (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const excluded[] = {
    "7.1.5", "8.3.1", "8.3.2", "8.3.3", "8.3.4", "8.3.5", "8.3.6", "8.5.2", "8.5.3", "8.5.4", "8.5.5",
  };
  int percent;
  guint total;

  aim (fixture, "cedre", "2027-03-31");
  quality_fixture_rate_all (fixture->dossier, 3);
  quality_fixture_support (fixture->dossier, "D4.1");
  look (fixture);
  percent = fixture->readiness->percent;
  total = fixture->readiness->n_total;
  for (guint i = 0; i < G_N_ELEMENTS (excluded); i++)
    add_record (fixture, CAP_REGISTER_EXCLUSION, "code", excluded[i], "reason", "x",
                "decided_by", "Bureau", "date", "2026-09-15", NULL);
  look (fixture);
  g_assert_cmpint (fixture->readiness->percent, <=, percent);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpstr (find (fixture, "clause/8.3.1")->sentence, ==,
                   "Say more about why clause 8.3.1 does not apply: an auditor reads the reason");
}

/* Lines that say nothing are as if they were not there: thirty of them make nothing better. */
static void
test_stubs (Fixture       *fixture,
            gconstpointer  data)
{
  CapAction *action = cap_action_new (NULL, "À faire");
  guint n_there;

  aim (fixture, "cedre", "2027-03-31");
  look (fixture);
  n_there = fixture->readiness->n_by_standing[CAP_STANDING_THERE];
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (kind != CAP_REGISTER_TARGET && kind != CAP_REGISTER_EXCLUSION)
        add_stubs (fixture, kind);
    }
  g_ptr_array_add (fixture->dossier->indicators, cap_indicator_new (NULL, "I-01", "Sorties dynamiques"));
  g_ptr_array_add (fixture->dossier->actions, action);
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_by_standing[CAP_STANDING_THERE], ==, n_there);
  g_assert_cmpuint (fixture->readiness->n_by_standing[CAP_STANDING_WEAK], ==, 0);
  g_assert_cmpuint (fixture->readiness->n_by_standing[CAP_STANDING_OUTDATED], ==, 0);

  /* What was begun is said, and opened. */
  assert_standing (fixture, "parties", CAP_STANDING_MISSING);
  g_assert_cmpstr (find (fixture, "parties")->sentence, ==, "Say what they expect, and how they are heard.");
  g_assert_true (g_str_has_prefix (find (fixture, "parties")->address, "record/party/"));
  g_assert_cmpstr (find (fixture, "plan")->sentence, ==, "Say who does what, and by when.");
  g_assert_cmpstr (find (fixture, "indicators")->sentence, ==, "Enter a first value.");
  g_assert_true (g_str_has_prefix (find (fixture, "maintain/4.3")->sentence, "“X” says nothing yet"));

  action->owner = g_strdup ("Direction");
  cap_record_set (fixture->dossier->registers[CAP_REGISTER_PARTY]->pdata[0], CAP_PARTY_EXPECTATIONS,
                  "Des postes");
  look (fixture);
  assert_standing (fixture, "parties", CAP_STANDING_WEAK);
  assert_standing (fixture, "plan", CAP_STANDING_WEAK);
}

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
      before = cap_readiness_new (fixture->dossier, fixture->catalogue, QUALITY_TODAY);
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

#define ADD(name) \
  g_test_add ("/readiness-percent/" #name, Fixture, NULL, readiness_fixture_set_up, test_ ## name, \
              readiness_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (bare_exclusions);
  ADD (stubs);
  ADD (not_flattered);

  return g_test_run ();
}
