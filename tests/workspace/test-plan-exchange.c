/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "workspace/cap-plan-exchange.h"

/* A workspace with the demonstration dossier open, in a folder of its own. */
typedef struct
{
  char         *folder;
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
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("cap-plan-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "d.capcedre", NULL);
  fixture->workspace = cap_workspace_new ();
  cap_workspace_open_demo_async (fixture->workspace, path, NULL, keep_result_cb, &result);
  g_assert_true (cap_workspace_open_demo_finish (fixture->workspace, wait_for (&result), &error));
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
}

static gboolean
export (Fixture        *fixture,
        CapPlanFormat   format,
        const char     *path,
        GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_export_plan_async (fixture->workspace, format, path, NULL, keep_result_cb, &result);

  return cap_workspace_export_plan_finish (fixture->workspace, wait_for (&result), error);
}

static CapActionsCsv *
read_file (Fixture     *fixture,
           const char  *path,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_read_actions_async (fixture->workspace, path, NULL, keep_result_cb, &result);

  return cap_workspace_read_actions_finish (fixture->workspace, wait_for (&result), error);
}

static CapActionsPreview *
preview (Fixture       *fixture,
         CapActionsCsv *csv)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  CapActionsPreview *made;

  cap_workspace_preview_actions_async (fixture->workspace, csv, csv->columns, NULL, keep_result_cb, &result);
  made = cap_workspace_preview_actions_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);

  return made;
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const beginnings[] = {
    [CAP_PLAN_FORMAT_CSV] = "\xef\xbb\xbf",
    [CAP_PLAN_FORMAT_XLSX] = "PK",
    [CAP_PLAN_FORMAT_ICS] = "BEGIN:VCALENDAR\r\n",
    [CAP_PLAN_FORMAT_ICS_TODO] = "BEGIN:VCALENDAR\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autofree char *name = cap_workspace_dup_plan_name (fixture->workspace, (CapPlanFormat) i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", name, NULL);
      g_autofree char *content = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) failure = NULL;

      g_assert_true (export (fixture, (CapPlanFormat) i, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, beginnings[i]));
      g_assert_cmpint (strstr (content, "VTODO") != NULL, ==, i == CAP_PLAN_FORMAT_ICS_TODO);

      g_assert_false (export (fixture, (CapPlanFormat) i, nowhere, &failure));
      g_assert_nonnull (failure);
    }
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.csv", NULL);
  guint before = cap_workspace_get_dossier (fixture->workspace)->actions->len;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapActionsPreview) made = NULL;
  g_autoptr(CapActionsCsv) csv = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "n°;action;pilote\n1;;Direction\n;Relire;Qualité\n", -1, NULL));
  csv = read_file (fixture, path, &error);
  g_assert_no_error (error);
  made = preview (fixture, csv);
  g_assert_cmpuint (made->faults->len, ==, 1);
  g_assert_null (made->command);

  g_assert_true (g_file_set_contents (path, "n°;pilote\n1;Direction\n", -1, NULL));
  g_clear_pointer (&csv, cap_actions_csv_unref);
  g_clear_pointer (&made, cap_actions_preview_free);
  csv = read_file (fixture, path, &error);
  made = preview (fixture, csv);
  g_assert_cmpuint (made->n_changed, ==, 1);

  cap_workspace_run_async (fixture->workspace, g_steal_pointer (&made->command), NULL, keep_result_cb,
                           &result);
  g_assert_true (cap_workspace_run_finish (fixture->workspace, wait_for (&result), &error));
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->actions->len, ==, before);
  g_assert_cmpstr (cap_dossier_find_action (cap_workspace_get_dossier (fixture->workspace), 1)->owner, ==,
                   "Direction");
}

/* What is no list of actions says why. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.csv", NULL);
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) broken = NULL;

  g_assert_null (read_file (fixture, path, &missing));
  g_assert_nonnull (missing);
  g_assert_true (g_file_set_contents (path, "title\n\"Un\n", -1, NULL));
  g_assert_null (read_file (fixture, path, &broken));
  g_assert_cmpstr (broken->message, ==, "line 2: a quotation mark opens here and never closes");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/workspace/plan-exchange/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/workspace/plan-exchange/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/workspace/plan-exchange/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);

  return g_test_run ();
}
