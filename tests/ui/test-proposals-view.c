/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/plan/cap-proposals-view.h"

static void
rate (ScreenFixture *fixture,
      const char    *code,
      int            level)
{
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (code, level);

  screen_fixture_answer (fixture, answer);
}

static void
set_aside (ScreenFixture *fixture,
           const char    *code,
           int            level)
{
  g_autoptr(CapSetAside) decision = cap_set_aside_new (CAP_SET_ASIDE_PROPOSAL, code, level, "Trop tôt",
                                                       "2027-05-03");
  CapCommand *command = cap_command_new (CAP_GESTURE_SET_ASIDE, code);

  cap_command_put_set_aside (command, decision);
  screen_fixture_run (fixture, command);
}

static guint
count_rows (GtkWidget  *root,
            const char *type)
{
  guint n = 0;

  if (!gtk_widget_get_visible (root))
    return 0;

  n += g_str_equal (G_OBJECT_TYPE_NAME (root), type) ? 1 : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, type);

  return n;
}

static void
test_aside_and_back (ScreenFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *title = NULL;
  GtkWidget *asides;

  rate (fixture, "A1.1", 1);
  rate (fixture, "A1.2", 2);
  screen_fixture_show (fixture, cap_proposals_view_new (fixture->workspace));
  g_assert_cmpuint (count_rows (fixture->window, "CapProposalRow"), ==, 2);
  g_assert_null (screen_fixture_find (fixture->window, "CapSetAsides", NULL));
  title = cap_proposals_view_dup_title (fixture->workspace);
  g_assert_cmpstr (title, ==, "Proposals (2)");

  set_aside (fixture, "A1.2", 2);
  g_assert_cmpuint (count_rows (fixture->window, "CapProposalRow"), ==, 1);
  screen_fixture_wait_label (fixture, "Set aside (1)");
  asides = screen_fixture_find (fixture->window, "CapSetAsides", NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_first_child (asides)), TRUE);
  screen_fixture_wait_label (fixture, "Trop tôt");
  screen_fixture_wait_label (fixture, "Set aside on 3 May 2027, at level 2");

  gtk_widget_activate_action (asides, "set-asides.propose-again", "(is)", (gint32) CAP_SET_ASIDE_PROPOSAL,
                              "A1.2");
  while (cap_workspace_get_dossier (fixture->workspace)->set_asides->len > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_rows (fixture->window, "CapProposalRow"), ==, 2);
}

/* It comes back by itself, says why, and is then no more among what is set aside. */
static void
test_level_went_down (ScreenFixture *fixture,
                      gconstpointer  data)
{
  GtkWidget *check;

  rate (fixture, "A1.2", 2);
  set_aside (fixture, "A1.2", 2);
  screen_fixture_show (fixture, cap_proposals_view_new (fixture->workspace));
  g_assert_cmpuint (count_rows (fixture->window, "CapProposalRow"), ==, 0);
  screen_fixture_wait_label (fixture, "Set aside (1)");
  screen_fixture_wait_label (fixture, "Nothing to propose for now");

  rate (fixture, "A1.2", 1);
  g_assert_cmpuint (count_rows (fixture->window, "CapProposalRow"), ==, 1);
  g_assert_null (screen_fixture_find (fixture->window, "CapSetAsides", NULL));

  /* Accepted, nothing is set aside any more. */
  check = screen_fixture_find (fixture->window, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_activate_action (screen_fixture_find (fixture->window, "CapProposalsView", NULL),
                              "proposals.accept", NULL);
  while (cap_workspace_get_dossier (fixture->workspace)->actions->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->set_asides->len, ==, 0);
}

static void
test_rate_again (ScreenFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr(CapAction) action = cap_action_new (NULL, "Écrire la procédure");
  CapCommand *command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);

  rate (fixture, "A1.1", 1);
  screen_fixture_show (fixture, cap_proposals_view_new (fixture->workspace));
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  action->target = 2;
  action->state = CAP_ACTION_VERIFIED;
  action->verdict = CAP_VERDICT_EFFECTIVE;
  action->closed = cap_workspace_dup_today (fixture->workspace);
  cap_command_put_action (command, action);
  screen_fixture_run (fixture, command);
  screen_fixture_wait_label (fixture, "1 criterion can be rated again: its action was effective.");
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                    \
  g_test_add ("/ui/proposals-view/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("aside-and-back", test_aside_and_back);
  ADD ("level-went-down", test_level_went_down);
  ADD ("rate-again", test_rate_again);

  return g_test_run ();
}
