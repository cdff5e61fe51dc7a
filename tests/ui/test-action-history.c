/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/plan/cap-action-history.h"

#define ACTION "11111111-2222-4333-8444-555555555555"

static void
put (ScreenFixture *fixture,
     CapAction     *action)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ACTION, "1");

  cap_command_put_action (command, action);
  screen_fixture_run (fixture, command);
}

static void
put_owner (ScreenFixture *fixture,
           guint          i)
{
  g_autoptr(CapAction) action = cap_action_new (ACTION, "Écrire la procédure");

  action->owner = g_strdup_printf ("Direction %u", i);
  put (fixture, action);
}

static guint
count_rows (ScreenFixture *fixture)
{
  GtkWidget *list = screen_fixture_find (fixture->window, "GtkListBox", NULL);
  guint n = 0;

  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

static void
test_follows_the_action (ScreenFixture *fixture,
                         gconstpointer  data)
{
  g_autoptr(CapAction) action = cap_action_new (ACTION, "Écrire la procédure");
  GtkWidget *history = cap_action_history_new (fixture->workspace);

  cap_action_history_set_action (CAP_ACTION_HISTORY (history), ACTION);
  screen_fixture_show (fixture, history);
  screen_fixture_wait_label (fixture, "No change so far");

  put (fixture, action);
  screen_fixture_wait_label (fixture, "Added to the plan");

  action->due = g_strdup ("2027-06-30");
  action->state = CAP_ACTION_STARTED;
  put (fixture, action);
  screen_fixture_wait_label (fixture, "Due: nothing → 2027-06-30");
  screen_fixture_wait_label (fixture, "State: To do → Started");
  g_assert_cmpuint (count_rows (fixture), ==, 2);

  cap_action_history_set_action (CAP_ACTION_HISTORY (history), "another");
  screen_fixture_wait_label (fixture, "No change so far");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

static gboolean
has_fifty (ScreenFixture *fixture,
           gpointer       data)
{
  return count_rows (fixture) == 50;
}

static void
test_pages (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *history = cap_action_history_new (fixture->workspace);

  for (guint i = 0; i < 60; i++)
    put_owner (fixture, i);
  cap_action_history_set_action (CAP_ACTION_HISTORY (history), ACTION);
  screen_fixture_show (fixture, history);
  screen_fixture_wait (fixture, has_fifty, NULL);
  screen_fixture_wait_label (fixture, "Show More");

  gtk_widget_activate_action (history, "history.more", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 60);
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Show More"));
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  g_test_add ("/ui/action-history/follows-the-action", ScreenFixture, NULL, screen_fixture_set_up,
              test_follows_the_action, screen_fixture_tear_down);
  g_test_add ("/ui/action-history/pages", ScreenFixture, NULL, screen_fixture_set_up,
              test_pages, screen_fixture_tear_down);

  return g_test_run ();
}
