/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-fixture.h"
#include "ui/evaluation/cap-meeting-clock.h"
#include "ui/evaluation/cap-meeting-window.h"

static void
vote (ScreenFixture *fixture,
      const char    *criterion,
      const char    *levels)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (fixture->workspace);
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "votes.csv");

  for (guint i = 0; levels[i] != '\0'; i++)
    {
      g_autofree char *code = cap_college_dup_code (CAP_COLLEGE_PERMANENTS, i + 1);
      const CapBallot *given = cap_evaluation_find_ballot (evaluation, code);
      g_autoptr(CapBallot) ballot = given != NULL ? cap_ballot_copy (given)
                                                  : cap_ballot_new (NULL, code, CAP_COLLEGE_PERMANENTS);

      cap_ballot_set_level (ballot, criterion, levels[i] - '0');
      cap_command_put_ballot (command, evaluation->id, ballot);
    }
  screen_fixture_run (fixture, command);
}

static void
show (ScreenFixture *fixture)
{
  fixture->window = cap_meeting_window_new (fixture->workspace, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* One criterion, how people voted on it, and the level that one key decides; votes stay as they are. */
static void
test_decide (ScreenFixture *fixture,
             gconstpointer  data)
{
  vote (fixture, "A1.1", "1233");
  show (fixture);
  screen_fixture_wait_label (fixture, "A1.1");
  screen_fixture_wait_label (fixture, "4 votes, from 1 to 3, median 2.5: to discuss.");
  screen_fixture_wait_label (fixture, "To Discuss");
  screen_fixture_press (fixture, GDK_KEY_2);
  screen_fixture_wait_level (fixture, "A1.1", 2);
  g_assert_cmpuint (cap_workspace_get_evaluation (fixture->workspace)->ballots->len, ==, 4);
  screen_fixture_press (fixture, GDK_KEY_KP_3);
  screen_fixture_wait_level (fixture, "A1.1", 3);
  screen_fixture_undo (fixture);
  screen_fixture_wait_level (fixture, "A1.1", 2);
}

/* The keys of a remote control, the most discussed ones first, and back. */
static void
test_order (ScreenFixture *fixture,
            gconstpointer  data)
{
  vote (fixture, "A1.2", "2222");
  vote (fixture, "B1.1", "0444");
  show (fixture);
  screen_fixture_wait_label (fixture, "A1.1");
  screen_fixture_wait_label (fixture, "Nobody has voted on it.");
  screen_fixture_press (fixture, GDK_KEY_Page_Down);
  screen_fixture_wait_label (fixture, "A1.2");
  screen_fixture_wait_label (fixture, "4 votes, all of level 2.");
  screen_fixture_press (fixture, GDK_KEY_o);
  screen_fixture_wait_label (fixture, "B1.1");
  screen_fixture_press (fixture, GDK_KEY_n);
  screen_fixture_wait_label (fixture, "A1.2");
  screen_fixture_press (fixture, GDK_KEY_Page_Up);
  screen_fixture_wait_label (fixture, "B1.1");
}

static gboolean
has_parking (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_CAMPAIGN_PARKING]->len == 1;
}

/* What is kept for another time opens the list of a day when there is none. */
static void
test_parking (ScreenFixture *fixture,
              gconstpointer  data)
{
  const CapDossier *dossier;
  const CapRecord *parking;
  GtkWidget *row;

  show (fixture);
  screen_fixture_wait_label (fixture, "A1.1");
  row = screen_fixture_find (fixture->window, "CapAdderRow", NULL);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Les véhicules");
  g_signal_emit_by_name (row, "add");
  screen_fixture_wait (fixture, has_parking, NULL);
  dossier = cap_workspace_get_dossier (fixture->workspace);
  parking = g_ptr_array_index (dossier->registers[CAP_REGISTER_CAMPAIGN_PARKING], 0);
  g_assert_cmpstr (cap_record_get (parking, CAP_CAMPAIGN_PARKING_SUBJECT), ==, "Les véhicules");
  g_assert_cmpstr (cap_record_get (parking, CAP_CAMPAIGN_PARKING_CRITERION), ==, "A1.1");
  g_assert_cmpuint (dossier->registers[CAP_REGISTER_CAMPAIGN]->len, ==, 1);
  screen_fixture_wait_label (fixture, "Les véhicules");
}

/* After the last criterion: what is not decided, what was decided away from the median. */
static void
test_end (ScreenFixture *fixture,
          gconstpointer  data)
{
  g_autoptr(CapAnswer) answer = cap_answer_new_rated ("A1.1", 4);

  vote (fixture, "A1.1", "1111");
  screen_fixture_answer (fixture, answer);
  show (fixture);
  for (guint i = 0; i < cap_workspace_get_evaluation (fixture->workspace)->framework->criteria->len; i++)
    screen_fixture_press (fixture, GDK_KEY_Page_Down);
  screen_fixture_wait_label (fixture, "1 decision away from the median");
  screen_fixture_wait_label (fixture, "Decided 4, median 1");
}

static void
test_clock (void)
{
  g_autoptr(CapRecord) day = cap_record_new (CAP_REGISTER_CAMPAIGN, NULL);
  g_autofree char *none = NULL;
  g_autofree char *left = NULL;
  g_autofree char *other_day = NULL;
  g_autofree char *over = NULL;

  cap_record_set (day, CAP_CAMPAIGN_DATE, "2026-11-26");
  none = cap_meeting_clock_dup_text (day, "2026-11-26", 600, 119, 4);
  g_assert_cmpstr (none, ==, "This objective: 1 min");
  cap_record_set (day, CAP_CAMPAIGN_FINISH, "17:30");
  left = cap_meeting_clock_dup_text (day, "2026-11-26", 15 * 60 + 25, 0, 5);
  g_assert_cmpstr (left, ==, "This objective: 0 min · left: 2 h 05, or 25 min for each of 5 objectives");
  other_day = cap_meeting_clock_dup_text (day, "2026-11-27", 600, 0, 5);
  g_assert_cmpstr (other_day, ==, "This objective: 0 min");
  over = cap_meeting_clock_dup_text (day, "2026-11-26", 18 * 60, 3600, 5);
  g_assert_cmpstr (over, ==, "This objective: 1 h 00");
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name) \
  g_test_add ("/ui/evaluation/" #name, ScreenFixture, NULL, screen_fixture_set_up, test_ ## name, \
              screen_fixture_tear_down)
  ADD (decide);
  ADD (order);
  ADD (parking);
  ADD (end);
#undef ADD
  g_test_add_func ("/ui/evaluation/clock", test_clock);

  return g_test_run ();
}
