/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-votes.h"

#include "sample.h"

static CapEvaluation *
new_evaluation (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();

  return cap_evaluation_new ("e", 1, "2026-11-26", CAP_MODE_CAP, framework);
}

/* @levels: a digit for each respondent of the college. */
static void
vote (CapEvaluation *evaluation,
      CapCollege     college,
      const char    *criterion,
      const char    *levels)
{
  for (guint i = 0; levels[i] != '\0'; i++)
    {
      g_autofree char *code = cap_college_dup_code (college, i + 1);
      CapBallot *ballot = (CapBallot *) cap_evaluation_find_ballot (evaluation, code);

      if (ballot == NULL)
        {
          ballot = cap_ballot_new (NULL, code, college);
          g_ptr_array_add (evaluation->ballots, ballot);
        }
      cap_ballot_set_level (ballot, criterion, levels[i] - '0');
    }
}

/* The median by putting the votes in order, as one does by hand. */
static int
get_median_halves (const char *levels)
{
  g_autofree char *sorted = g_strdup (levels);
  const guint n = (guint) strlen (sorted);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        {
          if (sorted[j] < sorted[i])
            {
              const char swap = sorted[i];

              sorted[i] = sorted[j];
              sorted[j] = swap;
            }
        }
    }

  return n % 2 == 1 ? 2 * (sorted[n / 2] - '0') : sorted[n / 2 - 1] - '0' + sorted[n / 2] - '0';
}

static void
test_figures (void)
{
  static const struct
  {
    const char *levels;
    int         lowest;
    int         highest;
    int         median_halves;
    gboolean    discuss;
  } cases[] = {
    { "2", 2, 2, 4, FALSE }, { "12", 1, 2, 3, FALSE }, { "13", 1, 3, 4, TRUE },
    { "0444", 0, 4, 8, TRUE }, { "2211", 1, 2, 3, FALSE }, { "0123", 0, 3, 3, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapEvaluation) evaluation = new_evaluation ();
      g_autoptr(CapVotes) votes = NULL;
      const CapSpread *spread;

      vote (evaluation, CAP_COLLEGE_PERMANENTS, "A1.1", cases[i].levels);
      votes = cap_votes_new (evaluation);
      spread = cap_votes_get (votes, "A1.1");
      g_assert_cmpuint (spread->whole.n_votes, ==, strlen (cases[i].levels));
      g_assert_cmpint (spread->whole.lowest, ==, cases[i].lowest);
      g_assert_cmpint (spread->whole.highest, ==, cases[i].highest);
      g_assert_cmpint (spread->whole.median_halves, ==, cases[i].median_halves);
      g_assert_true (spread->discuss == cases[i].discuss);
    }
}

/* Any votes: as the naive median says. */
static void
test_median (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr(CapEvaluation) evaluation = new_evaluation ();
      g_autoptr(CapVotes) votes = NULL;
      char levels[20] = "";
      const guint n = (guint) g_test_rand_int_range (1, 19);

      for (guint i = 0; i < n; i++)
        levels[i] = (char) ('0' + g_test_rand_int_range (0, 5));
      vote (evaluation, CAP_COLLEGE_DIRECTION, "A1.1", levels);
      votes = cap_votes_new (evaluation);
      g_assert_cmpint (cap_votes_get (votes, "A1.1")->whole.median_halves, ==, get_median_halves (levels));
    }
}

static void
test_nobody (void)
{
  g_autoptr(CapEvaluation) evaluation = new_evaluation ();
  g_autoptr(CapVotes) votes = cap_votes_new (evaluation);
  const CapSpread *spread = cap_votes_get (votes, "A1.1");

  g_assert_cmpuint (spread->whole.n_votes, ==, 0);
  g_assert_cmpint (spread->whole.median_halves, ==, -1);
  g_assert_false (spread->discuss);
  g_assert_cmpint (cap_spread_get_distance (spread, 3), ==, 0);
}

