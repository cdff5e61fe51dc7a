/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of what windows wait for once people closed them: what is read is given up, nothing appears
 * any more, and what failed is told in the window that they were opened from. test-merge-work.c is about the
 * window that merges. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "merge-fixture.h"
#include "store/cap-dossier-file-private.h" /* to make gestures fail */
#include "ui/audit/cap-auditor-return-window.h"
#include "ui/documents/cap-seal-window.h"
#include "ui/past/cap-past-window.h"
#include "ui/personal/cap-personal-window.h"
#include "ui/vault/cap-vault-window.h"
#include "ui/widgets/cap-date-row.h"
#include "workspace/cap-workspace-past.h"
#include "workspace/cap-workspace-private.h" /* to keep its thread from going on */
#include "workspace/cap-workspace-seal.h"
#include "workspace/cap-workspace-vault.h"

#define PASSPHRASE "lampe girafe ticket orage"
#define NO_BACKUP  "None so far: the first one comes with the next thing you save."

/* The window of the dossier, and one that is opened from it. */
typedef struct
{
  ScreenFixture  screen;
  GtkWidget     *parent;
  char          *told; /* what the former was asked to tell */
  gboolean       gone; /* whether the latter is no more */
  GAsyncQueue   *gate;
} Fixture;

static gboolean
wait_at_gate (CapDossierFile  *file,
              gpointer         data,
              GError         **error)
{
  g_async_queue_pop (data);

  return TRUE;
}

/* The thread of the store does nothing from now on, until open_gate(). */
static void
close_gate (Fixture *fixture)
{
  cap_store_call_async (fixture->screen.workspace->store, wait_at_gate, fixture->gate, NULL, NULL, NULL);
}

static gboolean
run_sql (CapDossierFile  *file,
         gpointer         sql,
         GError         **error)
{
  return cap_db_exec (file->db, sql, error);
}

/* What is asked meanwhile fails, as on a disk that is full. */
static void
set_failing (Fixture  *fixture,
             gboolean  failing)
{
  const char *sql = failing ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF";

  cap_store_call_async (fixture->screen.workspace->store, run_sql, (gpointer) sql, NULL, NULL, NULL);
}

static void
toast_cb (GSimpleAction *action,
          GVariant      *parameter,
          Fixture       *fixture)
{
  g_assert_null (fixture->told);
  fixture->told = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) toast = g_simple_action_new ("toast", G_VARIANT_TYPE_STRING);

  screen_fixture_set_up (&fixture->screen, data);
  fixture->gate = g_async_queue_new ();
  fixture->parent = gtk_window_new ();
  g_signal_connect (toast, "activate", G_CALLBACK (toast_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (toast));
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->screen.window = NULL;
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  screen_fixture_tear_down (&fixture->screen, data);
  g_async_queue_unref (fixture->gate);
  g_free (fixture->told);
}

static void
note_gone (gpointer  data,
           GObject  *object)
{
  ((Fixture *) data)->gone = TRUE;
}

static GtkWindow *
show (Fixture   *fixture,
      GtkWidget *window)
{
  fixture->screen.window = window;
  g_object_weak_ref (G_OBJECT (window), note_gone, fixture);
  gtk_window_present (GTK_WINDOW (window));

  return GTK_WINDOW (window);
}

static GtkWindow *
show_personal (Fixture *fixture)
{
  return show (fixture, cap_personal_window_new (GTK_WINDOW (fixture->parent), fixture->screen.workspace));
}

/* On one of its pages. */
static GtkWindow *
show_past (Fixture    *fixture,
           const char *page)
{
  GtkWidget *window = cap_past_window_new (GTK_WINDOW (fixture->parent), fixture->screen.workspace);
  GtkWidget *stack = screen_fixture_find (adw_window_get_content (ADW_WINDOW (window)), "AdwViewStack", NULL);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), page);

  return show (fixture, window);
}

/* All that was asked of the dossier is done, and was told. */
static void
settle (Fixture *fixture)
{
  screen_fixture_run (&fixture->screen, merge_fixture_rate (fixture->screen.workspace, "B1.2", 2));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_gate (Fixture *fixture)
{
  g_async_queue_push (fixture->gate, fixture);
  settle (fixture);
}

/* Of a window that is closed, too. */
static gboolean
shows (GtkWindow  *window,
       const char *text)
{
  return screen_fixture_find (adw_window_get_content (ADW_WINDOW (window)), "GtkLabel", text) != NULL;
}

/* Returns: (nullable): the first window of that type that is open, in sight or not */
static GtkWindow *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }

  return NULL;
}

