/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/ui/screen-fixture.h"
#include "ui/documents/cap-documents-page.h"
#include "ui/documents/cap-package-box.h"
#include "ui/documents/cap-seal-window.h"
#include "workspace/cap-workspace-seal.h"

#define PASSPHRASE "quatre mots sans lien"

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CapDocument **document = user_data;

  *document = cap_document_new_finish (result, NULL);
  g_assert_nonnull (*document);
}

static gboolean
is_set (ScreenFixture *fixture,
        gpointer       data)
{
  return *(gpointer *) data != NULL;
}

/* A window over a photograph, once the seals are read. */
static CapSealWindow *
open_window (ScreenFixture *fixture,
             const char    *first)
{
  const CapDocumentChoice choice = { .kind = CAP_REPORT_PHOTOGRAPH, .layout = CAP_LAYOUT_BOARD };
  g_autoptr(CapDocument) document = NULL;

  cap_document_new_async (&choice, fixture->workspace, NULL, made_cb, &document);
  screen_fixture_wait (fixture, is_set, &document);
  fixture->window = cap_seal_window_new (NULL, fixture->workspace, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  screen_fixture_wait_label (fixture, first);

  return CAP_SEAL_WINDOW (fixture->window);
}

static void
close_window (ScreenFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
}

/* The entry under a label, or under the box where it is beside a button. */
static GtkEditable *
find_entry_in (GtkWidget  *window,
               const char *label)
{
  GtkWidget *found = screen_fixture_find (window, "GtkLabel", label);
  GtkWidget *entry;

  g_assert_nonnull (found);
  entry = gtk_widget_get_next_sibling (found);

  return GTK_EDITABLE (GTK_IS_EDITABLE (entry) ? entry
                                               : gtk_widget_get_next_sibling (gtk_widget_get_parent (found)));
}

static GtkEditable *
find_entry (ScreenFixture *fixture,
            const char    *label)
{
  return find_entry_in (fixture->window, label);
}

static gboolean
has_ready (GtkWidget  *window,
           const char *button)
{
  GtkWidget *label = screen_fixture_find (window, "GtkLabel", button);

  return gtk_widget_is_sensitive (gtk_widget_get_parent (label));
}

static gboolean
is_ready (ScreenFixture *fixture)
{
  return has_ready (fixture->window, "Seal…");
}

static CapSealBook *book;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  book = cap_workspace_read_seals_finish (CAP_WORKSPACE (source), result, NULL);
}

/* After what was asked before: the store does one thing after the other. */
static CapSealBook *
read_seals (ScreenFixture *fixture)
{
  book = NULL;
  cap_workspace_read_seals_async (fixture->workspace, NULL, read_cb, NULL);
  screen_fixture_wait (fixture, is_set, &book);

  return g_steal_pointer (&book);
}

static gboolean
is_saved (ScreenFixture *fixture,
          gpointer       data)
{
  return cap_workspace_get_save_state (fixture->workspace) == CAP_SAVE_CLEAN;
}

