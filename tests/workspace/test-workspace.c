/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "store/cap-store-error.h"
#include "workspace/cap-workspace-seal.h"
#include "workspace/cap-workspace-vault.h"

typedef struct
{
  char         *folder;
  char         *path;
  CapWorkspace *workspace;
} Fixture;

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

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("The state that the test waits for never came");

  return G_SOURCE_REMOVE;
}

static void
wait_for_state (CapWorkspace *workspace,
                CapSaveState  state)
{
  guint deadline = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (cap_workspace_get_save_state (workspace) != state)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (deadline);
}

static void
open_dossier (CapWorkspace *workspace,
              const char   *path,
              CapOpenMode   mode)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_open_async (workspace, path, mode, NULL, keep_result_cb, &result);
  cap_workspace_open_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
close_dossier (CapWorkspace *workspace)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_close_async (workspace, keep_result_cb, &result);
  cap_workspace_close_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
rate (CapWorkspace *workspace,
      const char   *criterion,
      int           level)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (workspace);
  g_autoptr(CapAnswer) answer = cap_evaluation_dup_answer (evaluation, criterion);
  CapCommand *command = cap_command_new (CAP_GESTURE_ANSWER, criterion);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  cap_answer_rate (answer, level);
  cap_command_put_answer (command, evaluation->id, answer);
  cap_workspace_run_async (workspace, command, NULL, keep_result_cb, &result);
  cap_workspace_run_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

static int
get_level (CapWorkspace *workspace,
           const char   *criterion)
{
  const CapAnswer *answer = cap_evaluation_get_answer (cap_workspace_get_evaluation (workspace), criterion);

  return answer != NULL ? answer->level : CAP_LEVEL_UNSET;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapFramework) framework = cap_workspace_load_framework ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cap-workspace-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Les Érables.capcedre", NULL);
  fixture->workspace = cap_workspace_new ();

  cap_workspace_create_async (fixture->workspace, fixture->path, member, framework, CAP_MODE_CAP,
                              CAP_PATH_FULL, NULL, keep_result_cb, &result);
  cap_workspace_create_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  g_assert_finalize_object (fixture->workspace);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (fixture->workspace);

  g_assert_cmpstr (cap_workspace_get_dossier (fixture->workspace)->member->name, ==, "Les Érables");
  g_assert_cmpuint (photograph->score.coverage.applicable, ==, 92);
  g_assert_null (photograph->score.exact);
  g_assert_cmpstr (cap_workspace_get_path (fixture->workspace), ==, fixture->path);

  close_dossier (fixture->workspace);
  g_assert_null (cap_workspace_get_dossier (fixture->workspace));
}

static void
test_gesture_is_published (Fixture       *fixture,
                           gconstpointer  data)
{
  rate (fixture->workspace, "A1.1", 3);
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, 3);
  g_assert_cmpint (cap_workspace_get_photograph (fixture->workspace)->score.percent, ==, 75);

  /* “Enregistré” is true only once the file holds the gesture. */
  g_assert_cmpint (cap_workspace_get_save_state (fixture->workspace), ==, CAP_SAVE_PENDING);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN);

  {
    g_autoptr(CapWorkspace) reader = cap_workspace_new ();

    open_dossier (reader, fixture->path, CAP_OPEN_READ_ONLY);
    g_assert_true (cap_workspace_get_read_only (reader));
    g_assert_cmpint (get_level (reader, "A1.1"), ==, 3);
    close_dossier (reader);
  }

  close_dossier (fixture->workspace);
}

static void
test_undo_redo (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GAsyncResult) redone = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *again = NULL;

  rate (fixture->workspace, "A1.1", 3);
  rate (fixture->workspace, "A1.1", 1);

  cap_workspace_undo_async (fixture->workspace, keep_result_cb, &undone);
  label = cap_workspace_undo_finish (fixture->workspace, wait_for (&undone), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (label, "A1.1"));
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, 3);
  g_assert_cmpstr (cap_workspace_get_dossier (fixture->workspace)->redo_label, ==, label);

  cap_workspace_redo_async (fixture->workspace, keep_result_cb, &redone);
  again = cap_workspace_undo_finish (fixture->workspace, wait_for (&redone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, label);
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, 1);

  close_dossier (fixture->workspace);
}