static void
respond (const char *response)
{
  GtkWindow *dialog = find_window ("AdwMessageDialog");

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

/* Whether it has a source that runs again and again. */
static gboolean
looks_again (GtkWindow *window)
{
  gtk_window_set_focus_visible (window, FALSE); /* GTK has a source of its own for that */

  return g_main_context_find_source_by_user_data (NULL, window) != NULL;
}

static void
comment (Fixture *fixture)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_COMMENT, "A1.1");
  g_autoptr(CapAnswer) answer = cap_answer_new ("A1.1");

  cap_answer_set_comment (answer, "Écrire à camille@asso.fr");
  cap_command_put_answer (command, cap_workspace_get_evaluation (fixture->screen.workspace)->id, answer);
  screen_fixture_run (&fixture->screen, command);
}

static void
add_document (Fixture *fixture)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "documents", "blank-page.pdf",
                                                 NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_PIECE, "Page");
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Page", NULL, NULL);
  g_autoptr(GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  content = g_bytes_new_take (data, size);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  cap_evidence_add_file (piece, sha256, (gint64) size, "page.pdf", "application/pdf", "2026-11-20");
  cap_command_put_content (command, sha256, content);
  cap_command_put_evidence (command, piece);
  screen_fixture_run (&fixture->screen, command);
}

/* The dossier is not searched for nobody. */
static void
test_personal_searching (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GtkWindow) window = NULL;

  comment (fixture);
  close_gate (fixture);
  window = g_object_ref (show_personal (fixture));
  g_assert_true (looks_again (window));
  gtk_window_close (window);
  g_assert_false (looks_again (window));
  open_gate (fixture);
  g_assert_false (shows (window, "camille@asso.fr"));
  g_assert_null (fixture->told);
}

/* Nor are its documents, one after the other. */
static void
test_personal_reading (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWindow *window;

  add_document (fixture);
  window = show_personal (fixture);
  close_gate (fixture); /* once it is known which documents there are */
  screen_fixture_wait_label (&fixture->screen, "The files are being read: 1 of 1…");
  gtk_window_close (window);
  g_assert_false (fixture->gone); /* what counts the documents is in it */
  g_assert_false (looks_again (window));
  open_gate (fixture);
  g_assert_true (fixture->gone);
}

/* How far the search was is not told of what is done after it; nor does the proof appear out of nowhere. */
static void
test_personal_removing (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GtkWindow) window = NULL;
  GtkWidget *row;

  comment (fixture);
  window = g_object_ref (show_personal (fixture));
  screen_fixture_wait_label (&fixture->screen, "camille@asso.fr");
  row = screen_fixture_find (GTK_WIDGET (window), "CapPersonalRow", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (screen_fixture_find (row, "GtkCheckButton", NULL)), TRUE);
  close_gate (fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "personal.search", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "personal.remove", NULL);
  respond ("remove");
  g_assert_true (looks_again (window)); /* at the files that are read afterwards, and once only */
  gtk_window_destroy (window); /* as when the program ends */
  g_assert_false (looks_again (window));
  open_gate (fixture);
  g_assert_null (find_window ("AdwMessageDialog"));
}

static gboolean
is_told (ScreenFixture *screen,
         gpointer       data)
{
  return ((Fixture *) screen)->told != NULL;
}

/* What went wrong after it was closed is told all the same. */
static void
test_personal_retention (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWindow *window = show_personal (fixture);
  GtkWidget *row = screen_fixture_find (GTK_WIDGET (window), "CapDateRow", NULL);

  screen_fixture_wait_label (&fixture->screen, "Nothing was found that names somebody.");
  close_gate (fixture);
  set_failing (fixture, TRUE);
  cap_date_row_set_date (CAP_DATE_ROW (row), "2030-12-31");
  g_signal_emit_by_name (row, "chosen");
  set_failing (fixture, FALSE);
  gtk_window_close (window);
  open_gate (fixture);
  g_assert_nonnull (fixture->told);
  g_assert_true (fixture->gone);
}

static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GtkWindow) window = NULL;

  close_gate (fixture);
  window = g_object_ref (show_past (fixture, "journal"));
  gtk_window_close (window);
  open_gate (fixture);
  g_assert_false (shows (window, "Create the dossier"));
}

