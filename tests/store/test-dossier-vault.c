/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/cap-backup-folder.h"
#include "store/cap-dossier-vault.h"
#include "store/cap-publication.h"
#include "store/cap-vault-file.h"
#include "store/vault-fixture.h"

static char *
dump (StoreFixture *fixture)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);

  return store_fixture_dump (dossier);
}

static char *
undo (StoreFixture *fixture)
{
  return cap_dossier_file_undo (fixture->file, NULL);
}

/* Encrypted, it opens for who knows the passphrase alone; it holds what it held, and gestures of before are
 * undone. Nothing is in clear: neither the file, nor the working copy, nor the backups, those of before
 * too. */
static void
test_encrypt (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL)); /* makes a backup */
  store_fixture_answer (fixture, 1, 2);
  before = dump (fixture);
  g_assert_false (cap_dossier_file_is_encrypted (fixture->file));
  g_assert_cmpuint (vault_count_holding (fixture->folder, STRUCTURE, &n), >, 0);

  outcome = vault_change (fixture, NULL, PASSPHRASE);
  g_assert_cmpuint (outcome->n_backups, ==, 1);
  vault_assert_nothing_in_clear (fixture);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);

  store_fixture_answer (fixture, 2, 1);
  vault_assert_nothing_in_clear (fixture);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  vault_assert_sound (fixture);
  store_fixture_close (fixture);
  vault_assert_nothing_in_clear (fixture);

  vault_assert_locked (fixture);
  vault_assert_refused (fixture, "quatre mots sans liens");
  vault_assert_locked (fixture);
  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  g_assert_cmpint (store_fixture_get_level (fixture, 2), ==, 1);
  label = undo (fixture);
  g_clear_pointer (&label, g_free);
  label = undo (fixture); /* of before it was encrypted */
  g_assert_cmpint (store_fixture_get_level (fixture, 1), ==, CAP_LEVEL_UNSET);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  store_fixture_close (fixture);
  vault_assert_locked (fixture);
}