/* Whatever the numbers: a college of one or two is never told, nor can it be worked out from the rest. */
static void
test_hidden (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr(CapEvaluation) evaluation = new_evaluation ();
      g_autoptr(CapVotes) votes = NULL;
      const CapSpread *spread;
      guint n_hidden = 0;
      guint n_shown = 0;

      for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
        {
          char levels[8] = "";
          const guint n = (guint) g_test_rand_int_range (0, 7);

          for (guint i = 0; i < n; i++)
            levels[i] = '2';
          vote (evaluation, college, "A1.1", levels);
        }
      votes = cap_votes_new (evaluation);
      spread = cap_votes_get (votes, "A1.1");
      for (guint i = 0; i < CAP_N_COLLEGES; i++)
        {
          g_assert_true (spread->whole.n_votes == 0 || spread->hidden[i] || spread->colleges[i].n_votes >= 3);
          n_hidden += spread->hidden[i] ? spread->colleges[i].n_votes : 0;
          n_shown += spread->hidden[i] ? 0 : spread->colleges[i].n_votes;
        }
      g_assert_true (n_hidden == 0 || n_hidden >= 3 || n_shown == 0);
    }
}

/* Three small colleges hide one another: the big one is told. */
static void
test_shown (void)
{
  g_autoptr(CapEvaluation) evaluation = new_evaluation ();
  g_autoptr(CapVotes) votes = NULL;
  const CapSpread *spread;

  vote (evaluation, CAP_COLLEGE_DIRECTION, "A1.1", "3");
  vote (evaluation, CAP_COLLEGE_PARTENAIRES, "A1.1", "12");
  vote (evaluation, CAP_COLLEGE_PARCOURS, "A1.1", "1112");
  votes = cap_votes_new (evaluation);
  spread = cap_votes_get (votes, "A1.1");
  g_assert_true (spread->hidden[CAP_COLLEGE_DIRECTION] && spread->hidden[CAP_COLLEGE_PARTENAIRES]);
  g_assert_false (spread->hidden[CAP_COLLEGE_PARCOURS]);
  g_assert_cmpint (spread->colleges[CAP_COLLEGE_PARCOURS].median_halves, ==, 2);
  g_assert_cmpuint (cap_votes_count_respondents (votes, CAP_COLLEGE_PARCOURS), ==, 4);
}

static void
test_order (void)
{
  static const char * const in_order[] = { "0444", "0004", "1223", "2233", "2223", "2222" };
  g_autoptr(CapEvaluation) evaluation = new_evaluation ();
  g_autoptr(CapVotes) votes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      g_autofree char *code = g_strdup_printf ("C%u", i);

      vote (evaluation, CAP_COLLEGE_PARCOURS, code, in_order[i]);
    }
  votes = cap_votes_new (evaluation);
  g_assert_cmpint (cap_spread_compare (cap_votes_get (votes, "C0"), cap_votes_get (votes, "C1")), ==, 0);
  g_assert_cmpint (cap_spread_compare (cap_votes_get (votes, "C1"), cap_votes_get (votes, "C2")), <, 0);
  g_assert_cmpint (cap_spread_compare (cap_votes_get (votes, "C2"), cap_votes_get (votes, "C3")), <, 0);
  g_assert_cmpint (cap_spread_compare (cap_votes_get (votes, "C3"), cap_votes_get (votes, "C4")), <, 0);
  g_assert_cmpint (cap_spread_compare (cap_votes_get (votes, "C5"), cap_votes_get (votes, "C4")), >, 0);
  g_assert_cmpint (cap_spread_compare (cap_votes_get (votes, "C5"), cap_votes_get (votes, "none")), <, 0);
  g_assert_cmpint (cap_spread_get_distance (cap_votes_get (votes, "C0"), 2), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/scoring/votes/" #name, test_ ## name)
  ADD (figures);
  ADD (median);
  ADD (nobody);
  ADD (hidden);
  ADD (shown);
  ADD (order);
#undef ADD

  return g_test_run ();
}
