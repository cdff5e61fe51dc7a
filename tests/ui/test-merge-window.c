/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "base/cap-date.h"
#include "merge-fixture.h"
#include "ui/shell/cap-merge-window.h"
#include "ui/widgets/cap-unlock-window.h"
#include "workspace/cap-workspace-personal.h"

#define CHANGED \
  "One of the copies has changed meanwhile, so nothing was merged. Look again at what would come in."

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
show (ScreenFixture *fixture,
      const char    *path)
{
  fixture->window = cap_merge_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cap_merge_window_read (CAP_MERGE_WINDOW (fixture->window), path);
}

static void
take (ScreenFixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "merge.take", NULL);
}

static int
get_level (ScreenFixture *fixture,
           const char    *code)
{
  const CapAnswer *answer = screen_fixture_get_answer (fixture, code);

  return answer != NULL ? answer->level : CAP_LEVEL_UNSET;
}

static gboolean
is_retained (ScreenFixture *fixture,
             gpointer       data)
{
  return g_strcmp0 (cap_workspace_get_dossier (fixture->workspace)->retained, "2031-12-31") == 0;
}

/* The choice whose words begin with @text: who changed it, and when, follows. */
static GtkWidget *
find_below (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), text))
    return gtk_widget_get_ancestor (root, GTK_TYPE_CHECK_BUTTON);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_side (ScreenFixture *fixture,
           const char    *text)
{
  GtkWidget *side = find_below (fixture->window, text);

  g_assert_nonnull (side);

  return side;
}

static void
click (ScreenFixture *fixture,
       const char    *text)
{
  GtkWidget *label = screen_fixture_find (fixture->window, "GtkLabel", text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

/* What only they did comes in; one undo takes it back. */
static void
test_joins (ScreenFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  merge_fixture_work_on (path, "A1.1", 3);
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.2", 1));
  show (fixture, path);
  screen_fixture_wait_label (fixture, "conflicted copy.capcedre");
  screen_fixture_wait_label (fixture, "1 gesture was made there since the copies went separate ways.");
  screen_fixture_wait_label (fixture, "Done in the other copy");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Changed in both copies"));
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, CAP_LEVEL_UNSET); /* nothing yet */

  take (fixture);
  fixture->window = NULL; /* closes when it is done */
  screen_fixture_wait_level (fixture, "A1.1", 3);
  g_assert_cmpint (get_level (fixture, "A1.2"), ==, 1);
  screen_fixture_undo (fixture);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, CAP_LEVEL_UNSET);
  g_assert_cmpint (get_level (fixture, "A1.2"), ==, 1);
  g_unlink (path);
}

/* What both changed waits for a decision. */
static void
test_conflict (ScreenFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  GtkWidget *theirs;

  merge_fixture_work_on (path, "A1.1", 3);
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.1", 1));
  show (fixture, path);
  screen_fixture_wait_label (fixture, "conflicted copy.capcedre");
  g_assert_nonnull (screen_fixture_find (fixture->window, "GtkLabel", "Changed in both copies"));
  take (fixture); /* not before it is decided */
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 1);

  theirs = find_side (fixture, "There: 3 (");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (theirs), TRUE);
  take (fixture);
  fixture->window = NULL;
  screen_fixture_wait_level (fixture, "A1.1", 3);
  g_unlink (path);
}

/* What was done meanwhile in both copies is seen before it is decided; what was decided stays so. */
static void
test_outdated (ScreenFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  merge_fixture_work_on (path, "A1.1", 3);
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.1", 1));
  show (fixture, path);
  screen_fixture_wait_label (fixture, "conflicted copy.capcedre");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_side (fixture, "There: 3 (")), TRUE);
  merge_fixture_work_on (path, "A1.2", 4);
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.2", 2));
  take (fixture);
  screen_fixture_wait_label (fixture, CHANGED);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 1);
  g_assert_cmpint (get_level (fixture, "A1.2"), ==, 2);

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_side (fixture, "There: 3 ("))));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_side (fixture, "Here: 2 ("))));
  take (fixture); /* not before it is decided */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_side (fixture, "Here: 2 (")), TRUE);
  take (fixture);
  fixture->window = NULL;
  screen_fixture_wait_level (fixture, "A1.1", 3);
  g_assert_cmpint (get_level (fixture, "A1.2"), ==, 2);
  g_unlink (path);
}

/* Even where nobody had anything to decide. */
static void
test_new_conflict (ScreenFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  merge_fixture_work_on (path, "A1.1", 3);
  show (fixture, path);
  screen_fixture_wait_label (fixture, "conflicted copy.capcedre");
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.1", 1));
  take (fixture);
  screen_fixture_wait_label (fixture, "Changed in both copies");
  screen_fixture_wait_label (fixture, CHANGED);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 1);
  g_unlink (path);
}

static void
retain (CapWorkspace *workspace,
        const char   *date)
{
  g_autoptr(GAsyncResult) retained = NULL;

  cap_workspace_retain_async (workspace, date, keep_result_cb, &retained);
  g_assert_true (cap_workspace_run_finish (workspace, wait_for (&retained), NULL));
}

