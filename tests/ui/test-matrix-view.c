/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/quality/cap-keep-view.h"
#include "ui/quality/cap-matrix-line.h"
#include "ui/quality/cap-matrix-view.h"
#include "ui/quality/cap-readiness-view.h"

static guint
count_lines (GtkWidget *root)
{
  guint count = 0;

  if (!gtk_widget_get_visible (root))
    return 0;
  if (CAP_IS_MATRIX_LINE (root))
    return 1;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_lines (child);

  return count;
}

static GtkWidget *
find_line (GtkWidget  *root,
           const char *key)
{
  if (CAP_IS_MATRIX_LINE (root))
    return g_str_equal (cap_matrix_line_get_key (CAP_MATRIX_LINE (root)), key) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_line (child, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_lines (ScreenFixture *fixture,
           gpointer       data)
{
  return count_lines (fixture->window) == GPOINTER_TO_UINT (data);
}

static gboolean
is_unfolded (ScreenFixture *fixture,
             gpointer       data)
{
  GtkWidget *line = find_line (fixture->window, data);

  return line != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (line));
}

static gboolean
is_excluded (ScreenFixture *fixture,
             gpointer       data)
{
  const CapDossier *dossier = cap_workspace_get_dossier (fixture->workspace);

  return cap_dossier_find_record_by_code (dossier, CAP_REGISTER_EXCLUSION, data) != NULL;
}

static gboolean
has_action (ScreenFixture *fixture,
            gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->actions->len > 0;
}

static gboolean
is_scrolled (ScreenFixture *fixture,
             gpointer       data)
{
  return gtk_adjustment_get_value (data) > 0;
}

static void
unfold (ScreenFixture *fixture,
        GtkWidget     *view,
        const char    *number,
        const char    *key)
{
  cap_matrix_view_show (CAP_MATRIX_VIEW (view), number);
  screen_fixture_wait (fixture, is_unfolded, (gpointer) key);
}

static GtkWidget *
show_matrix (ScreenFixture *fixture)
{
  GtkWidget *view = cap_matrix_view_new (fixture->workspace);

  screen_fixture_show (fixture, view);
  screen_fixture_wait (fixture, has_lines, GUINT_TO_POINTER (62));

  return view;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *text = screen_fixture_find (root, "GtkLabel", label);

  g_assert_nonnull (text);

  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

/* Words, a number, what is missing; and back to all of it. */
static void
test_filters (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = show_matrix (fixture);
  GtkWidget *search = screen_fixture_find (view, "GtkSearchEntry", NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), "8.3");
  screen_fixture_wait (fixture, has_lines, GUINT_TO_POINTER (6));
  gtk_editable_set_text (GTK_EDITABLE (search), "perroquet");
  screen_fixture_wait_label (fixture, "Nothing matches");
  g_assert_true (gtk_widget_activate_action (view, "matrix.show-all", NULL));
  g_assert_cmpuint (count_lines (view), ==, 62);
  g_assert_null (screen_fixture_find (view, "GtkLabel", "Nothing matches"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "Open finding · 0")), TRUE);
  g_assert_cmpuint (count_lines (view), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "Open finding · 0")), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "Without evidence · 62")), TRUE);
  g_assert_cmpuint (count_lines (view), ==, 62);
}

/* A clause that may not apply says why, on its line; the others do not offer it. */
static void
test_exclude (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = show_matrix (fixture);
  GtkWidget *entry;

  unfold (fixture, view, "9.3", "9.3.1");
  g_assert_null (screen_fixture_find (find_line (view, "9.3.1"), "CapAdderRow", NULL));

  unfold (fixture, view, "7.1.5", "7.1.5");
  entry = screen_fixture_find (find_line (view, "7.1.5"), "CapAdderRow", NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Aucun instrument de mesure ");
  g_signal_emit_by_name (entry, "add");
  screen_fixture_wait (fixture, is_excluded, (gpointer) "7.1.5");
  g_assert_nonnull (screen_fixture_find (find_line (view, "7.1.5"), "GtkLabel", "Exclusion to review"));
  screen_fixture_wait_label (fixture, "Say who decided that clause 7.1.5 does not apply, and when");

  screen_fixture_undo (fixture);
  g_assert_null (screen_fixture_find (find_line (view, "7.1.5"), "GtkLabel", "Exclusion to review"));
}

/* The action answers the clause, and shows on its line. */
static void
test_action (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *view = show_matrix (fixture);
  const CapActionOrigin *origin;
  const CapAction *action;

  unfold (fixture, view, "7.2", "7.2");
  g_signal_emit_by_name (find_button (find_line (view, "7.2"), "Create an Action"), "clicked");
  screen_fixture_wait (fixture, has_action, NULL);
  action = g_ptr_array_index (cap_workspace_get_dossier (fixture->workspace)->actions, 0);
  origin = g_ptr_array_index (action->origins, 0);
  g_assert_cmpint (origin->kind, ==, CAP_ORIGIN_REQUIREMENT);
  g_assert_cmpstr (origin->code, ==, "7.2");
  g_assert_nonnull (screen_fixture_find (find_line (view, "7.2"), "GtkLabel", "Open action · To do"));
  g_assert_nonnull (find_button (view, "Open finding · 0"));
}

static void
test_by_criterion (ScreenFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *view = show_matrix (fixture);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "By criterion")), TRUE);
  screen_fixture_wait_label (fixture, "A. Identité");
  unfold (fixture, view, "4.1", "4.1");
  screen_fixture_wait (fixture, has_lines, GUINT_TO_POINTER (62));
}

