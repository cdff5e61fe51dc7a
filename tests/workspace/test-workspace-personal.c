/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-personal.h"

#include <glib/gstdio.h>

#include "model/cap-evidence.h"
#include "workspace/cap-demo-dossier.h"
#include "workspace/cap-evidence-export.h"
#include "workspace/cap-workspace.h"

#define NAME "Attestations de secours.pdf"

/* The demonstration dossier, open; one of its files is a PDF. */
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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cap-personal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "d.capcedre", NULL);
  fixture->workspace = cap_workspace_new ();
  cap_workspace_open_demo_async (fixture->workspace, fixture->path, NULL, keep_result_cb, &result);
  g_assert_true (cap_workspace_open_demo_finish (fixture->workspace, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
close_dossier (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &result);
  g_assert_true (cap_workspace_close_finish (fixture->workspace, wait_for (&result), NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (cap_workspace_get_dossier (fixture->workspace) != NULL)
    close_dossier (fixture);
  g_clear_object (&fixture->workspace);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static CapPersonalReport *
find (Fixture     *fixture,
      CapProgress *progress)
{
  static const char * const names[] = { "attestations", NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  CapPersonalReport *report;

  cap_workspace_find_personal_async (fixture->workspace, names, progress, NULL, keep_result_cb, &result);
  report = cap_workspace_find_personal_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);

  return report;
}

/* Returns: (nullable): the PDF of the report */
static const CapPersonalDocument *
get_pdf (const CapPersonalReport *report)
{
  for (guint i = 0; i < report->documents->len; i++)
    {
      const CapPersonalDocument *document = g_ptr_array_index (report->documents, i);

      if (g_strcmp0 (document->name, NAME) == 0)
        return document;
    }

  return NULL;
}

/* What it says is found, and found again as it is remembered; a picture is for a person to look at. */
static void
test_found (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_found = 0;

  for (guint i = 0; i < 2; i++)
    {
      CapProgress progress = { 0 };
      g_autoptr(CapPersonalReport) report = find (fixture, &progress);
      g_autoptr(GPtrArray) unread = cap_personal_list_unread (report->documents);
      const CapPersonalDocument *pdf = get_pdf (report);
      guint n_done;

      g_assert_cmpuint (cap_progress_read (&progress, &n_done), ==, report->documents->len);
      g_assert_cmpuint (n_done, ==, report->documents->len);
      g_assert_nonnull (pdf);
      g_assert_cmpint (pdf->reading, ==, CAP_PERSONAL_READ);
      g_assert_cmpuint (pdf->n_found, >, 0);
      g_assert_true (i == 0 || pdf->n_found == n_found);
      n_found = pdf->n_found;
      g_assert_cmpuint (unread->len, ==, 2);
    }
}

/* Whoever gives up hears that; nothing of it outlives the dossier. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint n_steps = 0; n_steps < 40; n_steps += 4)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(CapPersonalReport) report = NULL;
      g_autoptr(GError) error = NULL;

      cap_workspace_find_personal_async (fixture->workspace, NULL, NULL, cancellable, keep_result_cb,
                                         &result);
      for (guint i = 0; i < n_steps && result == NULL; i++)
        g_main_context_iteration (NULL, FALSE);
      g_cancellable_cancel (cancellable);
      report = cap_workspace_find_personal_finish (fixture->workspace, wait_for (&result), &error);
      if (report == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* The dossier is closed while its documents are read: what could not be read stays unread. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapPersonalReport) report = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_find_personal_async (fixture->workspace, NULL, NULL, NULL, keep_result_cb, &result);
  close_dossier (fixture);
  report = cap_workspace_find_personal_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (get_pdf (report));
}

static char *
open_pdf (Fixture *fixture)
{
  const GPtrArray *evidence = cap_workspace_get_dossier (fixture->workspace)->evidence;
  g_autoptr(GAsyncResult) result = NULL;
  const CapEvidenceFile *file = NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const CapEvidenceFile *it = cap_evidence_get_file (g_ptr_array_index (evidence, i));

      if (it != NULL && g_str_equal (it->name, NAME))
        file = it;
    }
  g_assert_nonnull (file);
  cap_workspace_export_evidence_async (fixture->workspace, file, NULL, keep_result_cb, &result);

  return cap_workspace_export_evidence_finish (fixture->workspace, wait_for (&result), NULL);
}

/* Its content goes, and so does the copy that was opened. */
static void
test_taken_out (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(CapPersonalReport) before = find (fixture, NULL);
  const CapPersonalDocument *pdf = get_pdf (before);
  g_autofree char *opened = open_pdf (fixture);
  CapPersonalSwaps *swaps = cap_personal_swaps_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(CapPersonalReport) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_test (opened, G_FILE_TEST_EXISTS));
  g_assert_nonnull (pdf);
  cap_personal_swaps_add_document (swaps, pdf->sha256);
  cap_workspace_redact_async (fixture->workspace, swaps, TRUE, NULL, keep_result_cb, &result);
  outcome = cap_workspace_redact_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_documents, ==, 1);
  g_assert_true (cap_redaction_outcome_is_clean (outcome));
  while (g_file_test (opened, G_FILE_TEST_EXISTS))
    g_usleep (10 * 1000); /* in a thread of its own */

  after = find (fixture, NULL);
  g_assert_null (get_pdf (after));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/workspace/personal/found", Fixture, NULL, set_up, test_found, tear_down);
  g_test_add ("/workspace/personal/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/workspace/personal/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/workspace/personal/taken-out", Fixture, NULL, set_up, test_taken_out, tear_down);

  return g_test_run ();
}
