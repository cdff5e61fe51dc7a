/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 500 respondents on every criterion: how long the main loop is taken by each change of criterion in the
 * meeting: what the key does, then all that follows until the window is drawn. The baseline is the same
 * number of changes of text in a window of one label. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "screen-fixture.h"
#include "ui/evaluation/cap-meeting-window.h"

#define N_RESPONDENTS 500
#define N_CHANGES     90
#define QUIET_US      (30 * 1000)

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

/* Returns: how long the main loop worked until it had nothing to do for a while, in microseconds */
static gint64
settle (void)
{
  gint64 busy = g_get_monotonic_time ();
  gint64 total = 0;

  while (g_get_monotonic_time () - busy < QUIET_US)
    {
      const gint64 start = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        {
          busy = g_get_monotonic_time ();
          total += busy - start;
        }
      else
        {
          g_usleep (200);
        }
    }

  return total;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
print (const char *name,
       gint64     *taken)
{
  qsort (taken, N_CHANGES, sizeof *taken, compare);
  printf ("%-12s median %5.1f ms, 95%% below %5.1f ms, longest %5.1f ms\n", name,
          (double) taken[N_CHANGES / 2] / 1000, (double) taken[N_CHANGES * 95 / 100] / 1000,
          (double) taken[N_CHANGES - 1] / 1000);
}

static void
measure_bare (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("0");
  gint64 taken[N_CHANGES];

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 860);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Le projet est écrit, daté et adopté par les instances %u", i);
      const gint64 start = g_get_monotonic_time ();

      gtk_label_set_text (GTK_LABEL (label), text);
      taken[i] = g_get_monotonic_time () - start;
      taken[i] += settle ();
    }
  print ("one label", taken);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_meeting (ScreenFixture *fixture)
{
  gint64 keys[N_CHANGES];
  gint64 taken[N_CHANGES];

  fixture->window = cap_meeting_window_new (fixture->workspace, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  for (guint i = 0; i < N_CHANGES; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      gtk_widget_activate_action (fixture->window, "meeting.next", NULL);
      keys[i] = g_get_monotonic_time () - start;
      taken[i] = keys[i] + settle ();
    }
  print ("key", keys);
  print ("to be drawn", taken);
}

int
main (int   argc,
      char *argv[])
{
  ScreenFixture fixture = { NULL };

  screen_fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  screen_fixture_set_up (&fixture, NULL);
  screen_fixture_run (&fixture, make_votes (cap_workspace_get_evaluation (fixture.workspace)));
  measure_bare ();
  measure_meeting (&fixture);
  screen_fixture_tear_down (&fixture, NULL);

  return 0;
}
