/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/past/cap-past-window.h"
#include "ui/shell/cap-guarantees-window.h"
#include "workspace/cap-workspace-past.h"

static void
rate (ScreenFixture *fixture,
      const char    *code,
      int            level)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ANSWER, code);
  g_autoptr(CapAnswer) answer = cap_answer_new (code);

  cap_answer_rate (answer, level);
  cap_command_put_answer (command, cap_workspace_get_evaluation (fixture->workspace)->id, answer);
  screen_fixture_run (fixture, g_steal_pointer (&command));
}

static void
show (ScreenFixture *fixture)
{
  fixture->window = cap_past_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static GtkWidget *
find (ScreenFixture *fixture,
      const char    *type)
{
  GtkWidget *found = screen_fixture_find (fixture->window, type, NULL);

  g_assert_nonnull (found);

  return found;
}

static gboolean
is_gone (ScreenFixture *fixture,
         gpointer       data)
{
  return screen_fixture_find (fixture->window, "GtkLabel", data) == NULL;
}

/* What, who, before and after; searched as one types. */
static void
test_journal (ScreenFixture *fixture,
              gconstpointer  data)
{
  cap_workspace_configure_past ("Quality officer", NULL);
  rate (fixture, "A1.1", 2);
  rate (fixture, "A1.1", 3);
  rate (fixture, "A1.2", 1);
  show (fixture);
  screen_fixture_wait_label (fixture, "Answer A1.1, level: 2 → 3");
  screen_fixture_wait_label (fixture, "Answer A1.2, level: 1");
  screen_fixture_wait_label (fixture, "Create the dossier");

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "GtkSearchEntry")), "a1.1 officer");
  screen_fixture_wait (fixture, is_gone, (gpointer) "Answer A1.2, level: 1");
  screen_fixture_wait_label (fixture, "Answer A1.1, level: 2 → 3");

  gtk_editable_set_text (GTK_EDITABLE (find (fixture, "GtkSearchEntry")), "nowhere");
  screen_fixture_wait_label (fixture, "Nothing in the journal says so.");
  cap_workspace_configure_past (NULL, NULL);
}

/* The journal of one thing, from where it is made again what it was. */
static void
test_object (ScreenFixture *fixture,
             gconstpointer  data)
{
  rate (fixture, "A1.1", 2);
  rate (fixture, "A1.2", 1);
  rate (fixture, "A1.1", 3);
  show (fixture);
  screen_fixture_wait_label (fixture, "Answer A1.2, level: 1");
  cap_past_window_show_object (CAP_PAST_WINDOW (fixture->window), "A1.1", "Answer to A1.1");
  screen_fixture_wait (fixture, is_gone, (gpointer) "Answer A1.2, level: 1");
  screen_fixture_wait_label (fixture, "Only: Answer to A1.1");

  gtk_widget_activate_action (fixture->window, "past.bring-back", "(xss)", (gint64) 3, "A1.1",
                              "Answer to A1.1");
  fixture->window = NULL; /* closes when it is done */
  screen_fixture_wait_level (fixture, "A1.1", 2);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.2")->level, ==, 1);
  screen_fixture_undo (fixture);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 3);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

/* A point under a name, work, then back: asked first, and one undo. */
static void
test_point (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view;
  GtkWidget *entry;

  rate (fixture, "A1.1", 2);
  show (fixture);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (find (fixture, "AdwViewStack")), "points");
  view = find (fixture, "CapPointsView");
  entry = screen_fixture_find (view, "GtkEntry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Before the committee");
  gtk_widget_activate_action (view, "points.make", NULL);
  screen_fixture_wait_label (fixture, "Before the committee");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  rate (fixture, "A1.1", 4);
  gtk_widget_activate_action (fixture->window, "past.return", "(xs)", (gint64) 3, "Before the committee");
  g_assert_nonnull (find_dialog ());
  /* Not before it is confirmed. */
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 4);
  adw_message_dialog_response (find_dialog (), "return");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  fixture->window = NULL;
  screen_fixture_wait_level (fixture, "A1.1", 2);
  screen_fixture_undo (fixture);
  g_assert_cmpint (screen_fixture_get_answer (fixture, "A1.1")->level, ==, 4);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static gboolean
is_backed_up (ScreenFixture *fixture,
              gpointer       data)
{
  g_autofree char *folder = cap_workspace_dup_backup_folder (fixture->workspace);

  return count_files (folder) == GPOINTER_TO_UINT (data);
}

/* Made on demand, listed, removed once it is confirmed. */
static void
test_backups (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = cap_workspace_dup_backup_folder (fixture->workspace);
  g_autofree char *path = NULL;
  g_autoptr(GDir) dir = NULL;
  GtkWidget *view;

  show (fixture);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (find (fixture, "AdwViewStack")), "backups");
  view = find (fixture, "CapBackupsView");
  screen_fixture_wait_label (fixture, "None so far: the first one comes with the next thing you save.");
  gtk_widget_activate_action (view, "backups.make", NULL);
  screen_fixture_wait (fixture, is_backed_up, GUINT_TO_POINTER (1));
  screen_fixture_wait (fixture, is_gone,
                       (gpointer) "None so far: the first one comes with the next thing you save.");

  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  gtk_widget_activate_action (view, "backups.remove", "s", path);
  g_assert_nonnull (find_dialog ());
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  adw_message_dialog_response (find_dialog (), "remove");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  screen_fixture_wait (fixture, is_backed_up, GUINT_TO_POINTER (0));
  screen_fixture_wait_label (fixture, "None so far: the first one comes with the next thing you save.");
}

/* A moment is opened to be read, and says so. */
static void
test_moment (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(CapWorkspace) past = cap_workspace_new ();

  rate (fixture, "A1.1", 2);
  rate (fixture, "A1.1", 3);
  g_assert_null (cap_workspace_get_moment (fixture->workspace));
  cap_workspace_publish_async (fixture->workspace, NULL, NULL);
  while (cap_workspace_get_save_state (fixture->workspace) != CAP_SAVE_CLEAN)
    g_main_context_iteration (NULL, TRUE);

  cap_workspace_open_past_async (past, fixture->path, 2, "Before the committee", NULL, NULL, NULL);
  while (cap_workspace_get_dossier (past) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cap_workspace_get_moment (past), ==, "Before the committee");
  g_assert_true (cap_workspace_get_read_only (past));
  g_assert_cmpint (cap_evaluation_get_answer (cap_workspace_get_evaluation (past), "A1.1")->level, ==, 2);
}

/* The page of the manual: in French where no language is set. */
static void
test_guarantees (ScreenFixture *fixture,
                 gconstpointer  data)
{
  fixture->window = cap_guarantees_window_new (NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  screen_fixture_wait_label (fixture, "Rien de ce qui est enregistré ne se perd");
  screen_fixture_wait_label (fixture, "Ce que Cap Cèdre ne fait pas");
}

static void
add_test (const char *path,
          void      (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add_test ("/ui/past/journal", test_journal);
  add_test ("/ui/past/object", test_object);
  add_test ("/ui/past/point", test_point);
  add_test ("/ui/past/backups", test_backups);
  add_test ("/ui/past/moment", test_moment);
  add_test ("/ui/past/guarantees", test_guarantees);

  return g_test_run ();
}
