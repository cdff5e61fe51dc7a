/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/quality/cap-risk-cell.h"
#include "ui/quality/cap-risks-view.h"

/* Where the window was asked to go. */
static char *opened;

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_free (opened);
  opened = g_variant_dup_string (parameter, NULL);
}

static void
show_view (ScreenFixture *fixture)
{
  GtkWidget *view = cap_risks_view_new (fixture->workspace);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) open = g_simple_action_new ("open", G_VARIANT_TYPE_STRING);

  g_clear_pointer (&opened, g_free);
  g_signal_connect (open, "activate", G_CALLBACK (open_cb), NULL);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (open));
  gtk_widget_insert_action_group (view, "journey", G_ACTION_GROUP (group));
  screen_fixture_show (fixture, view);
}

static void
add_risk (ScreenFixture *fixture,
          const char    *code,
          const char    *title,
          int            likelihood,
          int            severity,
          int            likelihood_after)
{
  g_autoptr(CapRecord) risk = cap_record_new (CAP_REGISTER_RISK, NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);

  cap_record_set (risk, CAP_RISK_CODE, code);
  cap_record_set (risk, CAP_RISK_TITLE, title);
  cap_record_set (risk, CAP_RISK_NATURE, "risk");
  cap_record_set_number (risk, CAP_RISK_LIKELIHOOD, likelihood);
  cap_record_set_number (risk, CAP_RISK_SEVERITY, severity);
  if (likelihood_after > 0)
    {
      cap_record_set_number (risk, CAP_RISK_LIKELIHOOD_AFTER, likelihood_after);
      cap_record_set_number (risk, CAP_RISK_SEVERITY_AFTER, severity);
    }
  cap_command_put_record (command, risk);
  screen_fixture_run (fixture, command);
}

static void
fill (ScreenFixture *fixture)
{
  add_risk (fixture, "R-01", "Une panne", 2, 3, 0);
  add_risk (fixture, "R-02", "Un départ", 4, 4, 1);
  add_risk (fixture, "R-03", "Un incendie", 3, 4, 0);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "Une panne");
}

static GtkWidget *
find_list (ScreenFixture *fixture)
{
  return screen_fixture_find (fixture->window, "GtkListBox", NULL);
}

static void
assert_rows (ScreenFixture      *fixture,
             const char * const *titles)
{
  GtkWidget *row = gtk_widget_get_first_child (find_list (fixture));

  for (guint i = 0; titles[i] != NULL; i++, row = gtk_widget_get_next_sibling (row))
    {
      g_assert_nonnull (row);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, titles[i]);
    }
  g_assert_null (row);
}

/* (nullable): the cell that shows these codes */
static GtkWidget *
find_cell (ScreenFixture *fixture,
           const char    *codes)
{
  GtkWidget *chart = screen_fixture_find (fixture->window, "CapRiskChart", NULL);
  GtkWidget *label = screen_fixture_find (chart, "GtkLabel", codes);

  return label != NULL ? gtk_widget_get_ancestor (label, CAP_TYPE_RISK_CELL) : NULL;
}

static void
click (ScreenFixture *fixture,
       const char    *label)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

/* The greatest first; a cell keeps the others out, before and after treatment. */
static void
test_filter (ScreenFixture *fixture,
             gconstpointer  data)
{
  static const char * const all[] = { "Un incendie", "Une panne", "Un départ", NULL };
  static const char * const one[] = { "Un départ", NULL };

  fill (fixture);
  assert_rows (fixture, all);
  screen_fixture_wait_label (fixture, "Risk · 16 (Very high) → 4 (Medium)");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_cell (fixture, "R-02")), TRUE);
  assert_rows (fixture, one);
  screen_fixture_wait_label (fixture, "1 line of 3 · all ratings are up to date");

  /* Where it was before, the chosen cell is empty: everything is shown again. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (
    screen_fixture_find (fixture->window, "GtkLabel", "Before treatment"), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  assert_rows (fixture, all);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_cell (fixture, "R-02")), TRUE);
  assert_rows (fixture, one);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_cell (fixture, "R-01")), TRUE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_cell (fixture, "R-02"))));
  click (fixture, "Show All");
  assert_rows (fixture, all);
}

/* Tab comes in at the worst and goes out; the arrows go to cells that hold something. */
static void
test_keys (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *chart;

  fill (fixture);
  chart = screen_fixture_find (fixture->window, "CapRiskChart", NULL);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_cell (fixture, "R-03"));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_cell (fixture, "R-02"));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_LEFT));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_cell (fixture, "R-02"));
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
}

/* An action of the plan is made for a risk, and opened. */
static void
test_action (ScreenFixture *fixture,
             gconstpointer  data)
{
  const CapAction *action;
  const CapActionOrigin *origin;
  GtkWidget *button;

  fill (fixture);
  button = screen_fixture_find (find_list (fixture), "GtkButton", NULL);
  g_signal_emit_by_name (button, "clicked");
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (opened, ==, "action/1");
  action = g_ptr_array_index (cap_workspace_get_dossier (fixture->workspace)->actions, 0);
  origin = g_ptr_array_index (action->origins, 0);
  g_assert_cmpint (origin->kind, ==, CAP_ORIGIN_RISK);
  g_assert_cmpstr (origin->code, ==, "R-03");
  screen_fixture_wait_label (fixture, "Risk · 12 (Very high) · 1 action");
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Opens it again, to read. */
static void
reopen (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) open = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  cap_workspace_close_finish (fixture->workspace, closed, &error);
  g_assert_no_error (error);
  cap_workspace_open_async (fixture->workspace, fixture->path, CAP_OPEN_READ_ONLY, NULL, keep_result_cb,
                            &open);
  while (open == NULL)
    g_main_context_iteration (NULL, TRUE);
  cap_workspace_open_finish (fixture->workspace, open, &error);
  g_assert_no_error (error);
}

static void
test_read_only (ScreenFixture *fixture,
                gconstpointer  data)
{
  add_risk (fixture, "R-01", "Une panne", 2, 3, 0);
  reopen (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "Une panne");
  g_assert_null (screen_fixture_find (find_list (fixture), "GtkButton", NULL));
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Add"));
}

/* An empty register says what belongs there; a new line opens. */
static void
test_empty (ScreenFixture *fixture,
            gconstpointer  data)
{
  const CapRecord *risk;
  g_autofree char *expected = NULL;

  show_view (fixture);
  click (fixture, "Add a Risk or an Opportunity");
  g_assert_null (opened);
  screen_fixture_wait_label (fixture, "New risk or opportunity");
  risk = g_ptr_array_index (cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_RISK], 0);
  expected = g_strdup_printf ("record/risk/%s", risk->id);
  g_assert_cmpstr (opened, ==, expected);
  screen_fixture_wait_label (fixture, "1 line of 1 · 1 to be rated");

  g_clear_pointer (&opened, g_free);
  g_signal_emit_by_name (find_list (fixture), "row-activated",
                         gtk_widget_get_first_child (find_list (fixture)));
  g_assert_cmpstr (opened, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                 \
  g_test_add ("/ui/risks-view/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("filter", test_filter);
  ADD ("keys", test_keys);
  ADD ("action", test_action);
  ADD ("read-only", test_read_only);
  ADD ("empty", test_empty);

  status = g_test_run ();
  g_free (opened);

  return status;
}