/* The first time a passphrase is chosen, twice; the next time it is typed, and a wrong one is typed again. */
static void
test_seal (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first.pdf", NULL);
  g_autofree char *next = g_build_filename (fixture->folder, "next.pdf", NULL);
  g_autoptr(CapSealBook) before = NULL;
  g_autoptr(CapSealBook) after = NULL;
  CapSealWindow *window = open_window (fixture, "Passphrase that you choose");

  g_assert_false (is_ready (fixture));
  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), "too short");
  gtk_editable_set_text (find_entry (fixture, "The same again"), "too short");
  g_assert_false (is_ready (fixture));
  screen_fixture_wait_label (fixture, "Too short");
  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), "soleil soleil 2026");
  screen_fixture_wait_label (fixture, "Too easy to guess");
  g_assert_false (is_ready (fixture));
  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), PASSPHRASE);
  g_assert_true (is_ready (fixture));
  gtk_widget_activate_action (GTK_WIDGET (window), "seal.seal", NULL);
  screen_fixture_wait_label (fixture, "The two passphrases are not the same: type them again.");

  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE);
  cap_seal_window_seal_at (window, first);
  screen_fixture_wait_label (fixture, "Sealed so far");
  before = read_seals (fixture);
  g_assert_cmpuint (before->seals->len, ==, 1);
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  screen_fixture_wait (fixture, is_saved, NULL);
  close_window (fixture);

  window = open_window (fixture, "Sealed so far");
  gtk_editable_set_text (find_entry (fixture, "Passphrase"), "another passphrase");
  cap_seal_window_seal_at (window, next);
  screen_fixture_wait_label (fixture, "This is not the passphrase of the seal");
  g_assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
  g_assert_true (is_ready (fixture));
  gtk_editable_set_text (find_entry (fixture, "Passphrase"), PASSPHRASE);
  gtk_widget_activate_action (GTK_WIDGET (window), "seal.seal", NULL); /* it goes where it was to go */
  after = read_seals (fixture);
  g_assert_cmpuint (after->seals->len, ==, 2);
  g_assert_true (g_bytes_equal (after->public_key, before->public_key));
  g_assert_true (g_file_test (next, G_FILE_TEST_EXISTS));
  close_window (fixture);
}

/* What was done is told: the code and the fingerprint; the form is gone. */
static void
test_told (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sealed.pdf", NULL);
  g_autofree char *code = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *told = NULL;
  g_autoptr(CapSealBook) now = NULL;
  CapSealWindow *window = open_window (fixture, "Passphrase that you choose");

  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), PASSPHRASE);
  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE);
  cap_seal_window_seal_at (window, path);
  screen_fixture_wait_label (fixture, "Sealed so far");
  now = read_seals (fixture);
  code = cap_seal_dup_code (g_ptr_array_index (now->seals, 0));
  fingerprint = cap_seal_key_dup_fingerprint (now->public_key);
  told = g_strdup_printf ("“sealed.pdf” is sealed.\nContent code %s, at the foot of its pages.\n"
                          "Key of the structure %s: give it to whoever will verify.", code, fingerprint);
  screen_fixture_wait_label (fixture, told);
  screen_fixture_wait_label (fixture, code);
  g_assert_null (screen_fixture_find (fixture->window, "GtkPasswordEntry", NULL));
  g_assert_false (is_ready (fixture));
  close_window (fixture);
}

/* The key whose passphrase is lost gives way to another one; a place where nothing can be written is told. */
static void
test_lost (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lost.pdf", NULL);
  GtkWidget *lost;
  g_autoptr(CapSealBook) before = NULL;
  g_autoptr(CapSealBook) after = NULL;
  CapSealWindow *window = open_window (fixture, "Passphrase that you choose");

  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), PASSPHRASE);
  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE);
  cap_seal_window_seal_at (window, "/nowhere/at/all.pdf");
  screen_fixture_wait_label (fixture, "this folder does not exist");
  before = read_seals (fixture);
  g_assert_null (before->public_key);
  g_clear_pointer (&before, cap_seal_book_free);
  cap_seal_window_seal_at (window, path);
  screen_fixture_wait_label (fixture, "Sealed so far");
  before = read_seals (fixture);
  close_window (fixture);

  window = open_window (fixture, "Passphrase");
  screen_fixture_wait_label (fixture, "Sealed so far");
  lost = screen_fixture_find (fixture->window, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (lost), TRUE);
  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), PASSPHRASE "!");
  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE "!");
  cap_seal_window_seal_at (window, path);
  after = read_seals (fixture);
  g_assert_cmpuint (after->seals->len, ==, 2);
  g_assert_false (g_bytes_equal (after->public_key, before->public_key));
  close_window (fixture);
}