/* The place is asked for before there is anything to see; its line comes into sight, with the focus. */
static void
test_show_first (ScreenFixture *fixture,
                 gconstpointer  data)
{
  GtkWidget *view = cap_matrix_view_new (fixture->workspace);
  GtkWidget *scrolled;
  GtkAdjustment *place;

  cap_matrix_view_show (CAP_MATRIX_VIEW (view), "10.2");
  screen_fixture_show (fixture, view);
  screen_fixture_wait (fixture, is_unfolded, (gpointer) "10.2.1");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         find_line (view, "10.2.1")));

  scrolled = screen_fixture_find (view, "GtkScrolledWindow", NULL);
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  screen_fixture_wait (fixture, is_scrolled, place);
}

static void
put_target (ScreenFixture *fixture,
            const char    *route)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "AV-01");
  g_autoptr(CapRecord) target = cap_record_new (CAP_REGISTER_TARGET, "00000000-0000-4000-8000-00000000000a");

  cap_record_set (target, CAP_TARGET_CODE, "AV-01");
  cap_record_set (target, CAP_TARGET_ROUTE, route);
  cap_record_set (target, CAP_TARGET_KIND, "surveillance");
  cap_record_set (target, CAP_TARGET_DATE, "2027-03-31");
  cap_command_put_record (command, target);
  screen_fixture_run (fixture, command);
}

/* A route without a standard is looked at by criterion only. */
static void
test_criteria_only (ScreenFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *view;

  put_target (fixture, "cap-rse");
  view = cap_matrix_view_new (fixture->workspace);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "A. Identité");
  g_assert_null (screen_fixture_find (view, "GtkLabel", "By clause"));
}

/* Which audit first; then a percentage, dates, and what is there on request. */
static void
test_readiness (ScreenFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *view = cap_readiness_view_new (fixture->workspace);
  GtkWidget *check;

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "No date yet");
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "Say Which Audit"));
  g_assert_null (screen_fixture_find (view, "GtkProgressBar", NULL));

  put_target (fixture, "cedre");
  screen_fixture_wait_label (fixture, "By 1 March 2027");
  g_assert_nonnull (screen_fixture_find (view, "GtkProgressBar", NULL));
  g_assert_null (screen_fixture_find (view, "GtkLabel", "Say Which Audit"));
  g_assert_null (screen_fixture_find (view, "GtkLabel", "Its route and its day are known."));

  check = screen_fixture_find (view, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  screen_fixture_wait_label (fixture, "Its route and its day are known.");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (view, "By part of the file")), TRUE);
  screen_fixture_wait_label (fixture, "15. Visas");
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "1. Cover"));
}

/* Nothing to be done is told; each thing to be done has a button that opens its place. */
static void
test_places (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *view = cap_readiness_view_new (fixture->workspace);
  GtkWidget *button;
  GtkWidget *label;
  g_autoptr(GVariant) address = NULL;

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "Audit to prepare for");
  label = screen_fixture_find (view, "GtkLabel", "Audit to prepare for");
  button = find_button (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), "Open");
  address = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  g_variant_ref (address);
  g_assert_cmpstr (g_variant_get_string (address, NULL), ==, "register/target");
}

/* What the standard asks to keep: missing, then there once the register says it. */
static void
test_keep (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_keep_view_new (fixture->workspace);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "D-01");
  g_autoptr(CapRecord) policy = cap_record_new (CAP_REGISTER_STATEMENT, NULL);

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "0 of 14 asked are in place.");
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "5.2.2 La politique qualité"));

  cap_record_set (policy, CAP_STATEMENT_CODE, "D-01");
  cap_record_set (policy, CAP_STATEMENT_KIND, "policy");
  cap_record_set (policy, CAP_STATEMENT_TEXT, "Accueillir, former, accompagner");
  cap_record_set (policy, CAP_STATEMENT_DATE, "2026-01-10");
  cap_command_put_record (command, policy);
  screen_fixture_run (fixture, command);
  screen_fixture_wait_label (fixture, "1 of 14 asked is in place.");

  put_target (fixture, "cap-rse");
  screen_fixture_wait_label (fixture, "Nothing is asked");
}

static void
add (const char  *path,
     void       (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/matrix-view/filters", test_filters);
  add ("/matrix-view/exclude", test_exclude);
  add ("/matrix-view/action", test_action);
  add ("/matrix-view/by-criterion", test_by_criterion);
  add ("/matrix-view/criteria-only", test_criteria_only);
  add ("/matrix-view/show-first", test_show_first);
  add ("/readiness-view/figures", test_readiness);
  add ("/readiness-view/places", test_places);
  add ("/keep-view/gaps", test_keep);

  return g_test_run ();
}
