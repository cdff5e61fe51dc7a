/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-figures.h"

#include "sample.h"

typedef struct
{
  CapDossier    *dossier;
  CapEvaluation *evaluation; /* the last one of @dossier */
} Fixture;

static CapEvaluation *
add_evaluation (Fixture      *fixture,
                CapFramework *framework,
                const char   *date)
{
  CapEvaluation *evaluation = cap_evaluation_new (NULL, fixture->dossier->evaluations->len + 1, date,
                                                  CAP_MODE_CAP, framework);

  g_ptr_array_add (fixture->dossier->evaluations, evaluation);

  return evaluation;
}

static void
rate (CapEvaluation *evaluation,
      const char    *code,
      int            level)
{
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated (code, level));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();

  fixture->dossier = cap_dossier_new ("d", cap_member_new ("Les Érables"));
  fixture->evaluation = add_evaluation (fixture, framework, "2024-05-02");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_dossier_unref (fixture->dossier);
}

static CapPhotograph *
draw (Fixture *fixture)
{
  return cap_photograph_new (fixture->evaluation, fixture->dossier->member);
}

static const CapFigureRow *
find_row (const CapFigure *figure,
          const char      *code)
{
  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);

      if (g_strcmp0 (row->code, code) == 0)
        return row;
    }

  g_error ("There is no row %s", code);
}

static gboolean
has_row (const CapFigure *figure,
         const char      *code)
{
  for (guint i = 0; i < figure->rows->len; i++)
    {
      if (g_strcmp0 (cap_figure_get_row (figure, i)->code, code) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Weakest first, and what has no score last. */
static void
test_bars (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(CapFigure) figure = NULL;

  rate (fixture->evaluation, "A1.1", 4);
  rate (fixture->evaluation, "B1.2", 1);
  photograph = draw (fixture);
  figure = cap_figures_new_bars (photograph, NULL);

  g_assert_cmpstr (cap_figure_get_row (figure, 0)->code, ==, "B1");
  g_assert_cmpstr (cap_figure_get_row (figure, 1)->code, ==, "A1");
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (cap_figure_get_row (figure, 1), 0)->value, 100, 0.001);
  g_assert_true (cap_figure_row_get (cap_figure_get_row (figure, 2), 0)->value < 0);
  g_assert_true (cap_figure_get_row (figure, 0)->flags & CAP_FIGURE_PROVISIONAL);
  g_assert_nonnull (strstr (figure->reading, "Your strong point: A1\u00A0– A1 (100%)"));
  g_assert_nonnull (strstr (figure->reading, "Your weak point: B1\u00A0– B1 (25%)"));
}

/* What goes up and what goes down are both said. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  CapEvaluation *before = fixture->evaluation;
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(CapComparison) comparison = NULL;
  g_autoptr(CapFigure) figure = NULL;

  rate (before, "A1.1", 1);
  rate (before, "B1.2", 3);
  fixture->evaluation = add_evaluation (fixture, before->framework, "2026-05-02");
  rate (fixture->evaluation, "A1.1", 3);
  rate (fixture->evaluation, "B1.2", 2);
  photograph = draw (fixture);
  comparison = cap_comparison_new (fixture->evaluation, before, fixture->dossier->member);
  figure = cap_figures_new_bars (photograph, comparison);

  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (find_row (figure, "A1"), 1)->value, 25, 0.001);
  g_assert_cmpstr (cap_figure_row_get (find_row (figure, "A1"), 2)->text, ==, "+50");
  g_assert_cmpstr (cap_figure_row_get (find_row (figure, "B1"), 2)->text, ==, "−25");
  g_assert_nonnull (strstr (figure->reading, "the best progress: A1\u00A0– A1 (+50)"));
  g_assert_nonnull (strstr (figure->reading, "the largest drop: B1\u00A0– B1 (−25)"));
}

static void
test_levels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(CapFigure) figure = NULL;
  const CapFigureRow *whole;

  rate (fixture->evaluation, "A1.1", 2);
  rate (fixture->evaluation, "A1.2", 2);
  rate (fixture->evaluation, "B1.2", 1);
  photograph = draw (fixture);
  figure = cap_figures_new_levels (photograph);
  whole = cap_figure_get_row (figure, 0);

  g_assert_cmpuint (figure->columns->len, ==, 7);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (whole, 1)->value, 1, 0.001);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (whole, 2)->value, 2, 0.001);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (find_row (figure, "B"), 1)->value, 1, 0.001);
  g_assert_nonnull (strstr (figure->reading, "2 criteria out of 3 are at level 2 or more."));
  g_assert_nonnull (strstr (figure->reading, "The most frequent level is 2\u00A0Level 2 (2)."));
}

/* A row for each criterion in scope, told by its objective; a core criterion below the minimum is said. */
static void
test_heat (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(CapFigure) figure = NULL;

  rate (fixture->evaluation, "A1.1", 1);
  photograph = draw (fixture);
  figure = cap_figures_new_heat (photograph);

  g_assert_cmpuint (figure->rows->len, ==, photograph->score.coverage.applicable);
  g_assert_false (has_row (figure, "A1.3"));
  g_assert_cmpstr (cap_figure_row_get (find_row (figure, "A1.1"), 0)->brief, ==, "1");
  g_assert_true (find_row (figure, "A1.1")->flags & CAP_FIGURE_CORE);
  g_assert_cmpstr (find_row (figure, "A1.2")->group, ==, "A1\u00A0– A1");
  g_assert_nonnull (strstr (figure->reading, "1 core criterion is below level 2: it comes first."));
}

static void
vote (CapEvaluation *evaluation,
      CapCollege     college,
      const char    *levels)
{
  for (guint i = 0; levels[i] != '\0'; i++)
    {
      g_autofree char *code = cap_college_dup_code (college, i + 1);
      CapBallot *ballot = cap_ballot_new (NULL, code, college);

      cap_ballot_set_level (ballot, "A1.1", levels[i] - '0');
      g_ptr_array_add (evaluation->ballots, ballot);
    }
}

/* The mean of those who may be told apart; two people are only within the whole. */
static void
test_voices (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = draw (fixture);
  g_autoptr(CapVotes) nobody = cap_votes_new (fixture->evaluation);
  g_autoptr(CapVotes) votes = NULL;
  g_autoptr(CapFigure) figure = NULL;
  const CapFigureRow *row;

  g_assert_null (cap_figures_new_voices (photograph, nobody));

  vote (fixture->evaluation, CAP_COLLEGE_PERMANENTS, "3332");
  vote (fixture->evaluation, CAP_COLLEGE_PARCOURS, "111");
  vote (fixture->evaluation, CAP_COLLEGE_PARTENAIRES, "444");
  votes = cap_votes_new (fixture->evaluation);
  figure = cap_figures_new_voices (photograph, votes);
  row = find_row (figure, "A1");

  g_assert_cmpuint (figure->rows->len, ==, 1);
  g_assert_cmpuint (figure->columns->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (row, 0)->value, 2.6, 0.001);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (row, 1)->value, 2.75, 0.001);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (row, 2)->value, 1, 0.001);
  g_assert_cmpfloat_with_epsilon (cap_figure_row_get (row, 3)->value, 4, 0.001);
}