/* One that is proposed is shown, and typed once. */
static void
test_propose (ScreenFixture *fixture,
              gconstpointer  data)
{
  CapSealWindow *window = open_window (fixture, "Passphrase that you choose");
  GtkWidget *field = screen_fixture_find (GTK_WIDGET (window), "CapPassphraseField", NULL);
  g_autofree char *proposal = NULL;

  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE);
  gtk_widget_activate_action (field, "passphrase.propose", NULL);
  screen_fixture_wait_label (fixture, "Write it down:");
  proposal = g_strdup (gtk_editable_get_text (find_entry (fixture, "Passphrase that you choose")));
  screen_fixture_wait_label (fixture, proposal);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "The same again")), ==, "");
  g_assert_false (is_ready (fixture));
  gtk_editable_set_text (find_entry (fixture, "The same again"), proposal);
  g_assert_true (is_ready (fixture));
  close_window (fixture);
}

/* The window that is open over the one that seals, or NULL. */
static GtkWidget *
find_change_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "CapSealPassphraseWindow"))
        return window;
    }

  return NULL;
}

static gboolean
is_refused (ScreenFixture *fixture,
            gpointer       data)
{
  return screen_fixture_find (find_change_window (), "GtkLabel", data) != NULL;
}

static void
type_change (const char *now,
             const char *chosen,
             const char *again)
{
  GtkWidget *window = find_change_window ();

  gtk_editable_set_text (find_entry_in (window, "Passphrase of now"), now);
  gtk_editable_set_text (find_entry_in (window, "New passphrase"), chosen);
  gtk_editable_set_text (find_entry_in (window, "The same again"), again);
  gtk_widget_activate_action (window, "seal.set-passphrase", NULL);
}

/* Only who knows the one of now changes it; from then on the key opens with the new one, and is the same. */
static void
test_change (ScreenFixture *fixture,
             gconstpointer  data)
{
  const char *chosen = "girafe velours ticket orage";
  g_autofree char *path = g_build_filename (fixture->folder, "sealed.pdf", NULL);
  g_autoptr(CapSealBook) before = NULL;
  g_autoptr(CapSealBook) after = NULL;
  CapSealWindow *window = open_window (fixture, "Passphrase that you choose");

  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Change the Passphrase…"));
  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), PASSPHRASE);
  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE);
  cap_seal_window_seal_at (window, path);
  before = read_seals (fixture);
  close_window (fixture);

  window = open_window (fixture, "Change the Passphrase…");
  gtk_widget_activate_action (GTK_WIDGET (window), "seal.change-passphrase", NULL);
  g_assert_false (has_ready (find_change_window (), "Change"));
  type_change ("not this one", chosen, PASSPHRASE);
  screen_fixture_wait (fixture, is_refused,
                       (gpointer) "The two passphrases are not the same: type them again.");
  type_change ("not this one", chosen, chosen);
  gtk_window_close (GTK_WINDOW (find_change_window ()));
  g_assert_nonnull (find_change_window ()); /* out of sight, until it knows what became of it */
  while (find_change_window () != NULL)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (window), "seal.change-passphrase", NULL);
  type_change ("not this one", chosen, chosen);
  screen_fixture_wait (fixture, is_refused, (gpointer) "This is not the passphrase of the seal");
  type_change (PASSPHRASE, chosen, chosen);
  screen_fixture_wait_label (fixture, "The passphrase of the seal is changed.");
  g_assert_null (find_change_window ());
  screen_fixture_wait (fixture, is_saved, NULL);

  gtk_editable_set_text (find_entry (fixture, "Passphrase"), PASSPHRASE);
  cap_seal_window_seal_at (window, path);
  screen_fixture_wait_label (fixture, "This is not the passphrase of the seal");
  gtk_editable_set_text (find_entry (fixture, "Passphrase"), chosen);
  gtk_widget_activate_action (GTK_WIDGET (window), "seal.seal", NULL);
  after = read_seals (fixture);
  g_assert_cmpuint (after->seals->len, ==, 2);
  g_assert_true (g_bytes_equal (after->public_key, before->public_key));
  close_window (fixture);
}

