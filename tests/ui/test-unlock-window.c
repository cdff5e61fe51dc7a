/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "exchange/cap-adaptation-json.h"
#include "store/cap-dossier-vault.h"
#include "tests/ui/screen-fixture.h"
#include "ui/past/cap-past-window.h"
#include "ui/widgets/cap-unlock-window.h"
#include "workspace/cap-workspace-vault.h"

#define PASSPHRASE "lampe girafe ticket orage"
#define ASIDE      "Put Aside and Open"
#define REFUSED \
  "This is not the passphrase of this work. Capitals, accents and spaces count: show what you typed, and" \
  " look at the language of the keyboard."

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

static CapCommand *
rate (ScreenFixture *fixture)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ANSWER, "A1.1");
  g_autoptr(CapAnswer) answer = cap_answer_new ("A1.1");

  cap_answer_rate (answer, 3);
  cap_command_put_answer (command, cap_workspace_get_evaluation (fixture->workspace)->id, answer);

  return command;
}

static void
close_dossier (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) closed = NULL;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &closed);
  g_assert_true (cap_workspace_close_finish (fixture->workspace, wait_for (&closed), NULL));
}

static gboolean
open_dossier (ScreenFixture  *fixture,
              GError        **error)
{
  g_autoptr(GAsyncResult) opened = NULL;

  cap_workspace_open_async (fixture->workspace, fixture->path, CAP_OPEN_NORMAL, NULL, keep_result_cb,
                            &opened);

  return cap_workspace_open_finish (fixture->workspace, wait_for (&opened), error);
}

/* The program is killed as it works on the dossier, encrypted; @encrypted: whether the file stays so, or is
 * again the one of before. */
static void
leave (ScreenFixture *fixture,
       gboolean       encrypted)
{
  const CapVaultChange change = { NULL, PASSPHRASE, NULL };
  g_autoptr(CapCommand) command = rate (fixture);
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  close_dossier (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  file = cap_dossier_file_open (fixture->path, CAP_FILE_WRITE, cap_adapted_framework_read, &error);
  g_assert_no_error (error);
  outcome = cap_dossier_file_set_passphrase (file, &change, &error);
  g_assert_no_error (error);
  g_assert_true (cap_dossier_file_run (file, command, &error));
  g_clear_pointer (&file, cap_dossier_file_free);
  if (!encrypted)
    g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));

  g_assert_false (open_dossier (fixture, &error));
  g_assert_true (cap_workspace_error_is_encrypted (error));
}

static gboolean
find_asking (ScreenFixture *fixture,
             gpointer       data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (CAP_IS_UNLOCK_WINDOW (window) && gtk_widget_get_mapped (window))
        *(GtkWidget **) data = window;
    }

  return *(GtkWidget **) data != NULL;
}

static GtkWidget *
wait_asking (ScreenFixture *fixture)
{
  GtkWidget *window = NULL;

  screen_fixture_wait (fixture, find_asking, &window);

  return window;
}

static void
type (GtkWidget  *window,
      const char *passphrase)
{
  GtkWidget *entry = screen_fixture_find (window, "GtkPasswordEntry", NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), passphrase);
  g_signal_emit_by_name (entry, "activate");
}

static GtkWidget *
ask (ScreenFixture  *fixture,
     GAsyncResult  **result)
{
  cap_unlock_window_ask_async (NULL, fixture->path, NULL, NULL, keep_result_cb, result);
  fixture->window = wait_asking (fixture);

  return fixture->window;
}

