/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/plan/cap-plan-page.h"

/* Two actions to do, the first one with dates; the window shows them in @view. */
static void
open_view (ScreenFixture *fixture,
           const char    *view)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ACCEPT, "2");
  g_autoptr(CapAction) first = cap_action_new (NULL, "Write the welcome booklet");
  g_autoptr(CapAction) second = cap_action_new (NULL, "Sign the agreements");

  first->start = g_strdup ("2027-03-01");
  first->due = g_strdup ("2027-03-31");
  first->impact = 2;
  first->effort = 2;
  cap_command_put_action (command, first);
  cap_command_put_action (command, second);
  screen_fixture_run (fixture, command);
  screen_fixture_show (fixture, cap_plan_page_new (fixture->workspace));
  gtk_widget_activate_action (screen_fixture_find (fixture->window, "CapPlanPage", NULL), "plan.show", "s",
                              "actions");
  gtk_widget_activate_action (screen_fixture_find (fixture->window, "CapActionsView", NULL),
                              "actions.show-view", "s", view);
}

static const CapAction *
get_action (ScreenFixture *fixture,
            guint          number)
{
  return cap_dossier_find_action (cap_workspace_get_dossier (fixture->workspace), number);
}

static gboolean
both_are_started (ScreenFixture *fixture,
                  gpointer       data)
{
  return get_action (fixture, 1)->state == CAP_ACTION_STARTED &&
         get_action (fixture, 2)->state == CAP_ACTION_STARTED;
}

static gboolean
is_started (ScreenFixture *fixture,
            gpointer       data)
{
  return get_action (fixture, 1)->state == CAP_ACTION_STARTED;
}

static GtkWidget *
find_view (ScreenFixture *fixture,
           const char    *type)
{
  GtkWidget *view = screen_fixture_find (fixture->window, type, NULL);

  g_assert_nonnull (view);

  return view;
}

/* What a screen reader says of the columns of the board, from the left. */
static void
assert_column (ScreenFixture *fixture,
               guint          index,
               const char    *name)
{
  GtkWidget *column = screen_fixture_find (find_view (fixture, "CapPlanBoard"), "CapCardColumn", NULL);

  while (index-- > 0)
    column = gtk_widget_get_next_sibling (column);
  gtk_test_accessible_assert_property (column, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_a_move_changes_the_state (ScreenFixture *fixture,
                               gconstpointer  data)
{
  open_view (fixture, "board");
  assert_column (fixture, 0, "To do: 2 actions");

  gtk_widget_activate_action (find_view (fixture, "CapPlanBoard"), "board.move-to", "(uu)", 1,
                              CAP_ACTION_STARTED);
  screen_fixture_wait (fixture, is_started, NULL);
  assert_column (fixture, 0, "To do: 1 action");
  assert_column (fixture, 1, "Started: 1 action");
  g_assert_cmpint (get_action (fixture, 2)->state, ==, CAP_ACTION_TODO);

  screen_fixture_undo (fixture);
  g_assert_cmpint (get_action (fixture, 1)->state, ==, CAP_ACTION_TODO);
  assert_column (fixture, 0, "To do: 2 actions");
}

static void
test_those_chosen_move_together (ScreenFixture *fixture,
                                 gconstpointer  data)
{
  open_view (fixture, "board");
  gtk_widget_activate_action (find_view (fixture, "CapActionsView"), "actions.choose-all", NULL);
  gtk_widget_activate_action (find_view (fixture, "CapPlanBoard"), "board.move-to", "(uu)", 2,
                              CAP_ACTION_STARTED);
  screen_fixture_wait (fixture, both_are_started, NULL);

  screen_fixture_undo (fixture);
  g_assert_cmpint (get_action (fixture, 1)->state, ==, CAP_ACTION_TODO);
  g_assert_cmpint (get_action (fixture, 2)->state, ==, CAP_ACTION_TODO);
}

static void
test_a_refused_move_says_why (ScreenFixture *fixture,
                              gconstpointer  data)
{
  open_view (fixture, "board");
  gtk_widget_activate_action (find_view (fixture, "CapPlanBoard"), "board.move-to", "(uu)", 1,
                              CAP_ACTION_ABANDONED);
  screen_fixture_wait_label (fixture, "Action 1 – Say why it is abandoned: the plan remembers it.");
  g_assert_cmpint (get_action (fixture, 1)->state, ==, CAP_ACTION_TODO);

  gtk_widget_activate_action (find_view (fixture, "CapActionsView"), "actions.try-refused", NULL);
  screen_fixture_wait_label (fixture, "Say why it is abandoned: the plan remembers it.");
  g_assert_cmpint (get_action (fixture, 1)->state, ==, CAP_ACTION_TODO);
}

static gboolean
is_placed (ScreenFixture *fixture,
           gpointer       data)
{
  return get_action (fixture, 2)->impact == 3 && get_action (fixture, 2)->effort == 1;
}

static void
test_the_matrix_rates (ScreenFixture *fixture,
                       gconstpointer  data)
{
  open_view (fixture, "matrix");
  screen_fixture_wait_label (fixture, "To be placed: impact or effort not said");

  gtk_widget_activate_action (find_view (fixture, "CapPlanMatrix"), "matrix.rate", "(uuu)", 2, 3, 1);
  screen_fixture_wait (fixture, is_placed, NULL);
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel",
                                      "To be placed: impact or effort not said"));
  gtk_test_accessible_assert_property (screen_fixture_find (find_view (fixture, "CapPlanMatrix"),
                                                            "CapCardColumn", NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Quick wins, Impact High, effort Low: 1 action");

  gtk_widget_activate_action (find_view (fixture, "CapPlanMatrix"), "matrix.rate", "(uuu)", 1, 0, 3);
  screen_fixture_undo (fixture);
  g_assert_cmpint (get_action (fixture, 1)->effort, ==, 2);
}

static gboolean
is_due (ScreenFixture *fixture,
        gpointer       data)
{
  return g_strcmp0 (get_action (fixture, 1)->due, data) == 0;
}

static void
test_the_timeline_moves_dates (ScreenFixture *fixture,
                               gconstpointer  data)
{
  GtkWidget *timeline;

  open_view (fixture, "timeline");
  screen_fixture_wait_label (fixture, "Without dates · 1 action");
  timeline = find_view (fixture, "CapPlanTimeline");

  gtk_widget_activate_action (timeline, "timeline.shift", "(uii)", 1, 0, 1);
  screen_fixture_wait (fixture, is_due, (gpointer) "2027-04-01");
  g_assert_cmpstr (get_action (fixture, 1)->start, ==, "2027-03-01");

  gtk_widget_activate_action (timeline, "timeline.shift", "(uii)", 1, 7, 7);
  screen_fixture_wait (fixture, is_due, (gpointer) "2027-04-08");
  g_assert_cmpstr (get_action (fixture, 1)->start, ==, "2027-03-08");

  gtk_widget_activate_action (timeline, "timeline.shift", "(uii)", 1, 60, 0);
  screen_fixture_wait_label (fixture, "Action 1 – It would be due before it starts: change one of the two "
                                      "dates.");
  g_assert_cmpstr (get_action (fixture, 1)->start, ==, "2027-03-08");
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                    \
  g_test_add ("/ui/plan-views/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("a-move-changes-the-state", test_a_move_changes_the_state);
  ADD ("those-chosen-move-together", test_those_chosen_move_together);
  ADD ("a-refused-move-says-why", test_a_refused_move_says_why);
  ADD ("the-matrix-rates", test_the_matrix_rates);
  ADD ("the-timeline-moves-dates", test_the_timeline_moves_dates);

  return g_test_run ();
}
