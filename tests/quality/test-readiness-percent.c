/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-readiness.h"

#include "tests/quality/quality-fixture.h"

/* Nothing that is taken away makes the percentage better: tried on dossiers that are filled at random. */

#define TODAY QUALITY_TODAY
#define N_DOSSIERS 8

typedef struct
{
  CapCatalogue *catalogue;
  CapDossier   *dossier;
  CapReadiness *readiness;
} Fixture;

static void
look (Fixture *fixture)
{
  g_clear_pointer (&fixture->readiness, cap_readiness_free);
  fixture->readiness = cap_readiness_new (fixture->dossier, fixture->catalogue, TODAY);
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
test_removals (gconstpointer data)
{
  Fixture fixture = {
    .catalogue = quality_fixture_new_catalogue (),
    .dossier = quality_fixture_new_dossier (CAP_MODE_CERTIFICATION),
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr(CapReadiness) before = NULL;

  fill (&fixture, random);
  before = cap_readiness_new (fixture.dossier, fixture.catalogue, TODAY);
  g_assert_cmpint (before->percent, >, 5);
  g_assert_cmpint (before->percent, <, 95);

  take_away_each (&fixture, fixture.dossier->evidence, before, "a piece of evidence");
  take_answers_away (&fixture, before);
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (is_proof (kind))
        take_away_each (&fixture, fixture.dossier->registers[kind], before, cap_register_get (kind)->name);
    }

  cap_readiness_free (fixture.readiness);
  cap_dossier_unref (fixture.dossier);
  cap_catalogue_unref (fixture.catalogue);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 0; seed < N_DOSSIERS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/readiness-percent/removals/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_removals);
    }

  return g_test_run ();
}
