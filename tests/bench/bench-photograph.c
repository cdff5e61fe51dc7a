/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 500 respondents on every criterion and an evaluation before: how long the main loop is taken to show the
 * results, and to show them again when an answer changes. The baseline is an empty libadwaita window. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "scoring/cap-figures.h"
#include "screen-fixture.h"
#include "ui/photograph/cap-photograph-page.h"

#define N_RESPONDENTS 500
#define N_CHANGES      20
#define QUIET_US      (60 * 1000)

static CapCommand *
make_votes (const CapEvaluation *evaluation)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "votes.csv");

  for (guint i = 0; i < N_RESPONDENTS; i++)
    {
      const CapCollege college = (CapCollege) (i % CAP_N_COLLEGES);
      g_autofree char *code = cap_college_dup_code (college, i + 1);
      g_autoptr(CapBallot) ballot = cap_ballot_new (NULL, code, college);

      for (guint j = 0; j < evaluation->framework->criteria->len; j++)
        cap_ballot_set_level (ballot, ((CapCriterion *) g_ptr_array_index (evaluation->framework->criteria,
                                                                           j))->code, (int) (i + j) % 5);
      cap_command_put_ballot (command, evaluation->id, ballot);
    }

  return command;
}

/* Returns: how long the main loop worked until it had nothing to do for a while, in microseconds; in
 * @longest the longest piece of it */
static gint64
settle (gint64 *longest)
{
  gint64 busy = g_get_monotonic_time ();
  gint64 total = 0;

  *longest = 0;
  while (g_get_monotonic_time () - busy < QUIET_US)
    {
      const gint64 start = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        {
          busy = g_get_monotonic_time ();
          total += busy - start;
          *longest = MAX (*longest, busy - start);
        }
      else
        {
          g_usleep (200);
        }
    }

  return total;
}

static void
print (const char *name,
       gint64      total,
       gint64      longest)
{
  printf ("%-14s %6.1f ms in all, at most %6.1f ms at once\n", name, (double) total / 1000,
          (double) longest / 1000);
}

static void
measure_bare (void)
{
  const gint64 start = g_get_monotonic_time ();
  GtkWidget *window = adw_window_new ();
  gint64 total = 0;
  gint64 longest;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 860);
  gtk_window_present (GTK_WINDOW (window));
  total = g_get_monotonic_time () - start;
  total += settle (&longest);
  print ("empty window", total, longest);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
answer_all (ScreenFixture *fixture)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (fixture->workspace);
  const CapPhotograph *photograph = cap_workspace_get_photograph (fixture->workspace);
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "answers.csv");

  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);
      g_autoptr(CapAnswer) answer = cap_answer_new_rated (criterion->code, (int) i % 5);

      if (cap_photograph_find_criterion (photograph, criterion->code)->state != CAP_CRITERION_OUT_OF_SCOPE)
        cap_command_put_answer (command, evaluation->id, answer);
    }
  screen_fixture_run (fixture, command);
}

/* The figures alone, without a screen. */
static void
measure_figures (ScreenFixture *fixture)
{
  CapDossier *dossier = cap_workspace_get_dossier (fixture->workspace);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (fixture->workspace);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(CapComparison) comparison = cap_comparison_new (evaluation, cap_dossier_get_previous (dossier),
                                                            dossier->member);
  g_autoptr(GPtrArray) figures = cap_figures_list (dossier, evaluation,
                                                   cap_workspace_get_photograph (fixture->workspace),
                                                   comparison);
  const gint64 taken = g_get_monotonic_time () - start;

  print ("figures", taken, taken);
}

/* An answer that changes, so many times: nothing shows it, or the page does. */
static void
measure_changes (ScreenFixture *fixture,
                 const char    *name)
{
  gint64 total = 0;
  gint64 longest = 0;

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr(CapAnswer) answer = cap_answer_new_rated ("A1.1", (int) i % 5);
      const gint64 start = g_get_monotonic_time ();
      gint64 once;

      screen_fixture_answer (fixture, answer);
      total += g_get_monotonic_time () - start + settle (&once);
      longest = MAX (longest, once);
    }
  print (name, total / N_CHANGES, longest);
}

static void
measure_page (ScreenFixture *fixture)
{
  const gint64 start = g_get_monotonic_time ();
  GtkWidget *page = cap_photograph_page_new (fixture->workspace);
  const gint64 made = g_get_monotonic_time () - start;
  gint64 longest;
  gint64 total;

  screen_fixture_show (fixture, page);
  total = made + settle (&longest);
  print ("shown", total, MAX (made, longest));
}

int
main (int   argc,
      char *argv[])
{
  ScreenFixture fixture = { NULL };

  screen_fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  screen_fixture_set_up (&fixture, NULL);
  answer_all (&fixture);
  screen_fixture_evaluate (&fixture, 2, "2031-01-15");
  answer_all (&fixture);
  screen_fixture_run (&fixture, make_votes (cap_workspace_get_evaluation (fixture.workspace)));
  measure_bare ();
  measure_figures (&fixture);
  measure_changes (&fixture, "an answer");
  measure_page (&fixture);
  measure_changes (&fixture, "shown again");
  screen_fixture_tear_down (&fixture, NULL);

  return 0;
}
