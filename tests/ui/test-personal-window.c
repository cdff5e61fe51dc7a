/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <string.h>

#include "screen-fixture.h"
#include "ui/personal/cap-personal-window.h"
#include "ui/widgets/cap-date-row.h"

static void
comment (ScreenFixture *fixture,
         const char    *text)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_COMMENT, "A1.1");
  g_autoptr(CapAnswer) answer = cap_answer_new ("A1.1");

  cap_answer_set_comment (answer, text);
  cap_command_put_answer (command, cap_workspace_get_evaluation (fixture->workspace)->id, answer);
  screen_fixture_run (fixture, command);
}

static void
show (ScreenFixture *fixture)
{
  fixture->window = cap_personal_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Returns: (nullable): the dialog that is open */
static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr(GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

/* What its buttons do: the answer, and the dialog goes. */
static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_told (ScreenFixture *fixture,
         gpointer       data)
{
  AdwMessageDialog *dialog = find_dialog ();

  return dialog != NULL && strstr (adw_message_dialog_get_body (dialog), data) != NULL;
}

/* What is found is shown; what is ticked goes, after a question, and the proof is told. */
static void
test_takes_out (ScreenFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *view;
  GtkWidget *check;

  comment (fixture, "Vu avec Hélène PÉRON, 06 12 34 56 78");
  comment (fixture, "Vu avec Hélène PÉRON");
  show (fixture);
  screen_fixture_wait_label (fixture, "06 12 34 56 78");
  view = screen_fixture_find (fixture->window, "GtkTextView", NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "helene peron\n", -1);
  gtk_widget_activate_action (fixture->window, "personal.search", NULL);
  screen_fixture_wait_label (fixture, "Hélène PÉRON");

  gtk_widget_activate_action (fixture->window, "personal.remove", NULL); /* nothing is ticked yet */
  g_assert_null (find_dialog ());
  check = screen_fixture_find (fixture->window, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_activate_action (fixture->window, "personal.remove", NULL);
  respond ("cancel");
  g_assert_nonnull (strstr (screen_fixture_get_answer (fixture, "A1.1")->comment, "PÉRON"));
  gtk_widget_activate_action (fixture->window, "personal.remove", NULL);
  respond ("remove");
  screen_fixture_wait (fixture, is_told, (gpointer) "nothing left");
  respond ("close");
  g_assert_cmpstr (screen_fixture_get_answer (fixture, "A1.1")->comment, ==, "Vu avec [removed]");
  screen_fixture_undo (fixture);
  g_assert_cmpstr (screen_fixture_get_answer (fixture, "A1.1")->comment, ==,
                   "Vu avec [removed], 06 12 34 56 78");
}

static void
add_piece (ScreenFixture *fixture,
           const char    *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "documents", name, NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_PIECE, name);
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, name, NULL, NULL);
  g_autoptr(GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  content = g_bytes_new_take (data, size);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  cap_evidence_add_file (piece, sha256, (gint64) size, name, "application/pdf", "2026-11-20");
  cap_command_put_content (command, sha256, content);
  cap_command_put_evidence (command, piece);
  screen_fixture_run (fixture, command);
}

static const CapEvidenceFile *
get_file (ScreenFixture *fixture)
{
  const CapDossier *dossier = cap_workspace_get_dossier (fixture->workspace);
  const CapEvidence *piece = g_ptr_array_index (dossier->evidence, 0);

  return cap_evidence_get_file (piece);
}

/* What a PDF says is found too. Taken out of texts only, it is told that the PDF still says it; ticked, what
 * it held goes, and nothing is left. */
static void
test_document (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *row;

  comment (fixture, "Écrire à camille@asso.fr");
  add_piece (fixture, "blank-page.pdf");
  show (fixture);
  screen_fixture_wait_label (fixture, "Found 1 time in this file, but not all of it is text: open it to"
                                      " know what it says");
  row = screen_fixture_find (fixture->window, "CapPersonalRow", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (screen_fixture_find (row, "GtkCheckButton", NULL)), TRUE);
  gtk_widget_activate_action (fixture->window, "personal.remove", NULL);
  respond ("remove");
  screen_fixture_wait (fixture, is_told, (gpointer) "In the file “blank-page.pdf”");
  respond ("close");
  g_assert_false (cap_evidence_is_content_removed (get_file (fixture)->sha256));

  screen_fixture_wait_label (fixture, "E-mail address: 1 now, 0 in the past");
  row = screen_fixture_find (fixture->window, "CapPersonalDocumentRow", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (screen_fixture_find (row, "GtkCheckButton", NULL)), TRUE);
  gtk_widget_activate_action (fixture->window, "personal.remove", NULL);
  respond ("remove");
  screen_fixture_wait (fixture, is_told, (gpointer) "The content of 1 file is gone");
  g_assert_true (is_told (fixture, (gpointer) "nothing left"));
  respond ("close");
  g_assert_true (cap_evidence_is_content_removed (get_file (fixture)->sha256));
  screen_fixture_wait_label (fixture, "Nothing was found that names somebody.");
}

/* Nothing that names somebody is told too, with the fields that may. */
static void
test_nothing (ScreenFixture *fixture,
              gconstpointer  data)
{
  comment (fixture, "Rien à dire");
  show (fixture);
  screen_fixture_wait_label (fixture, "Nothing was found that names somebody.");
  g_assert_nonnull (screen_fixture_find (fixture->window, "GtkLabel", "Answer, comment"));
}

static gboolean
is_retained (ScreenFixture *fixture,
             gpointer       data)
{
  return g_strcmp0 (cap_workspace_get_dossier (fixture->workspace)->retained, data) == 0;
}

/* A day that is past is told. */
static void
test_retention (ScreenFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *row;

  show (fixture);
  row = screen_fixture_find (fixture->window, "CapDateRow", NULL);
  g_assert_nonnull (row);
  cap_date_row_set_date (CAP_DATE_ROW (row), "2020-12-31");
  g_signal_emit_by_name (row, "chosen");
  screen_fixture_wait (fixture, is_retained, (gpointer) "2020-12-31");
  screen_fixture_wait_label (fixture,
                             "This dossier was to be kept until 31 December 2020: delete its file and its"
                                      " backups, or give another date.");
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

  add ("/ui/personal-window/takes-out", test_takes_out);
  add ("/ui/personal-window/document", test_document);
  add ("/ui/personal-window/nothing", test_nothing);
  add ("/ui/personal-window/retention", test_retention);

  return g_test_run ();
}
