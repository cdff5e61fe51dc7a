/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-commitment-figures.h"

#define TODAY "2026-11-20"

static const char * const types[] = {
  "validation", "decouverte", "coup-de-pouce", "soutien-actif", "mobilisation",
};

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static CapRecord *
add (CapDossier *dossier,
     const char *code,
     const char *type,
     const char *signed_on)
{
  CapRecord *commitment = cap_record_new (CAP_REGISTER_COMMITMENT, NULL);

  cap_record_set (commitment, CAP_COMMITMENT_CODE, code);
  cap_record_set (commitment, CAP_COMMITMENT_TYPE, type);
  cap_record_set (commitment, CAP_COMMITMENT_SIGNED, signed_on);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_COMMITMENT], commitment);

  return commitment;
}

static void
end (CapRecord  *commitment,
     const char *closed,
     const char *outcome)
{
  cap_record_set (commitment, CAP_COMMITMENT_CLOSED, closed);
  cap_record_set (commitment, CAP_COMMITMENT_OUTCOME, outcome);
}

/* What Midi-Pyrénées published in 2014 adds up to 99,8: nothing is corrected. */
static void
test_published (void)
{
  static const guint counts[] = { 384, 248, 213, 184, 133 };
  static const int published[] = { 330, 213, 183, 158, 114 };
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      for (guint j = 0; j < counts[i]; j++)
        add (dossier, NULL, types[i], "2014-06-30");
    }
  figures = cap_commitment_figures_new (dossier, "2014-01-01", "2014-12-31", TODAY);

  g_assert_cmpuint (figures->total, ==, 1162);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (cap_share_get_permille (cap_commitment_figures_get_type_share (figures, i)), ==,
                     published[i]);
  g_assert_cmpint (cap_commitment_figures_get_rounded_sum (figures), ==, 998);
  sum = cap_commitment_figures_dup_rounded_sum (figures);
  g_assert_cmpstr (sum, ==, "99.8%");
  g_assert_cmpstr (cap_commitment_figures_get_note (figures), ==,
                   "The total may differ from 100% because of rounding.");
  g_assert_cmpuint (cap_commitment_figures_find_main_type (figures), ==, 0);
}

/* Three thirds make 99,9; three sixths and a half 100,1; four quarters need no note; nothing has no rate. */
static void
test_rounding (void)
{
  static const struct { guint n_types; guint extra; int sum; gboolean noted; } cases[] = {
    { 3, 0, 999, TRUE }, { 4, 0, 1000, FALSE }, { 4, 2, 1001, TRUE }, { 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapDossier) dossier = new_dossier ();
      g_autoptr(CapCommitmentFigures) figures = NULL;

      for (guint j = 0; j < cases[i].n_types; j++)
        add (dossier, NULL, types[j], TODAY);
      for (guint j = 0; j < cases[i].extra; j++)
        add (dossier, NULL, types[0], TODAY);
      figures = cap_commitment_figures_new (dossier, NULL, NULL, TODAY);
      g_assert_cmpint (cap_commitment_figures_get_rounded_sum (figures), ==, cases[i].sum);
      g_assert_cmpint (cap_commitment_figures_get_note (figures) != NULL, ==, cases[i].noted);
    }
}

static void
test_period (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) year = NULL;
  g_autoptr(CapCommitmentFigures) whole = NULL;

  add (dossier, "2024-001", "validation", "2024-12-31");
  add (dossier, "2025-001", "decouverte", "2025-01-01");
  add (dossier, "2025-002", "decouverte", "2025-12-31");
  add (dossier, "2026-001", "mobilisation", "2026-01-01");
  add (dossier, "2026-002", "mobilisation", NULL);

  year = cap_commitment_figures_new (dossier, "2025-01-01", "2025-12-31", TODAY);
  g_assert_cmpuint (year->total, ==, 2);
  g_assert_cmpuint (year->by_type[1], ==, 2);
  g_assert_cmpuint (year->undated, ==, 1);
  g_assert_cmpuint (cap_commitment_figures_find_main_type (year), ==, 1);

  whole = cap_commitment_figures_new (dossier, NULL, NULL, TODAY);
  g_assert_cmpuint (whole->total, ==, 4);
  g_assert_cmpuint (whole->in_course, ==, 5);
}