static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GtkWindow) window = NULL;

  cap_workspace_mark_async (fixture->screen.workspace, "Before the committee", NULL, NULL);
  settle (fixture);
  close_gate (fixture);
  window = g_object_ref (show_past (fixture, "points"));
  gtk_window_close (window);
  open_gate (fixture);
  g_assert_false (shows (window, "Before the committee"));
}

/* Makes a restore point, and does not stay. */
static void
make_point (Fixture    *fixture,
            const char *name)
{
  GtkWindow *window = show_past (fixture, "points");
  GtkWidget *view;

  screen_fixture_wait_label (&fixture->screen, "Before the committee");
  view = screen_fixture_find (GTK_WIDGET (window), "CapPointsView", NULL);
  gtk_editable_set_text (GTK_EDITABLE (screen_fixture_find (view, "GtkEntry", NULL)), name);
  gtk_widget_activate_action (view, "points.make", NULL);
  gtk_window_close (window);
}

/* A restore point that is not there, when it was to be, is told; one that is need not be. */
static void
test_point (Fixture       *fixture,
            gconstpointer  data)
{
  cap_workspace_mark_async (fixture->screen.workspace, "Before the committee", NULL, NULL);
  make_point (fixture, "Later");
  settle (fixture);
  g_assert_null (fixture->told);
  g_assert_true (fixture->gone);
  fixture->gone = FALSE;
  set_failing (fixture, TRUE);
  make_point (fixture, "Too late");
  set_failing (fixture, FALSE);
  settle (fixture);
  g_assert_nonnull (fixture->told);
  g_assert_true (fixture->gone);
}

/* A backup that is still there, say of what was taken out, is told. */
static void
test_backups (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->screen.folder, "none.capcedre", NULL);
  g_autoptr(GtkWindow) window = NULL;
  GtkWidget *view;

  close_gate (fixture);
  window = g_object_ref (show_past (fixture, "backups"));
  gtk_window_close (window);
  open_gate (fixture);
  g_assert_false (shows (window, NO_BACKUP));

  g_clear_object (&window);
  window = g_object_ref (show_past (fixture, "backups"));
  screen_fixture_wait_label (&fixture->screen, NO_BACKUP);
  view = screen_fixture_find (GTK_WIDGET (window), "CapBackupsView", NULL);
  gtk_widget_activate_action (view, "backups.remove", "s", path);
  close_gate (fixture);
  respond ("remove");
  gtk_window_close (window);
  g_clear_object (&window);
  fixture->gone = FALSE;
  open_gate (fixture);
  screen_fixture_wait (&fixture->screen, is_told, NULL);
  g_assert_true (fixture->gone);
}

/* In the entry of a label, which may be beside a button. */
static void
type (GtkWindow  *window,
      const char *label,
      const char *text)
{
  GtkWidget *found = screen_fixture_find (GTK_WIDGET (window), "GtkLabel", label);
  GtkWidget *entry = gtk_widget_get_next_sibling (found);

  if (!GTK_IS_EDITABLE (entry))
    entry = gtk_widget_get_next_sibling (gtk_widget_get_parent (found));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Nothing is shown in a window that is destroyed, as when the program ends; people who close it are told. */
static void
test_vault (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GtkWindow) window = NULL;
  GtkWidget *kept;

  window = g_object_ref (show (fixture, cap_vault_window_new (GTK_WINDOW (fixture->parent),
                                                              fixture->screen.workspace)));
  type (window, "Passphrase that you choose", PASSPHRASE);
  type (window, "The same again", PASSPHRASE);
  kept = screen_fixture_find (GTK_WIDGET (window), "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  close_gate (fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "vault.set", NULL);
  g_assert_true (looks_again (window));
  gtk_window_destroy (window);
  g_assert_false (looks_again (window));
  open_gate (fixture);
  g_assert_true (cap_workspace_is_encrypted (fixture->screen.workspace));
  g_assert_true (shows (window, "This dossier is not encrypted"));
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_set (ScreenFixture *screen,
        gpointer       data)
{
  return *(gpointer *) data != NULL;
}

/* @gated: its seals are not read until open_gate() */
static GtkWindow *
show_seal (Fixture  *fixture,
           gboolean  gated)
{
  const CapDocumentChoice choice = { .kind = CAP_REPORT_PHOTOGRAPH, .layout = CAP_LAYOUT_BOARD };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapDocument) document = NULL;

  cap_document_new_async (&choice, fixture->screen.workspace, NULL, keep_result_cb, &result);
  screen_fixture_wait (&fixture->screen, is_set, &result);
  document = cap_document_new_finish (result, NULL);
  if (gated)
    close_gate (fixture);

  return show (fixture, cap_seal_window_new (GTK_WINDOW (fixture->parent), fixture->screen.workspace,
                                             document));
}

static void
test_seal (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GtkWindow) window = NULL;

  window = g_object_ref (show_seal (fixture, TRUE));
  gtk_window_close (window);
  open_gate (fixture);
  g_assert_false (shows (window, "Passphrase that you choose"));
  g_assert_null (fixture->told);
}

