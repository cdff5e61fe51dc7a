/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-auditor-copy.h"

#include <glib/gstdio.h>
#include <string.h>

#include "audit/cap-finding-rules.h"
#include "exchange/cap-framework-json.h"
#include "store/cap-store-error.h"
#include "workspace/cap-evidence-import.h"

#define TODAY "2026-11-20"

/* The demonstration dossier of a structure, the copy of its auditor, and the way back. */
typedef struct
{
  char *folder;
  char *path;
  char *copy;
  char *file;
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

static CapWorkspace *
open (const char *path)
{
  CapWorkspace *workspace = cap_workspace_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    cap_workspace_open_async (workspace, path, CAP_OPEN_NORMAL, NULL, keep_result_cb, &result);
  else
    cap_workspace_open_demo_async (workspace, path, NULL, keep_result_cb, &result);
  cap_workspace_open_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);

  return workspace;
}

static void
close_workspace (CapWorkspace *workspace)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_close_async (workspace, keep_result_cb, &result);
  g_assert_true (cap_workspace_close_finish (workspace, wait_for (&result), NULL));
  g_object_unref (workspace);
}

static gboolean
run (CapWorkspace  *workspace,
     CapCommand    *command,
     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_run_async (workspace, command, NULL, keep_result_cb, &result);

  return cap_workspace_run_finish (workspace, wait_for (&result), error);
}

static const char *
get_audit (CapWorkspace *workspace)
{
  return cap_dossier_find_record_by_code (cap_workspace_get_dossier (workspace), CAP_REGISTER_AUDIT,
                                          "AU-02")->id;
}

static gboolean
hand_over (CapWorkspace  *workspace,
           const char    *path,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_write_auditor_copy_async (workspace, get_audit (workspace), path, NULL, keep_result_cb,
                                          &result);

  return cap_workspace_write_auditor_copy_finish (workspace, wait_for (&result), error);
}

static CapAuditorReturn *
read_copy (CapWorkspace  *workspace,
           const char    *path,
           GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_read_auditor_copy_async (workspace, path, NULL, keep_result_cb, &result);

  return cap_workspace_read_auditor_copy_finish (workspace, wait_for (&result), error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("cap-auditor-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "d.capcedre", NULL);
  fixture->copy = g_build_filename (fixture->folder, "c.capcedre", NULL);
  fixture->file = g_build_filename (fixture->folder, "Tableau.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->file, "abc", 3, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_unlink (fixture->copy);
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->copy);
  g_free (fixture->file);
}

/* What an auditor does: a finding with its proof. */
static void
work_on_copy (Fixture *fixture)
{
  const char * const paths[] = { fixture->file, NULL };
  CapWorkspace *workspace = open (fixture->copy);
  g_autoptr(CapRecord) finding = cap_record_new (CAP_REGISTER_FINDING, NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "E-30");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) contents = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (cap_workspace_get_audited (workspace), ==, get_audit (workspace));
  cap_record_set (finding, CAP_FINDING_CODE, "E-30");
  cap_record_set (finding, CAP_FINDING_AUDIT, "AU-02");
  cap_record_set (finding, CAP_FINDING_GRADE, "NC min.");
  cap_record_set (finding, CAP_FINDING_RAISED, TODAY);
  cap_record_set (finding, CAP_FINDING_FACT, "Two posts out of five have no sheet.");
  cap_record_set (finding, CAP_FINDING_STATE, "open");
  cap_finding_put_new (command, finding);
  run (workspace, g_steal_pointer (&command), &error);
  g_assert_no_error (error);

  cap_workspace_read_evidence_async (workspace, paths, FALSE, NULL, keep_result_cb, &result);
  contents = cap_workspace_read_evidence_finish (workspace, wait_for (&result), &error);
  run (workspace, cap_evidence_add_command (cap_workspace_get_dossier (workspace), contents, TODAY,
                                            CAP_PLACE_RECORD, finding->id), &error);
  g_assert_no_error (error);
  close_workspace (workspace);
}

/* There and back: one gesture, with the content of the proof, and one undo. */
static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  CapWorkspace *workspace = open (fixture->path);
  const guint n_findings = cap_workspace_get_dossier (workspace)->registers[CAP_REGISTER_FINDING]->len;
  g_autoptr(CapAuditorReturn) found = NULL;
  g_autoptr(CapAuditorReturn) again = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  CapDossier *dossier;

  g_assert_null (cap_workspace_get_audited (workspace));
  hand_over (workspace, fixture->copy, &error);
  g_assert_no_error (error);
  work_on_copy (fixture);

  found = read_copy (workspace, fixture->copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->items->len, ==, 2);
  run (workspace, g_steal_pointer (&found->command), &error);
  g_assert_no_error (error);
  dossier = cap_workspace_get_dossier (workspace);
  g_assert_cmpuint (dossier->registers[CAP_REGISTER_FINDING]->len, ==, n_findings + 1);
  g_assert_cmpstr (dossier->undo_label, ==, "Import c.capcedre");

  again = read_copy (workspace, fixture->copy, &error);
  g_assert_no_error (error);
  g_assert_null (again->command);

  cap_workspace_undo_async (workspace, keep_result_cb, &undone);
  label = cap_workspace_undo_finish (workspace, wait_for (&undone), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cap_workspace_get_dossier (workspace)->registers[CAP_REGISTER_FINDING]->len, ==,
                    n_findings);
  close_workspace (workspace);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  CapWorkspace *workspace = open (fixture->path);
  CapCommand *command = cap_command_new (CAP_GESTURE_MEMBER, NULL);
  g_autoptr(CapMember) member = NULL;
  g_autoptr(GError) exists = NULL;
  g_autoptr(GError) own = NULL;
  g_autoptr(GError) scope = NULL;
  CapWorkspace *copy;

  g_assert_true (hand_over (workspace, fixture->copy, NULL));
  g_assert_false (hand_over (workspace, fixture->copy, &exists));
  g_assert_error (exists, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS);
  g_assert_null (read_copy (workspace, fixture->path, &own));
  g_assert_error (own, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);

  copy = open (fixture->copy);
  member = cap_member_copy (cap_workspace_get_dossier (copy)->member);
  g_free (member->name);
  member->name = g_strdup ("Another structure");
  cap_command_put_member (command, member);
  g_assert_false (run (copy, command, &scope));
  g_assert_error (scope, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE);
  close_workspace (copy);
  close_workspace (workspace);
}

static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  CapWorkspace *workspace = open (fixture->path);
  g_autofree char *name = cap_workspace_dup_auditor_copy_name (workspace, get_audit (workspace));

  g_assert_true (g_str_has_suffix (name, " - audit AU-02.capcedre"));
  g_assert_null (strchr (name, '/'));
  close_workspace (workspace);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/workspace/auditor-copy/there-and-back", test_there_and_back);
  add ("/workspace/auditor-copy/refusals", test_refusals);
  add ("/workspace/auditor-copy/name", test_name);

  return g_test_run ();
}
