/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/plan/cap-rerating-row.h"
#include "ui/plan/cap-rerating-window.h"

static void
rate (ScreenFixture *fixture,
      const char    *code,
      int            level)
{
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (code, level);

  screen_fixture_answer (fixture, answer);
}

static void
close_action (ScreenFixture *fixture,
              const char    *code,
              int            target)
{
  g_autoptr(CapAction) action = cap_action_new (NULL, "Écrire la procédure");
  CapCommand *command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);

  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, code);
  action->target = target;
  action->state = CAP_ACTION_VERIFIED;
  action->verdict = CAP_VERDICT_EFFECTIVE;
  action->closed = cap_workspace_dup_today (fixture->workspace);
  cap_command_put_action (command, action);
  screen_fixture_run (fixture, command);
}

static void
show (ScreenFixture *fixture)
{
  fixture->window = cap_rerating_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static GtkWidget *
find_row (ScreenFixture *fixture)
{
  return screen_fixture_find (fixture->window, "CapReratingRow", NULL);
}

/* The page that says so is there all the time, behind the other one. */
static gboolean
is_empty (ScreenFixture *fixture,
          gpointer       data)
{
  GtkWidget *stack = screen_fixture_find (fixture->window, "GtkStack", NULL);

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty");
}

static void
test_nothing (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_assert_cmpuint (cap_workspace_count_reratings (fixture->workspace), ==, 0);
  show (fixture);
  screen_fixture_wait (fixture, is_empty, NULL);
}

static void
test_dry_run_then_apply (ScreenFixture *fixture,
                         gconstpointer  data)
{
  rate (fixture, "A1.1", 1);
  rate (fixture, "A1.2", 1);
  close_action (fixture, "A1.1", 3);
  g_assert_cmpuint (cap_workspace_count_reratings (fixture->workspace), ==, 1);

  show (fixture);
  screen_fixture_wait_label (fixture, "Effective action: 1. Écrire la procédure");
  screen_fixture_wait_label (fixture, "Overall score");
  screen_fixture_wait_label (fixture, "25% → 50%");
  screen_fixture_wait_label (fixture, "Overall score: 25% → 50%");
  screen_fixture_wait_label (fixture, "From level 3 on, evidence is expected: there is none yet.");

  cap_rerating_row_set_accepted (CAP_RERATING_ROW (find_row (fixture)), FALSE);
  screen_fixture_wait_label (fixture, "No score would change.");
  gtk_widget_activate_action (fixture->window, "rerating.apply", NULL);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 1);

  /* Less than what was aimed at. */
  cap_rerating_row_set_accepted (CAP_RERATING_ROW (find_row (fixture)), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (screen_fixture_find (fixture->window, "GtkDropDown", NULL)), 0);
  screen_fixture_wait_label (fixture, "25% → 38%");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel",
                                      "From level 3 on, evidence is expected: there is none yet."));
  gtk_widget_activate_action (fixture->window, "rerating.apply", NULL);
  fixture->window = NULL; /* closes when it is done */
  screen_fixture_wait_level (fixture, "A1.1", 2);

  screen_fixture_undo (fixture);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 1);
}

static void
test_follows_the_dossier (ScreenFixture *fixture,
                          gconstpointer  data)
{
  rate (fixture, "A1.1", 1);
  rate (fixture, "A2.1", 0);
  close_action (fixture, "A1.1", 3);
  close_action (fixture, "A2.1", 2);
  show (fixture);
  cap_rerating_row_set_accepted (CAP_RERATING_ROW (find_row (fixture)), FALSE);

  rate (fixture, "A2.1", 1); /* what was unticked stays so */
  g_assert_false (cap_rerating_row_get_accepted (CAP_RERATING_ROW (find_row (fixture))));

  rate (fixture, "A1.1", 3);
  rate (fixture, "A2.1", 3);
  screen_fixture_wait (fixture, is_empty, NULL);
}

static void
test_set_aside (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autoptr(GListModel) windows = NULL;
  GtkWidget *dialog = NULL;
  GtkWidget *entry;
  const CapSetAside *set_aside;

  rate (fixture, "A1.1", 1);
  close_action (fixture, "A1.1", 3);
  show (fixture);
  g_signal_emit_by_name (find_row (fixture), "set-aside");

  windows = gtk_window_get_toplevels ();
  g_object_ref (windows);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "CapReasonDialog"))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  entry = screen_fixture_find (dialog, "GtkEntry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "confirm"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Pas encore partout ");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "confirm"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  screen_fixture_wait (fixture, is_empty, NULL);

  set_aside = cap_dossier_find_set_aside (cap_workspace_get_dossier (fixture->workspace),
                                          CAP_SET_ASIDE_RATING, "A1.1");
  g_assert_cmpstr (set_aside->reason, ==, "Pas encore partout");
  g_assert_cmpint (set_aside->level, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                    \
  g_test_add ("/ui/rerating-window/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("nothing", test_nothing);
  ADD ("dry-run-then-apply", test_dry_run_then_apply);
  ADD ("follows-the-dossier", test_follows_the_dossier);
  ADD ("set-aside", test_set_aside);

  return g_test_run ();
}
