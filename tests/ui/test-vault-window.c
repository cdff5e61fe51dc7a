/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/ui/screen-fixture.h"
#include "ui/vault/cap-vault-window.h"
#include "workspace/cap-workspace-vault.h"

#define PASSPHRASE "lampe girafe ticket orage"

static void
open_window (ScreenFixture *fixture)
{
  fixture->window = cap_vault_window_new (NULL, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* The entry of a label, which may be beside a button. */
static void
type (ScreenFixture *fixture,
      const char    *label,
      const char    *text)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);
  GtkWidget *entry;

  g_assert_nonnull (found);
  entry = gtk_widget_get_next_sibling (found);
  if (!GTK_IS_EDITABLE (entry))
    entry = gtk_widget_get_next_sibling (gtk_widget_get_parent (found));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
is_ready (ScreenFixture *fixture,
          const char    *button)
{
  return gtk_widget_is_sensitive (gtk_widget_get_parent (screen_fixture_find (fixture->window, "GtkLabel",
                                                                              button)));
}

static gboolean
is_clear (ScreenFixture *fixture,
          gpointer       data)
{
  return !cap_workspace_is_encrypted (fixture->workspace);
}

static void
encrypt (ScreenFixture *fixture)
{
  GtkWidget *kept;

  open_window (fixture);
  type (fixture, "Passphrase that you choose", PASSPHRASE);
  type (fixture, "The same again", PASSPHRASE);
  kept = screen_fixture_find (fixture->window, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  gtk_widget_activate_action (fixture->window, "vault.set", NULL);
  screen_fixture_wait_label (fixture, "This dossier is encrypted");
}

/* Not before it is strong, typed twice, and kept; what anybody would try first is not strong. */
static void
test_ready (ScreenFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *name = g_strdup (cap_workspace_get_dossier (fixture->workspace)->member->name);
  GtkWidget *kept;

  open_window (fixture);
  kept = screen_fixture_find (fixture->window, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  type (fixture, "Passphrase that you choose", name);
  type (fixture, "The same again", name);
  g_assert_false (is_ready (fixture, "Encrypt"));
  type (fixture, "Passphrase that you choose", PASSPHRASE);
  screen_fixture_wait_label (fixture, "Good");
  g_assert_true (is_ready (fixture, "Encrypt"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), FALSE);
  g_assert_false (is_ready (fixture, "Encrypt"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kept), TRUE);
  gtk_widget_activate_action (fixture->window, "vault.set", NULL);
  screen_fixture_wait_label (fixture, "The two passphrases are not the same: type them again.");
  g_assert_false (cap_workspace_is_encrypted (fixture->workspace));
}

/* What was typed is not left there; with the passphrase of now alone it is decrypted. */
static void
test_there_and_back (ScreenFixture *fixture,
                     gconstpointer  data)
{
  encrypt (fixture);
  g_assert_true (cap_workspace_is_encrypted (fixture->workspace));
  g_assert_false (is_ready (fixture, "Change"));
  g_assert_false (is_ready (fixture, "Decrypt"));

  type (fixture, "Passphrase of now", "not this one");
  gtk_widget_activate_action (fixture->window, "vault.remove", NULL);
  screen_fixture_wait_label (fixture, "This is not the passphrase of this dossier");
  type (fixture, "Passphrase of now", PASSPHRASE);
  gtk_widget_activate_action (fixture->window, "vault.remove", NULL);
  screen_fixture_wait_label (fixture, "This dossier is not encrypted");
  g_assert_false (cap_workspace_is_encrypted (fixture->workspace));
}

/* Whoever closes the window does not wait, and what was begun is done. */
static void
test_closed_meanwhile (ScreenFixture *fixture,
                       gconstpointer  data)
{
  GtkWidget *window;

  encrypt (fixture);
  type (fixture, "Passphrase of now", PASSPHRASE);
  gtk_widget_activate_action (fixture->window, "vault.remove", NULL);
  window = g_steal_pointer (&fixture->window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (window));
  screen_fixture_wait (fixture, is_clear, NULL);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
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

  add ("/vault-window/ready", test_ready);
  add ("/vault-window/there-and-back", test_there_and_back);
  add ("/vault-window/closed-meanwhile", test_closed_meanwhile);

  return g_test_run ();
}