/* Until when the dossier is kept comes in, even alone; there is nothing to undo then. */
static void
test_retention (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autoptr(CapWorkspace) other = cap_workspace_new ();
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  g_autofree char *date = cap_date_format_short ("2031-12-31");
  g_autofree char *told = g_strdup_printf ("The other copy says until when the dossier is kept: %s.", date);

  cap_workspace_open_async (other, path, CAP_OPEN_NORMAL, NULL, keep_result_cb, &opened);
  g_assert_true (cap_workspace_open_finish (other, wait_for (&opened), NULL));
  retain (other, "2031-12-31");
  cap_workspace_close_async (other, keep_result_cb, &closed);
  g_assert_true (cap_workspace_close_finish (other, wait_for (&closed), NULL));

  show (fixture, path);
  screen_fixture_wait_label (fixture, told);
  take (fixture);
  screen_fixture_wait (fixture, is_retained, NULL);
  g_unlink (path);
}

/* What is kept when both changed the same is all there is: that is told, and nothing changed. */
static void
test_kept (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  merge_fixture_work_on (path, "A1.1", 3);
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.1", 1));
  show (fixture, path);
  screen_fixture_wait_label (fixture, "conflicted copy.capcedre");
  click (fixture, "Keep All That Is Here");
  take (fixture);
  screen_fixture_wait_label (fixture, "Nothing was changed in this dossier.");
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 1);
  g_unlink (path);
}

static gboolean
is_clean (ScreenFixture *fixture,
          gpointer       data)
{
  return cap_workspace_get_save_state (fixture->workspace) == CAP_SAVE_CLEAN;
}

/* The file itself, which a colleague or a synchronisation replaced meanwhile, is another copy too. */
static void
test_replaced (ScreenFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  merge_fixture_work_on (path, "A1.1", 3);
  merge_fixture_replace (fixture->path, path);
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "A1.2", 1));
  show (fixture, fixture->path);
  screen_fixture_wait_label (fixture, "1 gesture was made there since the copies went separate ways.");
  take (fixture);
  fixture->window = NULL;
  screen_fixture_wait_level (fixture, "A1.1", 3);
  screen_fixture_wait (fixture, is_clean, NULL);
  g_unlink (path);
}

static void
test_nothing (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  show (fixture, path);
  screen_fixture_wait_label (fixture, "All that the other copy did is here already.");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Done in the other copy"));
  g_unlink (path);
}

static void
test_refused (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "text.capcedre", NULL);

  g_assert_true (g_file_set_contents (path, "no dossier", -1, NULL));
  fixture->window = cap_merge_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cap_merge_window_read (CAP_MERGE_WINDOW (fixture->window), path);
  screen_fixture_wait_label (fixture, "This file is not a dossier, or it is damaged");
  g_unlink (path);
}

static GtkWidget *
find_password_entry (GtkWidget *root)
{
  if (GTK_IS_PASSWORD_ENTRY (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_password_entry (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The window that asks for a passphrase; NULL when there is none. */
static GtkWidget *
find_asking (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (CAP_IS_UNLOCK_WINDOW (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static void
answer (const char *passphrase)
{
  GtkWidget *window;

  while ((window = find_asking ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_password_entry (window)), passphrase);
  gtk_widget_activate_action (window, "unlock.unlock", NULL);
}

/* The passphrase of the other copy is asked, and it comes in. Whoever closes that window is told why it does
 * not. */
static void
test_encrypted (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);

  merge_fixture_work_on (path, "B1.1", 2);
  merge_fixture_encrypt (path, "lampe girafe ticket orage");
  show (fixture, path);
  while (find_asking () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (find_asking ()));
  screen_fixture_wait_label (fixture, "This dossier is encrypted: its passphrase is needed");

  cap_merge_window_read (CAP_MERGE_WINDOW (fixture->window), path);
  answer ("lampe girafe ticket orage");
  screen_fixture_wait_label (fixture, "conflicted copy.capcedre");
  while (find_asking () != NULL)
    g_main_context_iteration (NULL, TRUE);
  take (fixture);
  fixture->window = NULL; /* closes when it is done */
  screen_fixture_wait_level (fixture, "B1.1", 2);
  g_unlink (path);
}

static void
add (const char *path,
     void      (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/ui/merge-window/joins", test_joins);
  add ("/ui/merge-window/conflict", test_conflict);
  add ("/ui/merge-window/outdated", test_outdated);
  add ("/ui/merge-window/new-conflict", test_new_conflict);
  add ("/ui/merge-window/kept", test_kept);
  add ("/ui/merge-window/retention", test_retention);
  add ("/ui/merge-window/replaced", test_replaced);
  add ("/ui/merge-window/nothing", test_nothing);
  add ("/ui/merge-window/refused", test_refused);
  add ("/ui/merge-window/encrypted", test_encrypted);

  return g_test_run ();
}