/* Of two votes each of the two knows the other’s: nothing is told of them, not even together. */
static void
test_two_voices (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = draw (fixture);
  g_autoptr(CapVotes) votes = NULL;

  vote (fixture->evaluation, CAP_COLLEGE_DIRECTION, "40");
  votes = cap_votes_new (fixture->evaluation);
  g_assert_null (cap_figures_new_voices (photograph, votes));
}

static void
test_few_voices (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = draw (fixture);
  g_autoptr(CapVotes) votes = NULL;
  g_autoptr(CapFigure) figure = NULL;
  const CapFigureRow *row;

  vote (fixture->evaluation, CAP_COLLEGE_DIRECTION, "40");
  vote (fixture->evaluation, CAP_COLLEGE_PARCOURS, "1111");
  votes = cap_votes_new (fixture->evaluation);
  figure = cap_figures_new_voices (photograph, votes);
  row = find_row (figure, "A1");

  g_assert_true (cap_figure_row_get (row, 0)->value > 0);
  g_assert_true (cap_figure_row_get (row, 1)->value < 0);
  g_assert_nonnull (strstr (figure->note, "Directors"));
}

static void
test_course (Fixture       *fixture,
             gconstpointer  data)
{
  CapEvaluation *first = fixture->evaluation;
  g_autoptr(CapFigure) figure = NULL;

  g_assert_null (cap_figures_new_course (fixture->dossier, first));

  rate (first, "A1.1", 1);
  fixture->evaluation = add_evaluation (fixture, first->framework, "2025-05-02");
  rate (fixture->evaluation, "A1.1", 2);
  fixture->evaluation = add_evaluation (fixture, first->framework, "2026-05-02");
  rate (fixture->evaluation, "A1.1", 4);
  figure = cap_figures_new_course (fixture->dossier, fixture->evaluation);

  g_assert_cmpuint (figure->columns->len, ==, 3);
  g_assert_cmpstr (cap_figure_row_get (cap_figure_get_row (figure, 0), 0)->text, ==, "25%");
  g_assert_cmpstr (cap_figure_row_get (cap_figure_get_row (figure, 0), 1)->text, ==, "50%");
  g_assert_cmpstr (cap_figure_row_get (find_row (figure, "A"), 2)->text, ==, "100%");
  g_assert_nonnull (strstr (figure->reading, "the whole goes from 25% to 100%."));
}