/* The next campaign starts blank, beside the one before; undone, that one is in course again. */
static void
test_next_evaluation (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(CapFramework) framework = cap_workspace_load_framework ();
  g_autoptr(CapEvaluation) next = cap_evaluation_new (NULL, 2, "2027-11-20", CAP_MODE_CAP, framework);
  CapCommand *command = cap_command_new (CAP_GESTURE_EVALUATION, "2");
  g_autoptr(GAsyncResult) started = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  const CapEvaluation *previous;

  rate (fixture->workspace, "A1.1", 3);
  cap_command_put_evaluation (command, next);
  cap_workspace_run_async (fixture->workspace, command, NULL, keep_result_cb, &started);
  cap_workspace_run_finish (fixture->workspace, wait_for (&started), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (cap_workspace_get_evaluation (fixture->workspace)->number, ==, 2);
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, CAP_LEVEL_UNSET);
  g_assert_null (cap_workspace_get_photograph (fixture->workspace)->score.exact);
  previous = cap_dossier_get_previous (cap_workspace_get_dossier (fixture->workspace));
  g_assert_cmpint (cap_evaluation_get_answer (previous, "A1.1")->level, ==, 3);

  cap_workspace_undo_async (fixture->workspace, keep_result_cb, &undone);
  label = cap_workspace_undo_finish (fixture->workspace, wait_for (&undone), &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, 3);

  close_dossier (fixture->workspace);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CapWorkspace) other = cap_workspace_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_open_async (other, fixture->path, CAP_OPEN_NORMAL, NULL, keep_result_cb, &result);
  g_assert_false (cap_workspace_open_finish (other, wait_for (&result), &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED);
  g_assert_null (cap_workspace_get_dossier (other));

  close_dossier (fixture->workspace);
}

/* Someone puts another state of the dossier in place of ours. */
static char *
change_behind (Fixture *fixture)
{
  g_autofree char *old = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (fixture->path, &old, &length, &error);
  g_assert_no_error (error);
  rate (fixture->workspace, "A1.1", 2);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN);
  g_file_set_contents (fixture->path, old, (gssize) length, &error);
  g_assert_no_error (error);

  rate (fixture->workspace, "A1.2", 4);
  wait_for_state (fixture->workspace, CAP_SAVE_CONFLICT);

  return g_steal_pointer (&old);
}

static char *
resolve (CapWorkspace      *workspace,
         CapConflictChoice  choice)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *path;

  cap_workspace_resolve_conflict_async (workspace, choice, keep_result_cb, &result);
  path = cap_workspace_resolve_conflict_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);

  return path;
}

static void
test_conflict_replaced (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *old = change_behind (fixture);
  g_autofree char *path = resolve (fixture->workspace, CAP_CONFLICT_REPLACE);

  g_assert_cmpint (cap_workspace_get_save_state (fixture->workspace), ==, CAP_SAVE_CLEAN);
  close_dossier (fixture->workspace);

  open_dossier (fixture->workspace, fixture->path, CAP_OPEN_NORMAL);
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, 2);
  g_assert_cmpint (get_level (fixture->workspace, "A1.2"), ==, 4);
  close_dossier (fixture->workspace);
}

static void
test_conflict_copied (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *old = change_behind (fixture);
  g_autofree char *path = resolve (fixture->workspace, CAP_CONFLICT_COPY);
  g_autoptr(CapWorkspace) copy = cap_workspace_new ();

  g_assert_cmpstr (path, !=, fixture->path);
  g_assert_cmpstr (path, ==, cap_workspace_get_path (fixture->workspace)); /* the work goes on there */
  open_dossier (copy, path, CAP_OPEN_READ_ONLY);
  g_assert_cmpint (get_level (copy, "A1.2"), ==, 4);
  close_dossier (copy);

  close_dossier (fixture->workspace);
}

static char *
set_passphrase (Fixture     *fixture,
                const char  *passphrase,
                const char  *chosen,
                GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_set_passphrase_async (fixture->workspace, passphrase, chosen, NULL, keep_result_cb,
                                      &result);

  return cap_workspace_set_passphrase_finish (fixture->workspace, wait_for (&result), error);
}

