/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/plan/cap-import-actions-window.h"

static void
write_and_read (ScreenFixture *fixture,
                GtkWidget     *window,
                const char    *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "actions.csv", NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  cap_import_actions_window_read (CAP_IMPORT_ACTIONS_WINDOW (window), path);
}

static gboolean
has_text (ScreenFixture *fixture,
          gpointer       data)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (screen_fixture_find (l->data, "GtkLabel", data) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
can_import (ScreenFixture *fixture,
            gpointer       data)
{
  return gtk_widget_is_sensitive (screen_fixture_find (data, "GtkLabel", "Import"));
}

static gboolean
has_actions (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->actions->len == GPOINTER_TO_UINT (data);
}

static GtkWidget *
find_choice (GtkWidget  *root,
             const char *title)
{
  if (ADW_IS_COMBO_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_choice (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_choice (ScreenFixture *fixture,
            gpointer       data)
{
  return find_choice (data, "Verdict") != NULL;
}

static GtkWidget *
open_window (ScreenFixture *fixture)
{
  GtkWidget *window = cap_import_actions_window_new (GTK_WINDOW (fixture->window), fixture->workspace);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
test_import (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);

  g_assert_false (can_import (fixture, window));
  write_and_read (fixture, window, "Action;Pilote;Pour le\nÉcrire;Qualité;31/12/2026\nRelire;;\n");
  screen_fixture_wait (fixture, can_import, window);
  g_assert_true (has_text (fixture, (gpointer) "Écrire"));
  g_assert_true (has_text (fixture, (gpointer) "New: 2 · changed: 0 · already so: 0"));

  gtk_widget_activate_action (window, "import.import", NULL);
  screen_fixture_wait (fixture, has_actions, GUINT_TO_POINTER (2));
  screen_fixture_undo (fixture);
  g_assert_true (has_actions (fixture, GUINT_TO_POINTER (0)));
}

/* Nothing can be imported while there is a fault. */
static void
test_faults (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);

  write_and_read (fixture, window, "Action;Critère\nÉcrire;Z9\nRelire;A1.1\n");
  screen_fixture_wait (fixture, has_text,
                       (gpointer) "line 2: Origins: “Z9” is not a criterion of this framework");
  g_assert_false (can_import (fixture, window));

  write_and_read (fixture, window, "Action;Critère\nÉcrire;\"Z9\n");
  screen_fixture_wait (fixture, has_text, (gpointer) "line 2: a quotation mark opens here and never closes");
  g_assert_false (can_import (fixture, window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Columns that are matched by hand, and remembered. */
static void
test_columns (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *window = open_window (fixture);

  write_and_read (fixture, window, "Bidule;Qui\nÉcrire;Qualité\n");
  screen_fixture_wait (fixture, has_choice, window);
  screen_fixture_wait (fixture, has_text, (gpointer) "line 1: there is no column “title”");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_choice (window, "In charge"))), ==, 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_choice (window, "Action")), 1);
  screen_fixture_wait (fixture, can_import, window);
  gtk_widget_activate_action (window, "import.import", NULL);
  screen_fixture_wait (fixture, has_actions, GUINT_TO_POINTER (1));

  window = open_window (fixture);
  write_and_read (fixture, window, "Bidule;Qui\nRelire;Qualité\n");
  screen_fixture_wait (fixture, has_choice, window);
  screen_fixture_wait (fixture, can_import, window);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_choice (window, "Action"))), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  g_test_add ("/ui/import-actions/import", ScreenFixture, NULL, screen_fixture_set_up, test_import,
              screen_fixture_tear_down);
  g_test_add ("/ui/import-actions/faults", ScreenFixture, NULL, screen_fixture_set_up, test_faults,
              screen_fixture_tear_down);
  g_test_add ("/ui/import-actions/columns", ScreenFixture, NULL, screen_fixture_set_up, test_columns,
              screen_fixture_tear_down);

  return g_test_run ();
}