/* Turns one bit in the middle of a file. */
static void
change (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  content[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

/* Whoever has the PDF verifies it beside the packages. */
static void
test_verify (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sealed.pdf", NULL);
  g_autofree char *plain = g_build_filename (fixture->folder, "plain.pdf", NULL);
  g_autofree char *verdict = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *date = NULL;
  g_autoptr(CapSealBook) now = NULL;
  const CapSeal *seal;
  CapPackageBox *box = CAP_PACKAGE_BOX (g_object_new (CAP_TYPE_PACKAGE_BOX, NULL));
  CapSealWindow *window = open_window (fixture, "Passphrase that you choose");

  gtk_editable_set_text (find_entry (fixture, "Passphrase that you choose"), PASSPHRASE);
  gtk_editable_set_text (find_entry (fixture, "The same again"), PASSPHRASE);
  cap_seal_window_seal_at (window, path);
  now = read_seals (fixture);
  close_window (fixture);
  seal = g_ptr_array_index (now->seals, 0);
  verdict = cap_seal_dup_verdict (seal, CAP_SEAL_DOCUMENT_INTACT);
  date = cap_seal_dup_date (seal);
  changed = g_strdup_printf ("This document was changed since “%s” sealed it on %s.", seal->structure, date);

  cap_package_box_set_workspace (box, fixture->workspace);
  screen_fixture_show (fixture, GTK_WIDGET (box));
  cap_package_box_verify (box, path);
  screen_fixture_wait_label (fixture, verdict);
  change (path);
  cap_package_box_verify (box, path);
  screen_fixture_wait_label (fixture, changed);
  g_assert_true (g_file_set_contents (plain, "%PDF-1.4\n", -1, NULL));
  cap_package_box_verify (box, plain);
  screen_fixture_wait_label (fixture, "This document bears no seal: nothing says whether it was changed.");
}

static gboolean
has_button (ScreenFixture *fixture,
            gpointer       data)
{
  return screen_fixture_find (fixture->window, "GtkLabel", "Seal…") != NULL;
}

static gboolean
is_shown (ScreenFixture *fixture,
          gpointer       data)
{
  GtkWidget *picture = screen_fixture_find (fixture->window, "GtkPicture", NULL);
  const char *name = gtk_picture_get_alternative_text (GTK_PICTURE (picture));

  return name != NULL && g_str_has_prefix (name, data);
}

/* What is the same for everyone is not sealed. */
static void
test_button (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *page = cap_documents_page_new (fixture->workspace);

  screen_fixture_show (fixture, page);
  screen_fixture_wait (fixture, has_button, NULL);
  gtk_widget_activate_action (page, "documents.show", "(ss)", "questionnaire", "");
  screen_fixture_wait (fixture, is_shown, (gpointer) "Questionnaire");
  g_assert_false (has_button (fixture, NULL));
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  g_test_add ("/seal-window/seal", ScreenFixture, NULL, screen_fixture_set_up, test_seal,
              screen_fixture_tear_down);
  g_test_add ("/seal-window/told", ScreenFixture, NULL, screen_fixture_set_up, test_told,
              screen_fixture_tear_down);
  g_test_add ("/seal-window/lost", ScreenFixture, NULL, screen_fixture_set_up, test_lost,
              screen_fixture_tear_down);
  g_test_add ("/seal-window/propose", ScreenFixture, NULL, screen_fixture_set_up, test_propose,
              screen_fixture_tear_down);
  g_test_add ("/seal-window/change", ScreenFixture, NULL, screen_fixture_set_up, test_change,
              screen_fixture_tear_down);
  g_test_add ("/seal-window/verify", ScreenFixture, NULL, screen_fixture_set_up, test_verify,
              screen_fixture_tear_down);
  g_test_add ("/seal-window/button", ScreenFixture, NULL, screen_fixture_set_up, test_button,
              screen_fixture_tear_down);

  return g_test_run ();
}