static CapVaultKey *
unlock (Fixture     *fixture,
        const char  *passphrase,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_unlock_async (fixture->path, passphrase, NULL, keep_result_cb, &result);

  return cap_unlock_finish (wait_for (&result), error);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* It is told that it is encrypted; closed, it opens for whoever holds its key, as long as somebody does. */
static void
test_encrypted (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  CapVaultKey *key;
  guint n_told = 0;

  rate (fixture->workspace, "A1.1", 3);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN);
  g_signal_connect_swapped (fixture->workspace, "notify::encrypted", G_CALLBACK (count_cb), &n_told);
  told = set_passphrase (fixture, NULL, "lampe girafe ticket orage", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, "1 backup followed.");
  g_assert_true (cap_workspace_is_encrypted (fixture->workspace));
  g_assert_cmpuint (n_told, ==, 1);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN); /* the line of the journal */
  g_assert_null (set_passphrase (fixture, "ce n’est pas elle", NULL, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  g_clear_error (&error);
  close_dossier (fixture->workspace);
  g_assert_false (cap_workspace_is_encrypted (fixture->workspace));

  cap_workspace_open_async (fixture->workspace, fixture->path, CAP_OPEN_NORMAL, NULL, keep_result_cb,
                            &result);
  g_assert_false (cap_workspace_open_finish (fixture->workspace, wait_for (&result), &error));
  g_assert_true (cap_workspace_error_is_encrypted (error));
  g_clear_error (&error);

  g_assert_null (unlock (fixture, "ce n’est pas elle", &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  g_clear_error (&error);
  key = unlock (fixture, "lampe girafe ticket orage", &error);
  g_assert_no_error (error);
  open_dossier (fixture->workspace, fixture->path, CAP_OPEN_NORMAL);
  cap_vault_key_unref (key);
  g_assert_cmpint (get_level (fixture->workspace, "A1.1"), ==, 3);
  rate (fixture->workspace, "A1.2", 3);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN);

  g_free (set_passphrase (fixture, "lampe girafe ticket orage", NULL, &error));
  g_assert_no_error (error);
  g_assert_false (cap_workspace_is_encrypted (fixture->workspace));
  close_dossier (fixture->workspace);
  open_dossier (fixture->workspace, fixture->path, CAP_OPEN_READ_ONLY);
  close_dossier (fixture->workspace);
}

static CapSeal *
seal (Fixture     *fixture,
      const char  *passphrase,
      gboolean     new_key,
      GError     **error)
{
  const CapDocumentChoice choice = { .kind = CAP_REPORT_PHOTOGRAPH, .layout = CAP_LAYOUT_BOARD };
  g_autofree char *pdf = g_build_filename (fixture->folder, "sealed.pdf", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  CapSeal *made;

  cap_workspace_seal_async (fixture->workspace, &choice, pdf, passphrase, new_key, keep_result_cb, &result);
  made = cap_workspace_seal_finish (fixture->workspace, wait_for (&result), error);
  g_unlink (pdf);

  return made;
}

static gboolean
change_seal_passphrase (Fixture     *fixture,
                        const char  *passphrase,
                        const char  *chosen,
                        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_change_seal_passphrase_async (fixture->workspace, passphrase, chosen, keep_result_cb,
                                              &result);

  return cap_workspace_change_seal_passphrase_finish (fixture->workspace, wait_for (&result), error);
}

/* It needs the one of now, is in the file at once, and is of the same key. */
static void
test_seal_passphrase (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *first = "quatre mots sans lien";
  const char *second = "lampe girafe ticket orage";
  g_autoptr(CapSeal) before = NULL;
  g_autoptr(CapSeal) after = NULL;
  g_autoptr(GError) error = NULL;

  before = seal (fixture, first, TRUE, &error);
  g_assert_no_error (error);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN);

  g_assert_false (change_seal_passphrase (fixture, second, second, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (change_seal_passphrase (fixture, first, "too short", &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
  g_clear_error (&error);
  g_assert_true (change_seal_passphrase (fixture, first, second, &error));
  g_assert_no_error (error);
  wait_for_state (fixture->workspace, CAP_SAVE_CLEAN);
  close_dossier (fixture->workspace);

  open_dossier (fixture->workspace, fixture->path, CAP_OPEN_NORMAL);
  g_assert_null (seal (fixture, first, FALSE, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  g_clear_error (&error);
  after = seal (fixture, second, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (after->public_key, before->public_key));
  close_dossier (fixture->workspace);
}

#define ADD(name, func) \
  g_test_add ("/workspace/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("create", test_create);
  ADD ("gesture-is-published", test_gesture_is_published);
  ADD ("undo-redo", test_undo_redo);
  ADD ("next-evaluation", test_next_evaluation);
  ADD ("locked", test_locked);
  ADD ("conflict-replaced", test_conflict_replaced);
  ADD ("conflict-copied", test_conflict_copied);
  ADD ("encrypted", test_encrypted);
  ADD ("seal-passphrase", test_seal_passphrase);

  return g_test_run ();
}
