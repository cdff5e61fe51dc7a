/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "exchange/cap-framework-json.h"
#include "screen-fixture.h"
#include "ui/adaptation/cap-adaptation-window.h"
#include "ui/evaluation/cap-evaluation-page.h"
#include "ui/evaluation/cap-start-window.h"
#include "ui/plan/cap-plan-page.h"

static CapFramework *
load_shipped (const char *id,
              const char *version)
{
  g_autoptr(GPtrArray) shipped = cap_framework_json_load_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      CapFramework *framework = g_ptr_array_index (shipped, i);

      if (g_str_equal (framework->id, id) && g_str_equal (framework->version, version))
        return cap_framework_ref (framework);
    }

  g_error ("%s %s does not come with the program", id, version);
}

/* An evaluation on an older version, with two answers. */
static void
evaluate_before (ScreenFixture *fixture)
{
  g_autoptr(CapFramework) framework = load_shipped ("cap", "2026.1");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 2, "2026-03-02", CAP_MODE_CAP, framework);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_EVALUATION, "2");

  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.1", 2));
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("B1.3", 3));
  cap_command_put_evaluation (command, evaluation);
  screen_fixture_run (fixture, g_steal_pointer (&command));
}

static gboolean
has_number (ScreenFixture *fixture,
            gpointer       data)
{
  return cap_workspace_get_evaluation (fixture->workspace)->number == GPOINTER_TO_UINT (data);
}

static gboolean
can_start (ScreenFixture *fixture,
           gpointer       data)
{
  return gtk_widget_get_sensitive (data);
}

static GtkWidget *
find_start_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "start.start") == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_start_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
start (ScreenFixture *fixture)
{
  GtkWidget *window = cap_start_window_new (fixture->workspace, NULL);

  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
  screen_fixture_wait_label (fixture, "Answers carried over: 0 · to be looked at again: 2 · left: 0");
  screen_fixture_wait_label (fixture, "A1.1  Le projet est écrit, daté et adopté par les instances");
  screen_fixture_wait (fixture, can_start, find_start_button (window));
  g_assert_true (gtk_widget_activate_action (window, "start.start", NULL));
  screen_fixture_wait (fixture, has_number, GUINT_TO_POINTER (3));
  fixture->window = NULL;
}

/* What the window says happens, and nothing of the old evaluation changes. */
static void
test_start (ScreenFixture *fixture,
            gconstpointer  data)
{
  const CapEvaluation *before;

  evaluate_before (fixture);
  start (fixture);

  g_assert_cmpstr (cap_workspace_get_evaluation (fixture->workspace)->framework->version, ==, "2026.2");
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 2);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->review, ==, CAP_REVIEW_REWORDED);
  before = cap_dossier_get_previous (cap_workspace_get_dossier (fixture->workspace));
  g_assert_cmpstr (before->framework->version, ==, "2026.1");
  g_assert_cmpint (cap_evaluation_get_answer (before, "A1.1")->review, ==, CAP_REVIEW_NONE);
}

static gboolean
is_confirmed (ScreenFixture *fixture,
              gpointer       data)
{
  return screen_fixture_get_answer (fixture, data)->review == CAP_REVIEW_NONE;
}

/* The page says why, V says that it still holds, a level does too. */
static void
test_review (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *page;

  evaluate_before (fixture);
  start (fixture);
  page = cap_evaluation_page_new (fixture->workspace);
  screen_fixture_show (fixture, page);
  cap_evaluation_page_show_criterion (CAP_EVALUATION_PAGE (page), "A1.1");
  screen_fixture_wait_label (fixture, "To look at again: the framework words this criterion or its levels"
                             " otherwise since you answered.");
  screen_fixture_press (fixture, GDK_KEY_v);
  screen_fixture_wait (fixture, is_confirmed, (gpointer) "A1.1");
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 2);

  cap_evaluation_page_show_criterion (CAP_EVALUATION_PAGE (page), "B1.3");
  screen_fixture_press (fixture, GDK_KEY_2);
  screen_fixture_wait_level (fixture, "B1.3", 2);
  g_assert_true (is_confirmed (fixture, (gpointer) "B1.3"));
}

static gboolean
is_plain_open (ScreenFixture *fixture,
               gpointer       data)
{
  return gtk_toggle_button_get_active (data);
}

