/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-evidence-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/cap-package.h"
#include "workspace/cap-evidence-export.h"
#include "workspace/cap-package-file.h"
#include "workspace/cap-workspace-vault.h"

#define TODAY "2026-11-20"

/* A workspace with the demonstration dossier open, in a folder of its own, and a file there. */
typedef struct
{
  char         *folder;
  char         *file;
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

  fixture->folder = g_dir_make_tmp ("cap-evidence-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "d.capcedre", NULL);
  fixture->file = g_build_filename (fixture->folder, "Attestation_2026.txt", NULL);
  g_file_set_contents (fixture->file, "abc", 3, &error);
  g_assert_no_error (error);
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
  g_free (fixture->file);
  g_free (fixture->folder);
}

static GPtrArray *
read_files (Fixture             *fixture,
            const char * const  *paths,
            GError             **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_read_evidence_async (fixture->workspace, paths, FALSE, NULL, keep_result_cb, &result);

  return cap_workspace_read_evidence_finish (fixture->workspace, wait_for (&result), error);
}

static void
run (Fixture    *fixture,
     CapCommand *command)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_run_async (fixture->workspace, command, NULL, keep_result_cb, &result);
  g_assert_true (cap_workspace_run_finish (fixture->workspace, wait_for (&result), &error));
  g_assert_no_error (error);
}

static const CapEvidence *
get_last (Fixture *fixture)
{
  const GPtrArray *pieces = cap_workspace_get_dossier (fixture->workspace)->evidence;

  return g_ptr_array_index (pieces, pieces->len - 1);
}

/* One gesture; the same file again is the same piece, which serves once more. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  const char * const paths[] = { fixture->file, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contents = read_files (fixture, paths, &error);
  CapDossier *dossier = cap_workspace_get_dossier (fixture->workspace);
  const guint before = dossier->evidence->len;
  const CapEvidence *piece;

  g_assert_no_error (error);
  g_assert_false (cap_evidence_contents_are_private (contents));
  run (fixture, cap_evidence_add_command (dossier, contents, TODAY, CAP_PLACE_REQUIREMENT, "7.2"));
  dossier = cap_workspace_get_dossier (fixture->workspace);
  g_assert_cmpuint (dossier->evidence->len, ==, before + 1);
  piece = get_last (fixture);
  g_assert_cmpstr (piece->title, ==, "Attestation 2026");
  g_assert_cmpuint (piece->number, >, 0);
  g_assert_true (cap_evidence_serves (piece, CAP_PLACE_REQUIREMENT, "7.2"));
  g_assert_cmpstr (cap_evidence_get_file (piece)->added, ==, TODAY);

  run (fixture, cap_evidence_add_command (dossier, contents, TODAY, CAP_PLACE_REQUIREMENT, "7.3"));
  dossier = cap_workspace_get_dossier (fixture->workspace);
  g_assert_cmpuint (dossier->evidence->len, ==, before + 1);
  g_assert_cmpuint (get_last (fixture)->links->len, ==, 2);
  g_assert_cmpuint (get_last (fixture)->files->len, ==, 1);
}

static void
test_renew (Fixture       *fixture,
            gconstpointer  data)
{
  const char * const paths[] = { fixture->file, NULL };
  g_autoptr(GPtrArray) contents = read_files (fixture, paths, NULL);
  g_autoptr(GPtrArray) newer = NULL;

  run (fixture, cap_evidence_add_command (cap_workspace_get_dossier (fixture->workspace), contents, TODAY,
                                          CAP_PLACE_REQUIREMENT, NULL));
  g_assert_null (cap_evidence_renew_command (get_last (fixture), g_ptr_array_index (contents, 0), TODAY));

  g_assert_true (g_file_set_contents (fixture->file, "abcd", 4, NULL));
  newer = read_files (fixture, paths, NULL);
  run (fixture, cap_evidence_renew_command (get_last (fixture), g_ptr_array_index (newer, 0), "2027-01-02"));
  g_assert_cmpuint (get_last (fixture)->files->len, ==, 2);
  g_assert_cmpint (cap_evidence_get_file (get_last (fixture))->size, ==, 4);
  g_assert_cmpstr (cap_evidence_get_file (get_last (fixture))->added, ==, "2027-01-02");
}

/* All of them or none: the one at fault is named. */
static void
test_refusal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *absent = g_build_filename (fixture->folder, "absent.pdf", NULL);
  const char * const paths[] = { fixture->file, absent, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contents = read_files (fixture, paths, &error);

  g_assert_null (contents);
  g_assert_cmpstr (error->message, ==, "absent.pdf: there is no such file");
}

