/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "plan/cap-plan-figures.h"
#include "screen-fixture.h"
#include "ui/plan/cap-figures-view.h"

static void
put (ScreenFixture  *fixture,
     const char     *owner,
     CapActionState  state,
     const char     *due,
     const char     *done)
{
  g_autoptr(CapAction) action = cap_action_new (NULL, "Write it down");
  CapCommand *command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);

  action->owner = g_strdup (owner);
  action->state = state;
  action->due = g_strdup (due);
  action->done = g_strdup (done);
  action->days_hundredths = 150;
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  cap_command_put_action (command, action);
  screen_fixture_run (fixture, command);
}

static void
assert_tile (ScreenFixture *fixture,
             const char    *text,
             const char    *name)
{
  GtkWidget *label = screen_fixture_find (fixture->window, "GtkLabel", text);
  GtkWidget *tile;

  g_assert_nonnull (label);
  tile = gtk_widget_get_parent (gtk_widget_get_parent (label));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (tile), ==, "CapFigureTile");
  gtk_test_accessible_assert_property (tile, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_nothing (ScreenFixture *fixture,
              gconstpointer  data)
{
  screen_fixture_show (fixture, cap_figures_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "Nothing to count yet");
}

static void
test_figures (ScreenFixture *fixture,
              gconstpointer  data)
{
  put (fixture, "Director", CAP_ACTION_TODO, "2020-01-31", NULL);
  put (fixture, "Director", CAP_ACTION_DONE, "2020-01-31", "2020-01-31");
  put (fixture, NULL, CAP_ACTION_TODO, NULL, NULL);
  screen_fixture_show (fixture, cap_figures_view_new (fixture->workspace));

  screen_fixture_wait_label (fixture, "100%");
  assert_tile (fixture, "Open actions", "Open actions: 3, of 3 actions");
  assert_tile (fixture, "Carried out on time", "Carried out on time: 100%, 1 of 1 carried out");
  screen_fixture_wait_label (fixture, "1 is late · 1.5 days planned");
  screen_fixture_wait_label (fixture, "Without owner");
}

/* How it is counted is in the page: under the charts, and one key away under the four first figures. */
static void
test_definitions (ScreenFixture *fixture,
                  gconstpointer  data)
{
  GtkWidget *expander;

  put (fixture, "Director", CAP_ACTION_TODO, "2020-01-31", NULL);
  screen_fixture_show (fixture, cap_figures_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, cap_plan_figure_get_definition (CAP_FIGURE_QUARTERS));

  expander = screen_fixture_find (fixture->window, "GtkExpander", NULL);
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How it is counted – Open actions");
  gtk_widget_grab_focus (expander);
  gtk_widget_activate (expander);
  screen_fixture_wait_label (fixture, cap_plan_figure_get_definition (CAP_FIGURE_OPEN));
}

/* The figures follow what is done elsewhere. */
static void
test_follows (ScreenFixture *fixture,
              gconstpointer  data)
{
  screen_fixture_show (fixture, cap_figures_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "Nothing to count yet");
  put (fixture, "Director", CAP_ACTION_TODO, NULL, NULL);
  screen_fixture_wait_label (fixture, "none is late · 1.5 days planned");
  screen_fixture_undo (fixture);
  screen_fixture_wait_label (fixture, "Nothing to count yet");
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                 \
  g_test_add ("/ui/figures/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("nothing", test_nothing);
  ADD ("figures", test_figures);
  ADD ("definitions", test_definitions);
  ADD ("follows", test_follows);

  return g_test_run ();
}