static void
test_guidance (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *page = cap_evaluation_page_new (fixture->workspace);
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;
  const CapCriterion *criterion = cap_framework_find_criterion (framework, "B1.3");
  const CapNextStep *first = g_ptr_array_index (criterion->steps, 0);
  GtkWidget *plain;

  screen_fixture_show (fixture, page);
  cap_evaluation_page_show_criterion (CAP_EVALUATION_PAGE (page), "B1.3");
  screen_fixture_wait_label (fixture, first->title);
  screen_fixture_wait_label (fixture, criterion->service_when);
  screen_fixture_wait_label (fixture, criterion->descriptors[4]);

  screen_fixture_press (fixture, GDK_KEY_4);
  screen_fixture_wait_level (fixture, "B1.3", 4);
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", first->title));

  plain = gtk_widget_get_parent (gtk_widget_get_parent (screen_fixture_find (fixture->window, "GtkLabel",
                                                                             "In plain words")));
  plain = GTK_IS_TOGGLE_BUTTON (plain) ? plain : gtk_widget_get_first_child (plain);
  screen_fixture_press (fixture, GDK_KEY_f);
  screen_fixture_wait (fixture, is_plain_open, plain);
  screen_fixture_wait_label (fixture, criterion->plain_answers[2]);
}

static gboolean
has_criterion (ScreenFixture *fixture,
               gpointer       data)
{
  return cap_framework_find_criterion (cap_workspace_get_evaluation (fixture->workspace)->framework,
                                       data) != NULL;
}

static gboolean
lacks_criterion (ScreenFixture *fixture,
                 gpointer       data)
{
  return !has_criterion (fixture, data);
}

static gboolean
has_own_label (ScreenFixture *fixture,
               gpointer       data)
{
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;

  return g_str_equal (cap_framework_find_objective (framework, "A1")->label, data);
}

static GtkWidget *
find_field (GtkWidget  *root,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* An objective of one's own, then other words for one of the network's; both undone. */
static void
test_adapt (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *window = cap_adaptation_window_new (fixture->workspace, NULL);
  GtkWidget *field;

  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (window, "adaptation.add-objective", NULL));
  screen_fixture_wait (fixture, has_criterion, (gpointer) "LOC1.1");
  g_assert_true (gtk_widget_activate_action (window, "adaptation.add-criterion", "s", "LOC1"));
  screen_fixture_wait (fixture, has_criterion, (gpointer) "LOC1.2");
  g_assert_true (gtk_widget_activate_action (window, "adaptation.remove", "s", "LOC1.1"));
  screen_fixture_wait (fixture, lacks_criterion, (gpointer) "LOC1.1");

  field = find_field (window, "A1  Tenir un projet clair et partagé");
  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (field), " Notre projet ");
  g_signal_emit_by_name (field, "apply");
  screen_fixture_wait (fixture, has_own_label, (gpointer) "Notre projet");
  g_assert_cmpstr (cap_workspace_get_dossier (fixture->workspace)->undo_label, ==, "Adapt the framework");

  screen_fixture_undo (fixture);
  g_assert_true (has_own_label (fixture, (gpointer) "Tenir un projet clair et partagé"));
  screen_fixture_undo (fixture);
  g_assert_true (has_criterion (fixture, (gpointer) "LOC1.1"));
}

/* A criterion of one’s own describes no steps: the plan proposes the criterion itself. */
static void
test_own_proposal (ScreenFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = cap_adaptation_window_new (fixture->workspace, NULL);
  g_autoptr(CapAnswer) answer = cap_answer_new_rated ("LOC1.1", 0);
  const CapCriterion *criterion;

  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (window, "adaptation.add-objective", NULL));
  screen_fixture_wait (fixture, has_criterion, (gpointer) "LOC1.1");
  gtk_window_destroy (GTK_WINDOW (window));
  fixture->window = NULL;
  screen_fixture_answer (fixture, answer);

  screen_fixture_show (fixture, cap_plan_page_new (fixture->workspace));
  criterion = cap_framework_find_criterion (cap_workspace_get_evaluation (fixture->workspace)->framework,
                                            "LOC1.1");
  screen_fixture_wait_label (fixture, criterion->label);
}

/* Four levels from 1 to 4, and codes that are not CAP's. */
static void
test_other_framework (ScreenFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr(CapFramework) framework = load_shipped ("qvct", "2026.1");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 2, "2026-03-02", CAP_MODE_CAP, framework);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_EVALUATION, "2");
  GtkWidget *page;

  cap_command_put_evaluation (command, evaluation);
  screen_fixture_run (fixture, g_steal_pointer (&command));
  page = cap_evaluation_page_new (fixture->workspace);
  screen_fixture_show (fixture, page);
  screen_fixture_wait_label (fixture, "1 to 4 to answer · Enter to go on");
  cap_evaluation_page_show_criterion (CAP_EVALUATION_PAGE (page), "1.1.1");
  screen_fixture_press (fixture, GDK_KEY_4);
  screen_fixture_wait_level (fixture, "1.1.1", 4);
  screen_fixture_press (fixture, GDK_KEY_0);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "1.1.1")->level, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                  \
  g_test_add ("/ui/versions/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("start", test_start);
  ADD ("review", test_review);
  ADD ("guidance", test_guidance);
  ADD ("adapt", test_adapt);
  ADD ("own-proposal", test_own_proposal);
  ADD ("other-framework", test_other_framework);

  return g_test_run ();
}