/* The passphrase of the key is changed in a window that is left, and so is the one behind. */
static void
change_and_leave (Fixture    *fixture,
                  const char *now,
                  const char *told)
{
  GtkWindow *window = show_seal (fixture, FALSE);
  GtkWindow *change;

  screen_fixture_wait_label (&fixture->screen, "Change the Passphrase…");
  gtk_widget_activate_action (GTK_WIDGET (window), "seal.change-passphrase", NULL);
  change = find_window ("CapSealPassphraseWindow");
  type (change, "Passphrase of now", now);
  type (change, "New passphrase", PASSPHRASE "!");
  type (change, "The same again", PASSPHRASE "!");
  close_gate (fixture);
  gtk_widget_activate_action (GTK_WIDGET (change), "seal.set-passphrase", NULL);
  gtk_window_close (change);
  fixture->gone = FALSE;
  gtk_window_close (window);
  g_assert_true (fixture->gone);
  open_gate (fixture);
  screen_fixture_wait (&fixture->screen, is_told, NULL);
  g_assert_cmpstr (fixture->told, ==, told);
  g_assert_null (find_window ("CapSealPassphraseWindow"));
  g_clear_pointer (&fixture->told, g_free);
}

/* Whether a passphrase was changed has to be known, even to whoever closed all that could tell it. */
static void
test_seal_passphrase (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->screen.folder, "sealed.pdf", NULL);
  GtkWindow *window = show_seal (fixture, FALSE);

  screen_fixture_wait_label (&fixture->screen, "Passphrase that you choose");
  type (window, "Passphrase that you choose", PASSPHRASE);
  type (window, "The same again", PASSPHRASE);
  cap_seal_window_seal_at (CAP_SEAL_WINDOW (window), path);
  screen_fixture_wait_label (&fixture->screen, "Sealed so far");
  gtk_window_close (window);

  change_and_leave (fixture, "not this one", "This is not the passphrase of the seal");
  change_and_leave (fixture, PASSPHRASE, "The passphrase of the seal is changed.");
}

static gboolean
is_gone (ScreenFixture *screen,
         gpointer       data)
{
  return ((Fixture *) screen)->gone;
}

/* A passphrase is asked for in a window that is there. */
static void
test_auditor_return (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (&fixture->screen);
  GtkWindow *window;

  merge_fixture_encrypt (path, PASSPHRASE);
  window = show (fixture, cap_auditor_return_window_new (GTK_WINDOW (fixture->parent),
                                                         fixture->screen.workspace));
  cap_auditor_return_window_read (CAP_AUDITOR_RETURN_WINDOW (window), path);
  gtk_window_close (window);
  screen_fixture_wait (&fixture->screen, is_gone, NULL);
  settle (fixture);
  g_assert_null (find_window ("CapUnlockWindow"));
  g_unlink (path);
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
  screen_fixture_init (&argc, &argv);

  add ("/ui/closed-windows/personal-searching", test_personal_searching);
  add ("/ui/closed-windows/personal-reading", test_personal_reading);
  add ("/ui/closed-windows/personal-removing", test_personal_removing);
  add ("/ui/closed-windows/personal-retention", test_personal_retention);
  add ("/ui/closed-windows/journal", test_journal);
  add ("/ui/closed-windows/points", test_points);
  add ("/ui/closed-windows/point", test_point);
  add ("/ui/closed-windows/backups", test_backups);
  add ("/ui/closed-windows/vault", test_vault);
  add ("/ui/closed-windows/seal", test_seal);
  add ("/ui/closed-windows/seal-passphrase", test_seal_passphrase);
  add ("/ui/closed-windows/auditor-return", test_auditor_return);

  return g_test_run ();
}