/* Rates are of those ended in the period, whatever the year of their signature, those of which nobody
 * said how included. */
static void
test_outcomes (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autofree char *durable = NULL;
  g_autofree char *dynamic = NULL;

  end (add (dossier, "1", "validation", "2024-03-01"), "2026-01-15", "durable");
  end (add (dossier, "2", "validation", "2025-03-01"), "2026-02-15", "durable");
  end (add (dossier, "3", "validation", "2025-04-01"), "2026-03-15", "transition");
  end (add (dossier, "4", "validation", "2025-05-01"), "2026-04-15", "positive");
  end (add (dossier, "5", "validation", "2025-06-01"), "2026-05-15", "other");
  end (add (dossier, "6", "validation", "2025-07-01"), "2026-06-15", NULL);
  end (add (dossier, "7", "validation", "2025-07-01"), "2025-12-31", "durable");
  add (dossier, "8", "validation", "2026-07-01");

  figures = cap_commitment_figures_new (dossier, "2026-01-01", "2026-12-31", TODAY);
  g_assert_cmpuint (figures->ended, ==, 6);
  g_assert_cmpuint (figures->by_outcome[CAP_OUTCOME_DURABLE], ==, 2);
  g_assert_cmpuint (figures->by_outcome[CAP_OUTCOME_OTHER], ==, 1);
  g_assert_cmpuint (figures->unsaid, ==, 1);
  g_assert_cmpuint (figures->dynamic, ==, 4);
  durable = cap_share_dup_text (cap_commitment_figures_get_outcome_share (figures, CAP_OUTCOME_DURABLE));
  g_assert_cmpstr (durable, ==, "2 of 6 (33.3%)");
  dynamic = cap_share_dup_text (cap_commitment_figures_get_dynamic_share (figures));
  g_assert_cmpstr (dynamic, ==, "4 of 6 (66.7%)");
  g_assert_cmpuint (figures->in_course, ==, 1);
}

static void
test_states (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) figures = NULL;

  cap_record_set (add (dossier, "1", "validation", "2026-05-01"), CAP_COMMITMENT_REVIEW, "2026-11-19");
  cap_record_set (add (dossier, "2", "validation", "2026-04-01"), CAP_COMMITMENT_REVIEW, "2026-10-01");
  cap_record_set (add (dossier, "3", "validation", "2026-05-01"), CAP_COMMITMENT_REVIEW, TODAY);
  cap_record_set (add (dossier, "4", "validation", "2026-05-01"), CAP_COMMITMENT_REVIEW, "2026-12-20");
  cap_record_set (add (dossier, "5", "validation", "2026-05-01"), CAP_COMMITMENT_REVIEW, "2026-12-21");
  add (dossier, "6", "validation", "2026-05-01");
  cap_record_set (add (dossier, "7", "validation", "2025-05-01"), CAP_COMMITMENT_REVIEW, "2025-11-01");
  end (g_ptr_array_index (dossier->registers[CAP_REGISTER_COMMITMENT], 6), "2026-01-01", "other");

  figures = cap_commitment_figures_new (dossier, "2030-01-01", "2030-12-31", TODAY);
  g_assert_cmpuint (figures->late->len, ==, 2); /* whatever the period: today is today */
  g_assert_cmpstr (cap_record_get_code (g_ptr_array_index (figures->late, 0)), ==, "2");
  g_assert_cmpstr (cap_record_get_code (g_ptr_array_index (figures->late, 1)), ==, "1");
  g_assert_cmpuint (figures->due->len, ==, 2);
  g_assert_cmpstr (cap_record_get_code (g_ptr_array_index (figures->due, 0)), ==, "3");
  g_assert_cmpuint (figures->without_review, ==, 1);
  g_assert_cmpuint (figures->in_course, ==, 6);
}