/* The journal says who did it and when; nothing of it is undone. */
static void
test_journal (StoreFixture  *fixture,
              gconstpointer  data)
{
  const CapJournalQuery query = { .limit = 10 };
  const CapGesture expected[] = { CAP_GESTURE_DECRYPT, CAP_GESTURE_PASSPHRASE, CAP_GESTURE_ENCRYPT };
  g_autoptr(CapVaultOutcome) changed = NULL;
  g_autoptr(CapVaultOutcome) decrypted = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  store_fixture_create (fixture);
  vault_encrypt (fixture);
  changed = vault_change (fixture, PASSPHRASE, CHOSEN);
  decrypted = vault_change (fixture, CHOSEN, NULL);
  lines = cap_dossier_file_read_journal (fixture->file, &query, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (((CapJournalEntry *) g_ptr_array_index (lines, i))->kind, ==, expected[i]);

  g_assert_cmpstr (cap_dossier_file_undo (fixture->file, NULL), ==, NULL);
}

/* The old passphrase opens nothing of the new file; the new one opens older copies. */
static void
test_change (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *older = g_build_filename (fixture->folder, "ailleurs.capcedre", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(CapDossierFile) copy = NULL;
  g_autoptr(GError) error = NULL;
  const CapVaultChange wrong = { "ce n’est pas la bonne", CHOSEN, NULL };
  gsize size;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  vault_encrypt (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (older, bytes, (gssize) size, NULL));

  g_assert_null (cap_dossier_file_set_passphrase (fixture->file, &wrong, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  g_clear_error (&error);
  outcome = vault_change (fixture, PASSPHRASE, CHOSEN);
  store_fixture_close (fixture);

  vault_assert_refused (fixture, PASSPHRASE);
  vault_open (fixture, CAP_FILE_WRITE, CHOSEN);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  g_assert_false (cap_dossier_is_locked (older));
  copy = cap_dossier_file_open (older, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_true (cap_dossier_file_is_encrypted (copy));
  g_assert_true (cap_dossier_file_close (copy, NULL));
  vault_assert_nothing_in_clear (fixture);
  store_fixture_close (fixture);

  /* On its own it opens with the passphrase that it had. */
  g_assert_true (cap_dossier_is_locked (older));
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&older);
  vault_assert_refused (fixture, CHOSEN);
  vault_open (fixture, CAP_FILE_READ, PASSPHRASE);
}

static void
test_decrypt (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapVaultOutcome) outcome = NULL;
  const CapVaultChange wrong = { NULL, NULL, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  vault_encrypt (fixture);
  store_fixture_answer (fixture, 1, 3);
  before = dump (fixture);
  g_assert_null (cap_dossier_file_set_passphrase (fixture->file, &wrong, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  outcome = vault_change (fixture, PASSPHRASE, NULL);
  g_assert_false (cap_dossier_file_is_encrypted (fixture->file));
  g_assert_true (vault_holds (fixture->path, STRUCTURE));
  store_fixture_close (fixture);

  g_assert_false (cap_dossier_is_locked (fixture->path));
  vault_assert_sound (fixture);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* As when the program is killed: what was done is taken up at the next opening, which asks for the
 * passphrase; meanwhile it is not in clear. */
static void
test_taken_up (StoreFixture  *fixture,
               gconstpointer  data)
{
  store_fixture_create (fixture);
  vault_encrypt (fixture);
  store_fixture_answer (fixture, 5, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  vault_assert_nothing_in_clear (fixture);

  vault_assert_locked (fixture);
  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  g_assert_true (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, 4);
  store_fixture_answer (fixture, 6, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);

  vault_open (fixture, CAP_FILE_READ, PASSPHRASE);
  g_assert_cmpint (store_fixture_get_level (fixture, 6), ==, 4);
}

/* The file was decrypted elsewhere, or an older one in clear was put there, while an encrypted working copy
 * waits here: its passphrase is asked, nothing is lost. */
static void
test_left_encrypted (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  store_fixture_create (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  vault_encrypt (fixture);
  store_fixture_answer (fixture, 5, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));

  g_assert_true (cap_dossier_is_locked (fixture->path));
  g_assert_null (cap_dossier_file_open (fixture->path, CAP_FILE_WRITE, store_fixture_read_framework, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
  vault_assert_refused (fixture, CHOSEN);
  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  g_assert_true (cap_dossier_file_was_recovered (fixture->file)); /* the content of the file is the same */
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, 4);
  store_fixture_close (fixture);
  vault_assert_locked (fixture);
}

/* It was encrypted elsewhere while a working copy in clear waits here: what was done is taken up, and the
 * file stays encrypted. */
static void
test_left_clear (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(CapDb) db = NULL;
  g_autoptr(CapVaultKey) key = cap_vault_key_new (PASSPHRASE, NULL, NULL);
  CapFileStamp stamp;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 5, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  db = cap_db_open_read_only (fixture->path, NULL);
  cap_db_set_key (db, key);
  g_assert_true (cap_publication_write (db, fixture->path, CAP_PUBLICATION_OVER, &stamp, NULL));
  g_clear_pointer (&db, cap_db_close);
  g_clear_pointer (&key, cap_vault_key_unref);

  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  vault_assert_nothing_in_clear (fixture); /* while it is open, too */
  g_assert_true (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, 4);
  g_assert_true (cap_dossier_file_is_encrypted (fixture->file));
  store_fixture_close (fixture);
  vault_assert_nothing_in_clear (fixture);
  vault_assert_locked (fixture);
}

/* Backups that were left in clear, or under the passphrase of before, follow at the next opening. */
static void
test_backups_follow (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(CapVaultKey) key = NULL;
  gsize size;

  store_fixture_create (fixture);
  g_assert_true (cap_dossier_file_back_up (fixture->file, NULL));
  backups = cap_dossier_file_list_backups (fixture->file, &(char *) { NULL }, NULL);
  path = g_strdup (((CapBackup *) g_ptr_array_index (backups, 0))->path);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  vault_encrypt (fixture);
  store_fixture_close (fixture);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  vault_assert_nothing_in_clear (fixture);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  outcome = vault_change (fixture, PASSPHRASE, CHOSEN);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  vault_open (fixture, CAP_FILE_WRITE, CHOSEN);
  key = cap_vault_file_unlock (path, CHOSEN, NULL);
  g_assert_nonnull (key);
}

static guint
get_page_size (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultReader) reader = cap_vault_reader_open (path, &error);
  guint8 header[100];

  g_assert_no_error (error);
  g_assert_cmpint (cap_vault_reader_read (reader, header, sizeof header, &error), ==, sizeof header);

  return (guint) header[16] << 8 | header[17];
}

/* Another program made smaller pages: encrypted, a page is a block all the same. One that is being written
 * when the power goes does not take another one with it. */
static void
test_page_size (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *work = g_build_filename (g_get_user_state_dir (), "cap-cedre", "work", NULL);
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GDir) dir = NULL;
  sqlite3 *db = NULL;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA page_size = 1024; VACUUM", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_cmpuint (get_page_size (fixture->path), ==, 1024);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  store_fixture_answer (fixture, 1, 3);
  before = dump (fixture);
  vault_encrypt (fixture);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (get_page_size (fixture->path), ==, 4096);
  dir = g_dir_open (work, 0, NULL);
  path = g_build_filename (work, g_dir_read_name (dir), "work.db", NULL);
  g_assert_cmpuint (get_page_size (path), ==, 4096);
  vault_assert_nothing_in_clear (fixture);
}

/* What the dossier does besides stays encrypted: copies beside, backups on demand, going back. */
static void
test_copies (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autoptr(CapDossierFile) past = NULL;
  g_autoptr(GPtrArray) backups = NULL;

  store_fixture_create (fixture);
  vault_encrypt (fixture);
  store_fixture_answer (fixture, 0, 2);
  g_assert_true (cap_dossier_file_back_up (fixture->file, NULL));
  copy = cap_dossier_file_save_copy (fixture->file, &error);
  g_assert_no_error (error);
  vault_assert_nothing_in_clear (fixture);

  backups = cap_dossier_file_list_backups (fixture->file, &(char *) { NULL }, NULL);
  g_assert_cmpuint (backups->len, >, 0);
  past = cap_dossier_file_open_past (copy, 1, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_true (cap_dossier_file_is_encrypted (past));
}

/* What spoils the beginning of the file takes neither the key nor the dossier with it. */
static void
test_first_head (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  vault_encrypt (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes, 0, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));

  vault_assert_locked (fixture);
  vault_assert_refused (fixture, CHOSEN);
  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  store_fixture_answer (fixture, 1, 3);
  store_fixture_close (fixture);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_str_has_prefix (bytes, "Cap Cedre vault")); /* mended by the way */
}

/* A disk that is full, a file that was changed meanwhile: nothing is changed, and one goes on. */
static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  const CapVaultChange wish = { NULL, PASSPHRASE, NULL };
  const CapVaultChange weak = { NULL, "trop court", NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  store_fixture_create (fixture);
  g_assert_null (cap_dossier_file_set_passphrase (fixture->file, &weak, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
  g_clear_error (&error);

  /* Whether there is something to publish or not. */
  g_assert_true (g_file_set_contents (fixture->path, "autre chose", -1, NULL));
  g_assert_null (cap_dossier_file_set_passphrase (fixture->file, &wish, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  store_fixture_answer (fixture, 0, 2);
  g_assert_null (cap_dossier_file_set_passphrase (fixture->file, &wish, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
  g_assert_false (cap_dossier_file_is_encrypted (fixture->file));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_cmpstr (bytes, ==, "autre chose");
  store_fixture_answer (fixture, 1, 2);
  g_assert_true (cap_dossier_file_replace (fixture->file, NULL));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/dossier-vault/encrypt", test_encrypt);
  store_fixture_add ("/store/dossier-vault/journal", test_journal);
  store_fixture_add ("/store/dossier-vault/change", test_change);
  store_fixture_add ("/store/dossier-vault/decrypt", test_decrypt);
  store_fixture_add ("/store/dossier-vault/taken-up", test_taken_up);
  store_fixture_add ("/store/dossier-vault/left-encrypted", test_left_encrypted);
  store_fixture_add ("/store/dossier-vault/left-clear", test_left_clear);
  store_fixture_add ("/store/dossier-vault/backups-follow", test_backups_follow);
  store_fixture_add ("/store/dossier-vault/page-size", test_page_size);
  store_fixture_add ("/store/dossier-vault/copies", test_copies);
  store_fixture_add ("/store/dossier-vault/first-head", test_first_head);
  store_fixture_add ("/store/dossier-vault/refused", test_refused);

  return g_test_run ();
}
