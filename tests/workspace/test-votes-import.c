/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "workspace/cap-votes-import.h"

/* A workspace with a new dossier open, in a folder of its own. */
typedef struct
{
  char         *folder;
  char         *csv;
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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapFramework) framework = cap_workspace_load_framework ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("cap-votes-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->csv = g_build_filename (fixture->folder, "votes.csv", NULL);
  path = g_build_filename (fixture->folder, "d.capcedre", NULL);
  fixture->workspace = cap_workspace_new ();
  cap_workspace_create_async (fixture->workspace, path, member, framework, CAP_MODE_CAP, CAP_PATH_FULL, NULL,
                              keep_result_cb, &result);
  g_assert_true (cap_workspace_create_finish (fixture->workspace, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GDir) folder = NULL;
  const char *name;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &result);
  g_assert_true (cap_workspace_close_finish (fixture->workspace, wait_for (&result), NULL));
  g_clear_object (&fixture->workspace);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->csv);
}

static CapVotesPreview *
preview (Fixture     *fixture,
         const char  *content,
         GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (content != NULL)
    g_assert_true (g_file_set_contents (fixture->csv, content, -1, NULL));
  cap_workspace_preview_votes_async (fixture->workspace, fixture->csv, NULL, keep_result_cb, &result);

  return cap_workspace_preview_votes_finish (fixture->workspace, wait_for (&result), error);
}

/* What is previewed is what is imported, in one gesture; votes are no answers. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CapVotesPreview) first = NULL;
  g_autoptr(CapVotesPreview) again = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const CapEvaluation *evaluation;

  first = preview (fixture, "respondent,college,criterion,level\nS-01,parcours,A1.1,2\nS-01,parcours,A1.2,3\n"
                            "D-01,direction,A1.1,4\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->faults->len, ==, 0);
  g_assert_cmpuint (first->n_respondents, ==, 2);
  g_assert_cmpuint (first->n_votes, ==, 3);
  g_assert_cmpuint (first->n_known, ==, 0);
  g_assert_cmpuint (cap_workspace_get_evaluation (fixture->workspace)->ballots->len, ==, 0);

  cap_workspace_run_async (fixture->workspace, g_steal_pointer (&first->command), NULL, keep_result_cb,
                           &result);
  g_assert_true (cap_workspace_run_finish (fixture->workspace, wait_for (&result), &error));
  evaluation = cap_workspace_get_evaluation (fixture->workspace);
  g_assert_cmpint (cap_ballot_get_level (cap_evaluation_find_ballot (evaluation, "S-01"), "A1.2"), ==, 3);
  g_assert_null (cap_evaluation_get_answer (evaluation, "A1.1"));

  again = preview (fixture, NULL, &error);
  g_assert_cmpuint (again->n_known, ==, 2);
}

/* A fault says its line, and nothing would be imported; a file that is not there is an error. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CapVotesPreview) wrong = NULL;
  g_autoptr(CapVotesPreview) none = NULL;
  g_autoptr(GError) error = NULL;

  wrong = preview (fixture, "respondent,college,criterion,level\nMarie Dupont,direction,A1.1,2\n"
                            "S-01,parcours,A1.1,9\n", &error);
  g_assert_no_error (error);
  g_assert_null (wrong->command);
  g_assert_cmpuint (wrong->faults->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (wrong->faults, 1), "3"));
  g_assert_cmpuint (wrong->n_respondents, ==, 0);

  g_unlink (fixture->csv);
  none = preview (fixture, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/workspace/votes-import/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/workspace/votes-import/faults", Fixture, NULL, set_up, test_faults, tear_down);

  return g_test_run ();
}