static char *
export (Fixture               *fixture,
        const CapEvidenceFile *file)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *path;

  cap_workspace_export_evidence_async (fixture->workspace, file, NULL, keep_result_cb, &result);
  path = cap_workspace_export_evidence_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);

  return path;
}

/* Out of reach of others, under a name that leads nowhere else, and gone at the next start. */
static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  const char * const paths[] = { fixture->file, NULL };
  g_autoptr(GPtrArray) contents = read_files (fixture, paths, NULL);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  CapEvidenceFile file = { 0 };
  struct stat status;

  run (fixture, cap_evidence_add_command (cap_workspace_get_dossier (fixture->workspace), contents, TODAY,
                                          CAP_PLACE_REQUIREMENT, NULL));
  file = *cap_evidence_get_file (get_last (fixture));
  file.name = (char *) "../../é\nvil.txt";
  path = export (fixture, &file);
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, "_.._é_vil.txt");
  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "abc");

  cap_evidence_forget_exports ();
  while (g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
}

/* Of an encrypted dossier it does not go to the disk, and goes too. */
static void
test_export_encrypted (Fixture       *fixture,
                       gconstpointer  data)
{
  const char * const paths[] = { fixture->file, NULL };
  g_autoptr(GPtrArray) contents = read_files (fixture, paths, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *path = NULL;

  run (fixture, cap_evidence_add_command (cap_workspace_get_dossier (fixture->workspace), contents, TODAY,
                                          CAP_PLACE_REQUIREMENT, NULL));
  cap_workspace_set_passphrase_async (fixture->workspace, NULL, "lampe girafe ticket orage", NULL,
                                      keep_result_cb, &result);
  told = cap_workspace_set_passphrase_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);

  path = export (fixture, cap_evidence_get_file (get_last (fixture)));
  g_assert_true (g_str_has_prefix (path, g_get_user_runtime_dir ()));
  cap_evidence_forget_exports ();
  while (g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
}

/* How many of its pieces have a file to pack. */
static guint
count_files (const CapDossier *dossier)
{
  guint n = 0;

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);

      n += piece->removed == NULL && piece->files->len > 0 ? 1 : 0;
    }

  return n;
}

/* What was done just before is in it, beside four lists, two documents and four files of BagIt. */
static void
test_package (Fixture       *fixture,
              gconstpointer  data)
{
  const char * const paths[] = { fixture->file, NULL };
  g_autofree char *package = g_build_filename (fixture->folder, "p.zip", NULL);
  g_autofree char *name = cap_workspace_dup_package_name (fixture->workspace);
  g_autoptr(GPtrArray) contents = read_files (fixture, paths, NULL);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_files = 0;

  g_assert_true (g_str_has_prefix (name, "dossier-audit_Les-Ateliers-du-Cedre_"));
  run (fixture, cap_evidence_add_command (cap_workspace_get_dossier (fixture->workspace), contents, TODAY,
                                          CAP_PLACE_REQUIREMENT, "7.2"));
  cap_workspace_write_package_async (fixture->workspace, package, NULL, keep_result_cb, &result);
  g_assert_true (cap_workspace_write_package_finish (fixture->workspace, wait_for (&result), &error));
  g_assert_no_error (error);

  faults = cap_package_verify (package, &n_files, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (n_files, ==, 11 + count_files (cap_workspace_get_dossier (fixture->workspace)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/workspace/evidence/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/workspace/evidence/renew", Fixture, NULL, set_up, test_renew, tear_down);
  g_test_add ("/workspace/evidence/refusal", Fixture, NULL, set_up, test_refusal, tear_down);
  g_test_add ("/workspace/evidence/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/workspace/evidence/export-encrypted", Fixture, NULL, set_up, test_export_encrypted,
              tear_down);
  g_test_add ("/workspace/evidence/package", Fixture, NULL, set_up, test_package, tear_down);

  return g_test_run ();
}
