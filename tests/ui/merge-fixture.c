/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "merge-fixture.h"

#include "workspace/cap-workspace-vault.h"

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

/* The file at @path becomes what the other one is. */
void
merge_fixture_replace (const char *path,
                       const char *other_path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (other_path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* Another copy of the dossier as it is on disk now. */
char *
merge_fixture_copy (ScreenFixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "conflicted copy.capcedre", NULL);
  g_autoptr(GAsyncResult) published = NULL;

  cap_workspace_publish_async (fixture->workspace, keep_result_cb, &published);
  g_assert_true (cap_workspace_publish_finish (fixture->workspace, wait_for (&published), NULL));
  merge_fixture_replace (path, fixture->path);

  return path;
}

CapCommand *
merge_fixture_rate (CapWorkspace *workspace,
                    const char   *code,
                    int           level)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ANSWER, code);
  g_autoptr(CapAnswer) answer = cap_answer_new (code);

  cap_answer_rate (answer, level);
  cap_command_put_answer (command, cap_workspace_get_evaluation (workspace)->id, answer);

  return command;
}

/* Somebody rates a criterion in the dossier at @path. */
void
merge_fixture_work_on (const char *path,
                       const char *code,
                       int         level)
{
  g_autoptr(CapWorkspace) workspace = cap_workspace_new ();
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) ran = NULL;
  g_autoptr(GAsyncResult) closed = NULL;

  cap_workspace_open_async (workspace, path, CAP_OPEN_NORMAL, NULL, keep_result_cb, &opened);
  g_assert_true (cap_workspace_open_finish (workspace, wait_for (&opened), NULL));
  cap_workspace_run_async (workspace, merge_fixture_rate (workspace, code, level), NULL, keep_result_cb,
                           &ran);
  g_assert_true (cap_workspace_run_finish (workspace, wait_for (&ran), NULL));
  cap_workspace_close_async (workspace, keep_result_cb, &closed);
  g_assert_true (cap_workspace_close_finish (workspace, wait_for (&closed), NULL));
}

void
merge_fixture_encrypt (const char *path,
                       const char *passphrase)
{
  g_autoptr(CapWorkspace) workspace = cap_workspace_new ();
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) set = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  g_autofree char *told = NULL;

  cap_workspace_open_async (workspace, path, CAP_OPEN_NORMAL, NULL, keep_result_cb, &opened);
  g_assert_true (cap_workspace_open_finish (workspace, wait_for (&opened), NULL));
  cap_workspace_set_passphrase_async (workspace, NULL, passphrase, NULL, keep_result_cb, &set);
  told = cap_workspace_set_passphrase_finish (workspace, wait_for (&set), NULL);
  g_assert_nonnull (told);
  cap_workspace_close_async (workspace, keep_result_cb, &closed);
  g_assert_true (cap_workspace_close_finish (workspace, wait_for (&closed), NULL));
}