static gboolean
is_shown (GtkWidget  *window,
          const char *text)
{
  GtkWidget *label = screen_fixture_find (window, "GtkLabel", text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* A dossier that is encrypted is not opened without its passphrase: there is nothing to set aside. */
static void
test_encrypted (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapVaultKey) key = NULL;
  GtkWidget *window;

  leave (fixture, TRUE);
  window = ask (fixture, &result);
  g_assert_true (is_shown (window, "“Les Érables.capcedre” is encrypted"));
  g_assert_false (is_shown (window, ASIDE));
  gtk_widget_activate_action (window, "unlock.set-aside", NULL);
  g_assert_true (gtk_widget_get_sensitive (window));

  type (window, PASSPHRASE);
  fixture->window = NULL;
  g_assert_true (cap_unlock_window_ask_finish (wait_for (&result), &key, NULL));
  g_assert_nonnull (key);
  g_assert_true (open_dossier (fixture, NULL));
  g_assert_true (cap_workspace_get_recovered (fixture->workspace));
}

/* What is left over is said to be what is locked. Nothing that is typed sets it aside, nor does the return
 * key; the button does, and the dossier opens as its file is. */
static void
set_aside (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapVaultKey) key = NULL;
  GtkWidget *window = ask (fixture, &result);

  g_assert_true (is_shown (window, "Unfinished work of “Les Érables.capcedre” is encrypted"));
  g_assert_true (is_shown (window, ASIDE));
  type (window, "");
  type (window, "not this one");
  screen_fixture_wait_label (fixture, REFUSED);
  g_assert_null (result);
  g_assert_false (open_dossier (fixture, NULL));

  gtk_widget_activate (gtk_widget_get_ancestor (screen_fixture_find (window, "GtkLabel", ASIDE),
                                                GTK_TYPE_BUTTON));
  fixture->window = NULL;
  g_assert_true (cap_unlock_window_ask_finish (wait_for (&result), &key, NULL));
  g_assert_null (key);
  g_assert_true (open_dossier (fixture, NULL));
}

static gboolean
is_taken_back (ScreenFixture *fixture,
               gpointer       data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (strstr (name, "(recovered ") != NULL && *(char **) data == NULL)
        *(char **) data = g_build_filename (fixture->folder, name, NULL);
    }

  return *(char **) data != NULL && screen_fixture_find (fixture->window, "GtkLabel", "Take Back…") == NULL;
}

/* Returns: (transfer full) (nullable): the database that was set aside */
static char *
dup_aside (void)
{
  g_autofree char *work = g_build_filename (g_get_user_state_dir (), "cap-cedre", "work", NULL);
  g_autoptr(GDir) dir = g_dir_open (work, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".locked"))
        return g_build_filename (work, name, "work.db", NULL);
    }

  return NULL;
}

static gboolean
is_not_aside (ScreenFixture *fixture,
              gpointer       data)
{
  g_autofree char *path = dup_aside ();

  return path == NULL;
}

/* Whoever will never find its passphrase may have it gone, after a question. */
static void
test_removed (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());
  GtkWidget *dialog = NULL;
  g_autofree char *path = NULL;

  leave (fixture, FALSE);
  set_aside (fixture);
  path = dup_aside ();
  g_assert_nonnull (path);
  fixture->window = cap_past_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (screen_fixture_find (fixture->window, "AdwViewStack",
                                                                              NULL)), "backups");
  screen_fixture_wait_label (fixture, "Take Back…");
  gtk_widget_activate_action (screen_fixture_find (fixture->window, "CapBackupsView", NULL),
                              "backups.remove-work", "s", path);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  gtk_window_destroy (GTK_WINDOW (dialog));
  screen_fixture_wait (fixture, is_not_aside, NULL);
}

/* From the backups, with its passphrase, it comes back beside the dossier. */
static void
test_left_over (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *path = NULL;

  leave (fixture, FALSE);
  set_aside (fixture);
  g_assert_null (screen_fixture_get_answer (fixture, "A1.1"));

  fixture->window = cap_past_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (screen_fixture_find (fixture->window, "AdwViewStack",
                                                                              NULL)), "backups");
  screen_fixture_wait_label (fixture, "Take Back…");
  gtk_widget_activate (gtk_widget_get_ancestor (screen_fixture_find (fixture->window, "GtkLabel",
                                                                     "Take Back…"), GTK_TYPE_BUTTON));
  type (wait_asking (fixture), PASSPHRASE);
  screen_fixture_wait (fixture, is_taken_back, &path);

  g_assert_true (cap_dossier_is_locked (path));
  {
    g_autoptr(CapVaultKey) key = cap_dossier_unlock (path, PASSPHRASE, NULL);
    g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, CAP_FILE_READ, cap_adapted_framework_read,
                                                            NULL);
    g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
    const CapEvaluation *evaluation = cap_dossier_get_current (dossier);

    g_assert_cmpint (cap_evaluation_get_answer (evaluation, "A1.1")->level, ==, 3);
  }
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

  add ("/ui/unlock-window/encrypted", test_encrypted);
  add ("/ui/unlock-window/removed", test_removed);
  add ("/ui/unlock-window/left-over", test_left_over);

  return g_test_run ();
}