/* What has no type, or one that nothing knows, is counted and said. */
static void
test_untyped (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autoptr(GPtrArray) years = NULL;
  g_autofree char *untyped = NULL;

  add (dossier, "1", "validation", "2026-01-05");
  add (dossier, "2", "of-another-year", "2026-01-05");
  add (dossier, "3", NULL, "2026-01-05");
  add (dossier, "4", "validation", "2026-01-05");

  figures = cap_commitment_figures_new (dossier, "2026-01-01", "2026-12-31", TODAY);
  g_assert_cmpuint (figures->total, ==, 4);
  g_assert_cmpuint (figures->in_course, ==, 4);
  g_assert_cmpuint (figures->untyped, ==, 2);
  untyped = cap_share_dup_text (cap_commitment_figures_get_untyped_share (figures));
  g_assert_cmpstr (untyped, ==, "2 of 4 (50.0%)");
  g_assert_cmpint (cap_commitment_figures_get_rounded_sum (figures), ==, 1000);
  g_assert_null (cap_commitment_figures_get_note (figures));
  years = cap_commitment_evolution_new (dossier, CAP_FREQUENCY_YEARLY, TODAY, 1, TODAY);
  g_assert_cmpuint (((const CapCommitmentSpan *) g_ptr_array_index (years, 0))->total, ==, 4);
}

/* An end that is planned is still to come: the review before it may be late, and no rate counts it. */
static void
test_planned_end (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autoptr(GPtrArray) years = NULL;
  CapRecord *commitment = add (dossier, "1", "validation", "2026-01-05");

  cap_record_set (commitment, CAP_COMMITMENT_REVIEW, "2026-07-05");
  end (commitment, "2026-12-31", NULL);
  end (add (dossier, "2", "validation", "2026-01-05"), TODAY, "durable");

  figures = cap_commitment_figures_new (dossier, "2026-01-01", "2026-12-31", TODAY);
  g_assert_cmpuint (figures->in_course, ==, 1);
  g_assert_cmpuint (figures->late->len, ==, 1);
  g_assert_cmpuint (figures->ended, ==, 1);
  g_assert_cmpuint (figures->unsaid, ==, 0);
  years = cap_commitment_evolution_new (dossier, CAP_FREQUENCY_YEARLY, "2026-12-31", 1, TODAY);
  g_assert_cmpuint (((const CapCommitmentSpan *) g_ptr_array_index (years, 0))->ended, ==, 1);
}

static void
add_review (CapDossier *dossier,
            const char *due,
            const char *held)
{
  CapRecord *review = cap_record_new_part (CAP_REGISTER_COMMITMENT_REVIEW, NULL, "parent");

  cap_record_set (review, CAP_COMMITMENT_REVIEW_DUE, due);
  cap_record_set (review, CAP_COMMITMENT_REVIEW_HELD, held);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_COMMITMENT_REVIEW], review);
}

static void
test_reviews (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autofree char *median = NULL;

  add_review (dossier, "2026-03-01", "2026-03-08"); /* 7 late */
  add_review (dossier, "2026-04-01", "2026-03-30"); /* 2 early */
  add_review (dossier, "2026-05-01", "2026-05-02"); /* 1 late */
  add_review (dossier, "2026-06-01", "2026-06-03"); /* 2 late */
  add_review (dossier, NULL, "2026-07-01");
  add_review (dossier, "2025-03-01", "2025-12-31"); /* of the year before */

  figures = cap_commitment_figures_new (dossier, "2026-01-01", "2026-12-31", TODAY);
  g_assert_cmpuint (figures->held, ==, 5);
  g_assert_cmpuint (figures->held_dated, ==, 4);
  g_assert_cmpuint (figures->held_on_time, ==, 1);
  g_assert_cmpuint (figures->delays.n, ==, 4);
  g_assert_cmpint (figures->delays.median, ==, 15);
  g_assert_cmpint (figures->delays.mean, ==, 20);
  median = cap_delays_dup_days (figures->delays.median);
  g_assert_cmpstr (median, ==, "1.5 days");
}