/* Where only some criteria are compared, what is said of the change is about those, and no mark of then
 * stands beside a score of all of them. */
static void
test_partly_shared (Fixture       *fixture,
                    gconstpointer  data)
{
  CapEvaluation *before = fixture->evaluation;
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(CapComparison) comparison = NULL;
  g_autoptr(CapFigure) figure = NULL;

  ((CapCriterion *) cap_framework_find_criterion (before->framework, "A1.1"))->express = TRUE;
  before->path = CAP_PATH_EXPRESS;
  rate (before, "A1.1", 1);
  fixture->evaluation = add_evaluation (fixture, before->framework, "2026-05-02");
  rate (fixture->evaluation, "A1.1", 2);
  rate (fixture->evaluation, "A1.2", 4);
  photograph = draw (fixture);
  comparison = cap_comparison_new (fixture->evaluation, before, fixture->dossier->member);
  figure = cap_figures_new_bars (photograph, comparison);

  g_assert_cmpstr (cap_figure_row_get (find_row (figure, "A1"), 2)->text, ==, "+25");
  g_assert_true (cap_figure_row_get (find_row (figure, "A1"), 1)->value < 0);
  g_assert_nonnull (strstr (figure->reading, "A1\u00A0– A1 the most: 25 points."));
  g_assert_null (figure->note != NULL ? strstr (figure->note, "mark") : NULL);
}

/* Where the levels are others nothing can be compared, and nothing of then is drawn. */
static void
test_nothing_shared (Fixture       *fixture,
                     gconstpointer  data)
{
  CapEvaluation *before = fixture->evaluation;
  g_autoptr(CapFramework) next = sample_framework_new ();
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(CapComparison) comparison = NULL;
  g_autoptr(GPtrArray) figures = NULL;
  CapLevel *level = cap_level_new (5);

  g_free (next->version);
  next->version = g_strdup ("2027.1");
  level->label = g_strdup ("Level 5");
  g_ptr_array_add (next->levels, level);
  next->max_level = 5;
  rate (before, "A1.1", 1);
  fixture->evaluation = add_evaluation (fixture, next, "2026-05-02");
  rate (fixture->evaluation, "A1.1", 5);
  photograph = draw (fixture);
  comparison = cap_comparison_new (fixture->evaluation, before, fixture->dossier->member);
  figures = cap_figures_list (fixture->dossier, fixture->evaluation, photograph, comparison);
  g_assert_cmpuint (figures->len, ==, 4);
  g_assert_cmpuint (((const CapFigure *) g_ptr_array_index (figures, 0))->columns->len, ==, 2);
}

/* What a spreadsheet gets has as many cells on each line. */
static void
test_tsv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = draw (fixture);
  g_autoptr(CapFigure) figure = cap_figures_new_levels (photograph);
  g_autofree char *text = cap_figure_dup_tsv (figure);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, figure->columns->len + 1);
    }
  g_assert_cmpuint (g_strv_length (lines), ==, figure->rows->len + 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/scoring/figures/bars", Fixture, NULL, set_up, test_bars, tear_down);
  g_test_add ("/scoring/figures/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/scoring/figures/levels", Fixture, NULL, set_up, test_levels, tear_down);
  g_test_add ("/scoring/figures/heat", Fixture, NULL, set_up, test_heat, tear_down);
  g_test_add ("/scoring/figures/voices", Fixture, NULL, set_up, test_voices, tear_down);
  g_test_add ("/scoring/figures/two-voices", Fixture, NULL, set_up, test_two_voices, tear_down);
  g_test_add ("/scoring/figures/partly-shared", Fixture, NULL, set_up, test_partly_shared, tear_down);
  g_test_add ("/scoring/figures/few-voices", Fixture, NULL, set_up, test_few_voices, tear_down);
  g_test_add ("/scoring/figures/course", Fixture, NULL, set_up, test_course, tear_down);
  g_test_add ("/scoring/figures/nothing-shared", Fixture, NULL, set_up, test_nothing_shared, tear_down);
  g_test_add ("/scoring/figures/tsv", Fixture, NULL, set_up, test_tsv, tear_down);

  return g_test_run ();
}
