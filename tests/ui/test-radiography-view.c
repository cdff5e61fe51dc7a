/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/quality/cap-radiography-view.h"

static void
rate (ScreenFixture *fixture,
      const char    *code,
      int            level)
{
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (code, level);

  screen_fixture_answer (fixture, answer);
}

static GPtrArray *
list_rows (GtkWidget *root,
           GPtrArray *rows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ADW_IS_ACTION_ROW (child) && gtk_widget_get_mapped (child))
        g_ptr_array_add (rows, child);
      list_rows (child, rows);
    }

  return rows;
}

static guint
count_rows (ScreenFixture *fixture)
{
  g_autoptr(GPtrArray) rows = list_rows (fixture->window, g_ptr_array_new ());

  return rows->len;
}

static gboolean
has_rows (ScreenFixture *fixture,
          gpointer       data)
{
  return count_rows (fixture) == GPOINTER_TO_UINT (data);
}

static GtkWidget *
get_view (ScreenFixture *fixture)
{
  return screen_fixture_find (fixture->window, "CapRadiographyView", NULL);
}

static GtkWidget *
find_button (ScreenFixture *fixture,
             const char    *label)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);

  g_assert_nonnull (found);

  return gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

/* Asks to set the first alert aside, and says why. */
static void
set_aside (ScreenFixture *fixture,
           const char    *check,
           const char    *subject,
           const char    *reason)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (get_view (fixture), "radiography.set-aside", "(ss)", check, subject);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (screen_fixture_find (dialog, "GtkEntry", NULL)), reason);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is found, put aside with a reason, and brought back. */
static void
test_aside_and_back (ScreenFixture *fixture,
                     gconstpointer  data)
{
  const CapDossier *dossier;
  GtkWidget *expander;

  screen_fixture_show (fixture, cap_radiography_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "Nothing to point out");
  g_assert_cmpuint (count_rows (fixture), ==, 0);

  rate (fixture, "A1.1", 3);
  screen_fixture_wait_label (fixture, "1 warning");
  screen_fixture_wait_label (fixture, "To look at · 1");
  screen_fixture_wait_label (fixture, "Evaluation · 1");
  screen_fixture_wait_label (fixture, "A1.1 is at level 3 and no piece of evidence shows it.");
  screen_fixture_wait_label (fixture, "To look at – Level 3 or 4 without evidence");

  set_aside (fixture, "level-without-evidence", "A1.1", "ab");
  screen_fixture_wait_label (fixture, "This reason is too short: say why it is no fault, in a few words.");
  set_aside (fixture, "level-without-evidence", "A1.1", "Vu au conseil");
  screen_fixture_wait_label (fixture, "Warnings set aside (1)");
  screen_fixture_wait_label (fixture, "Nothing to point out");

  expander = screen_fixture_find (fixture->window, "GtkExpander", NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  screen_fixture_wait (fixture, has_rows, GUINT_TO_POINTER (1));
  screen_fixture_wait_label (fixture, "Warn Again");
  gtk_widget_activate_action (get_view (fixture), "radiography.speak", "(ss)", "level-without-evidence",
                              "A1.1");
  screen_fixture_wait_label (fixture, "1 warning");
  dossier = cap_workspace_get_dossier (fixture->workspace);
  g_assert_cmpuint (dossier->registers[CAP_REGISTER_SILENCE]->len, ==, 0);
}

/* The row with the focus goes: the one in its place has it. */
static void
test_focus (ScreenFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) left = NULL;

  rate (fixture, "A1.1", 3);
  rate (fixture, "A1.2", 3);
  rate (fixture, "A1.3", 3);
  screen_fixture_show (fixture, cap_radiography_view_new (fixture->workspace));
  screen_fixture_wait (fixture, has_rows, GUINT_TO_POINTER (3));
  rows = list_rows (fixture->window, g_ptr_array_new ());
  gtk_widget_grab_focus (g_ptr_array_index (rows, 1));
  set_aside (fixture, "level-without-evidence", "A1.2", "Vu au conseil");
  screen_fixture_wait_label (fixture, "Warnings set aside (1)");

  left = list_rows (fixture->window, g_ptr_array_new ());
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == g_ptr_array_index (left, 1));
}

static void
put_actions (ScreenFixture *fixture,
             guint          n_actions)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "actions.csv");

  for (guint i = 0; i < n_actions; i++)
    {
      g_autofree char *title = g_strdup_printf ("Chantier %u", i + 1);
      g_autoptr(CapAction) action = cap_action_new (NULL, title);

      action->due = g_strdup ("2999-03-31");
      cap_command_put_action (command, action);
    }
  screen_fixture_run (fixture, command);
}

/* Many alerts are shown little by little; who asks for more goes on from there. */
static void
test_many (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = NULL;
  GtkWidget *more;

  put_actions (fixture, 70);
  screen_fixture_show (fixture, cap_radiography_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "The plan · 70");
  screen_fixture_wait (fixture, has_rows, GUINT_TO_POINTER (8));
  more = find_button (fixture, "Show 62 Others");
  g_signal_emit_by_name (more, "clicked");
  screen_fixture_wait (fixture, has_rows, GUINT_TO_POINTER (58));
  rows = list_rows (fixture->window, g_ptr_array_new ());
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == g_ptr_array_index (rows, 8));

  g_signal_emit_by_name (more, "clicked");
  screen_fixture_wait (fixture, has_rows, GUINT_TO_POINTER (70));
  g_assert_false (gtk_widget_get_visible (more));
}

/* A row opens the place that it speaks of. */
static void
test_open (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *open;
  g_autofree char *address = NULL;

  rate (fixture, "A1.1", 3);
  screen_fixture_show (fixture, cap_radiography_view_new (fixture->workspace));
  screen_fixture_wait (fixture, has_rows, GUINT_TO_POINTER (1));
  open = find_button (fixture, "Open");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (open)), ==, "journey.open");
  address = g_variant_dup_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (open)), NULL);
  g_assert_cmpstr (address, ==, "criterion/A1.1");
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/radiography-view/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("aside-and-back", test_aside_and_back);
  ADD ("focus", test_focus);
  ADD ("many", test_many);
  ADD ("open", test_open);

  return g_test_run ();
}