static void
test_evolution (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(GPtrArray) years = NULL;
  g_autoptr(GPtrArray) quarters = NULL;
  const CapCommitmentSpan *span;

  add (dossier, "1", "validation", "2023-12-31");
  end (add (dossier, "2", "decouverte", "2024-05-01"), "2026-10-01", "transition");
  add (dossier, "3", "validation", "2026-09-30");
  end (add (dossier, "4", "mobilisation", "2026-10-01"), "2026-11-01", "other");

  years = cap_commitment_evolution_new (dossier, CAP_FREQUENCY_YEARLY, TODAY, 3, TODAY);
  g_assert_cmpuint (years->len, ==, 3);
  span = g_ptr_array_index (years, 0);
  g_assert_cmpstr (span->period->label, ==, "2024");
  g_assert_cmpuint (span->total, ==, 1);
  span = g_ptr_array_index (years, 2);
  g_assert_cmpuint (span->total, ==, 2);
  g_assert_cmpuint (span->by_type[0], ==, 1);
  g_assert_cmpuint (span->ended, ==, 2);
  g_assert_cmpuint (span->dynamic, ==, 1);

  quarters = cap_commitment_evolution_new (dossier, CAP_FREQUENCY_QUARTERLY, TODAY, 2, TODAY);
  span = g_ptr_array_index (quarters, 0);
  g_assert_cmpstr (span->period->label, ==, "Q3 2026");
  g_assert_cmpuint (span->total, ==, 1);
  span = g_ptr_array_index (quarters, 1);
  g_assert_cmpuint (span->total, ==, 1);
  g_assert_cmpuint (span->ended, ==, 2);
}

static void
test_year (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapPeriod) none = cap_commitment_find_year (dossier, TODAY);
  g_autoptr(CapPeriod) before = NULL;
  g_autoptr(CapPeriod) present = NULL;

  g_assert_cmpstr (none->label, ==, "2026");
  end (add (dossier, "1", "validation", "2024-05-01"), "2025-02-01", "other");
  add (dossier, "2", "validation", "2027-01-01"); /* a slip of the pen */
  before = cap_commitment_find_year (dossier, TODAY);
  g_assert_cmpstr (before->label, ==, "2025");
  g_assert_cmpstr (before->first, ==, "2025-01-01");
  add (dossier, "3", "validation", "2026-01-01");
  present = cap_commitment_find_year (dossier, TODAY);
  g_assert_cmpstr (present->last, ==, "2026-12-31");
}

static void
test_delays (void)
{
  static const struct { int days[4]; guint n; int median; int mean; } cases[] = {
    { { 0 }, 0, 0, 0 }, { { 4 }, 1, 40, 40 }, { { 9, 1 }, 2, 50, 50 }, { { 9, 1, 1 }, 3, 10, 37 },
    { { 2, 1, 0, 0 }, 4, 5, 8 }, { { -3, -2 }, 2, -25, -25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
      CapDelays delays;

      g_array_append_vals (days, cases[i].days, cases[i].n);
      delays = cap_delays_measure (days);
      g_assert_cmpuint (delays.n, ==, cases[i].n);
      g_assert_cmpint (delays.median, ==, cases[i].median);
      g_assert_cmpint (delays.mean, ==, cases[i].mean);
    }
}

static void
test_late (void)
{
  static const struct { int tenths; const char *text; } cases[] = {
    { 0, "on the day" }, { 10, "1 day late" }, { 15, "1.5 days late" }, { -10, "1 day early" },
    { -5, "0.5 days early" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cap_delays_dup_late (cases[i].tenths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/commitment-figures/published", test_published);
  g_test_add_func ("/quality/commitment-figures/rounding", test_rounding);
  g_test_add_func ("/quality/commitment-figures/period", test_period);
  g_test_add_func ("/quality/commitment-figures/outcomes", test_outcomes);
  g_test_add_func ("/quality/commitment-figures/states", test_states);
  g_test_add_func ("/quality/commitment-figures/untyped", test_untyped);
  g_test_add_func ("/quality/commitment-figures/planned-end", test_planned_end);
  g_test_add_func ("/quality/commitment-figures/reviews", test_reviews);
  g_test_add_func ("/quality/commitment-figures/evolution", test_evolution);
  g_test_add_func ("/quality/commitment-figures/year", test_year);
  g_test_add_func ("/quality/commitment-figures/delays", test_delays);
  g_test_add_func ("/quality/commitment-figures/late", test_late);

  return g_test_run ();
}
