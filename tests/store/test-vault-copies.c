/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/cap-db.h"
#include "store/cap-dossier-personal.h"
#include "store/cap-publication.h"
#include "store/cap-vault-file.h"
#include "store/vault-fixture.h"

/* Encrypted dossiers beside others of the same origin, and what people do with those. */

/* A working copy that could not be read, and was kept, stays: people are told that it is in clear. */
static void
test_set_aside (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *real = realpath (fixture->folder, NULL);
  g_autofree char *path = g_build_filename (real, "Étang d’été.capcedre", NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strdup_printf ("%s-12345678.damaged", digest);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "cap-cedre", "work", name, NULL);
  g_autofree char *db = g_build_filename (folder, "work.db", NULL);
  g_autoptr(CapVaultOutcome) outcome = NULL;

  store_fixture_create (fixture);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (db, "Les Jardins de l’Étang", -1, NULL));
  outcome = vault_change (fixture, NULL, PASSPHRASE);
  g_assert_cmpuint (outcome->n_readable, ==, 1);
  g_assert_true (g_file_test (db, G_FILE_TEST_EXISTS));
}

static char *
back_up (StoreFixture *fixture)
{
  g_autofree char *problem = NULL;
  g_autoptr(GPtrArray) backups = NULL;

  g_assert_true (cap_dossier_file_back_up (fixture->file, NULL));
  backups = cap_dossier_file_list_backups (fixture->file, &problem, NULL);

  return g_strdup (((CapBackup *) g_ptr_array_index (backups, 0))->path);
}

static gboolean
opens_with (const char *path,
            const char *passphrase)
{
  g_autoptr(CapVaultKey) key = cap_vault_file_unlock (path, passphrase, NULL);

  return key != NULL;
}

/* A copy that went to somebody else, under a key of its own, elsewhere: what becomes of its passphrase is not
 * for the backups of the dossier. */
static void
test_copy_elsewhere (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *other = g_build_filename (g_get_user_state_dir (), "auditor.capcedre", NULL);
  g_autofree char *backup = NULL;
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(CapDossierFile) copy = NULL;
  g_autoptr(GError) error = NULL;
  const CapVaultChange wish = { PASSPHRASE, CHOSEN };

  store_fixture_create (fixture);
  vault_encrypt (fixture);
  backup = back_up (fixture);
  {
    g_autoptr(CapDb) db = cap_db_open_read_only (fixture->path, NULL);
    g_autoptr(CapVaultKey) own = cap_vault_file_unlock (fixture->path, PASSPHRASE, NULL);
    g_autoptr(CapVaultKey) apart = cap_vault_key_new_apart (own, NULL);
    CapFileStamp stamp;

    cap_db_set_key (db, apart);
    g_assert_true (cap_publication_write (db, other, CAP_PUBLICATION_NEW, &stamp, NULL));
    copy = cap_dossier_file_open (other, CAP_FILE_WRITE, store_fixture_read_framework, &error);
    g_assert_no_error (error);
  }
  outcome = cap_dossier_file_set_passphrase (copy, &wish, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_backups, ==, 0);
  g_assert_true (cap_dossier_file_publish (copy, NULL));
  g_assert_true (cap_dossier_file_close (copy, NULL));
  store_fixture_close (fixture);

  g_assert_true (opens_with (other, CHOSEN));
  g_assert_true (opens_with (backup, PASSPHRASE));
  g_assert_false (opens_with (backup, CHOSEN));
  g_unlink (other);
}

/* An older copy of the dossier, under the passphrase of before, takes its backups no step back. */
static void
test_no_step_back (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *backup = NULL;
  g_autoptr(CapVaultOutcome) outcome = NULL;
  gsize size;

  store_fixture_create (fixture);
  vault_encrypt (fixture);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  outcome = vault_change (fixture, PASSPHRASE, CHOSEN);
  backup = back_up (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));

  vault_open (fixture, CAP_FILE_WRITE, PASSPHRASE);
  g_assert_true (opens_with (backup, CHOSEN));
  g_assert_false (opens_with (backup, PASSPHRASE));
}

/* Somebody else encrypted it meanwhile: it is not written again in clear. */
static void
test_encrypted_meanwhile (StoreFixture  *fixture,
                          gconstpointer  data)
{
  const CapVaultChange wish = { NULL, PASSPHRASE };
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(CapDossierFile) other = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  other = cap_dossier_file_open (fixture->path, CAP_FILE_TAKE_OVER, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  outcome = cap_dossier_file_set_passphrase (other, &wish, &error);
  g_assert_no_error (error);
  store_fixture_answer (fixture, 1, 2);
  g_assert_false (cap_dossier_file_publish (fixture->file, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
  g_assert_false (vault_holds (fixture->path, STRUCTURE));
}

/* What is left of a dossier whose passphrase is lost does not keep another one of its name from being
 * opened. */
static void
test_other_of_its_name (StoreFixture  *fixture,
                        gconstpointer  data)
{
  store_fixture_create (fixture);
  vault_encrypt (fixture);
  store_fixture_answer (fixture, 5, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  g_unlink (fixture->path);
  store_fixture_create (fixture);
  store_fixture_close (fixture);

  g_assert_false (cap_dossier_is_locked (fixture->path));
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, CAP_LEVEL_UNSET);
}

/* What a killed program left under PASSPHRASE, which is lost, beside a file that is the same dossier in
 * clear, or under CHOSEN alone: neither knows of PASSPHRASE. Level 4 is in what is left, and only there. */
static void
leave_over (StoreFixture *fixture,
            gboolean      encrypted)
{
  g_autofree char *clear = NULL;
  g_autofree char *chosen = NULL;
  const CapVaultChange change = { NULL, PASSPHRASE };
  g_autoptr(CapVaultOutcome) outcome = NULL;
  gsize clear_size;
  gsize chosen_size;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &clear, &clear_size, NULL));
  store_fixture_open (fixture, CAP_FILE_WRITE);
  cap_vault_outcome_free (vault_change (fixture, NULL, CHOSEN));
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &chosen, &chosen_size, NULL));

  g_assert_true (g_file_set_contents (fixture->path, clear, (gssize) clear_size, NULL));
  store_fixture_open (fixture, CAP_FILE_WRITE);
  outcome = cap_dossier_file_set_passphrase (fixture->file, &change, NULL);
  g_assert_nonnull (outcome); /* whatever its backups, some of which are under CHOSEN */
  store_fixture_answer (fixture, 5, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  if (encrypted)
    g_assert_true (g_file_set_contents (fixture->path, chosen, (gssize) chosen_size, NULL));
  else
    g_assert_true (g_file_set_contents (fixture->path, clear, (gssize) clear_size, NULL));
}

static void
assert_waits (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gint64 time = 0;

  g_assert_true (cap_dossier_is_locked (fixture->path));
  g_assert_true (cap_dossier_needs_left_over (fixture->path, &time));
  g_assert_cmpint (ABS (time - g_get_real_time () / G_USEC_PER_SEC), <, 600);
  vault_assert_refused (fixture, CHOSEN);
  fixture->file = cap_dossier_file_open (fixture->path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_null (fixture->file);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
}

/* Returns: (transfer full) (nullable): the path of the unfinished work that is set aside */
static char *
dup_aside (StoreFixture *fixture)
{
  g_autofree char *problem = NULL;
  g_autoptr(GPtrArray) backups = cap_dossier_file_list_backups (fixture->file, &problem, NULL);
  char *found = NULL;

  for (guint i = 0; i < backups->len; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);

      if (backup->aside)
        {
          g_assert_null (found);
          g_assert_cmpstr (backup->name, ==, "Étang d’été.capcedre");
          found = g_strdup (backup->path);
        }
    }

  return found;
}

/* What personal data it has cannot be known: that is told, and all the rest is searched. */
static void
assert_told_apart (StoreFixture *fixture,
                   const char   *aside)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  g_assert_true (cap_personal_swaps_add (swaps, "Introuvable", NULL, NULL));
  outcome = cap_dossier_file_redact (fixture->file, swaps, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outcome->problem, ==, NULL);
  for (guint i = 0; i < outcome->left->len; i++)
    n += strstr (g_ptr_array_index (outcome->left, i), aside) != NULL;
  g_assert_cmpuint (n, >=, 1);
}

/* Not without its passphrase; with it, it is a copy beside the dossier that holds what was done, and that
 * opens with @passphrase. */
static void
take_back (StoreFixture *fixture,
           const char   *aside,
           const char   *passphrase)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *written = NULL;
  g_autofree char *left = NULL;
  g_autoptr(CapVaultKey) key = NULL;

  assert_told_apart (fixture, aside);
  g_assert_false (opens_with (aside, CHOSEN));
  g_assert_null (cap_dossier_file_take_back (fixture->file, aside, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
  g_clear_error (&error);
  left = dup_aside (fixture);
  g_assert_cmpstr (left, ==, aside);

  key = cap_vault_file_unlock (aside, PASSPHRASE, &error);
  g_assert_no_error (error);
  written = cap_dossier_file_take_back (fixture->file, aside, &error);
  g_assert_no_error (error);
  g_clear_pointer (&left, g_free);
  left = dup_aside (fixture);
  g_assert_null (left);

  g_assert_false (vault_holds (written, STRUCTURE));
  store_fixture_close (fixture);
  g_clear_pointer (&key, cap_vault_key_unref);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&written);
  vault_open (fixture, CAP_FILE_READ, passphrase);
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, 4);
}

/* A dossier that was decrypted elsewhere opens, without what its lost passphrase keeps, which stays as it
 * is. */
static void
test_left_over (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *again = NULL;

  leave_over (fixture, FALSE);
  assert_waits (fixture);

  g_assert_true (cap_dossier_set_left_over_aside (fixture->path, &error));
  g_assert_no_error (error);
  g_assert_false (cap_dossier_is_locked (fixture->path));
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_false (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, CAP_LEVEL_UNSET);
  aside = dup_aside (fixture);
  g_assert_nonnull (aside);

  store_fixture_answer (fixture, 6, 2); /* nothing more is asked, nor is anything lost */
  store_fixture_close (fixture);
  g_assert_false (cap_dossier_is_locked (fixture->path));
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_cmpint (store_fixture_get_level (fixture, 6), ==, 2);
  again = dup_aside (fixture);
  g_assert_cmpstr (again, ==, aside);
  take_back (fixture, aside, PASSPHRASE);
}

/* One that is under another passphrase is asked for that one, before and after. What is taken back is under
 * it too. */
static void
test_left_over_of_before (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *aside = NULL;

  leave_over (fixture, TRUE);
  g_assert_false (cap_dossier_needs_left_over (fixture->path, NULL)); /* its own comes first */
  g_assert_true (cap_dossier_set_left_over_aside (fixture->path, NULL));
  vault_assert_refused (fixture, PASSPHRASE);
  {
    g_autoptr(CapVaultKey) key = cap_dossier_unlock (fixture->path, CHOSEN, &error);

    g_assert_no_error (error);
    assert_waits (fixture);
    g_assert_true (cap_dossier_set_left_over_aside (fixture->path, &error));
    g_assert_no_error (error);
    g_assert_false (cap_dossier_is_locked (fixture->path));
  }

  vault_assert_locked (fixture);
  vault_open (fixture, CAP_FILE_WRITE, CHOSEN);
  g_assert_cmpint (store_fixture_get_level (fixture, 5), ==, CAP_LEVEL_UNSET);
  vault_assert_nothing_in_clear (fixture);
  aside = dup_aside (fixture);
  g_assert_nonnull (aside);
  take_back (fixture, aside, CHOSEN);
}

/* Nobody sets aside what its passphrase opens. */
static void
test_left_over_known (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(CapVaultKey) key = NULL;

  leave_over (fixture, FALSE);
  key = cap_dossier_unlock (fixture->path, PASSPHRASE, NULL);
  g_assert_nonnull (key);
  g_assert_false (cap_dossier_needs_left_over (fixture->path, NULL));
  g_assert_true (cap_dossier_set_left_over_aside (fixture->path, NULL));
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_null (dup_aside (fixture));
  g_assert_true (cap_dossier_file_was_recovered (fixture->file));
}

/* Nobody erases a page unseen, nor changes the head. */
static void
test_erased (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  store_fixture_create (fixture);
  vault_encrypt (fixture);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  vault_assert_sound (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  for (gsize at = 100; at < size; at += at < 4096 ? 500 : 3 * 4136)
    {
      g_autofree char *altered = g_memdup2 (bytes, size);
      g_autoptr(GPtrArray) faults = NULL;

      if (at < 4096)
        altered[at] ^= 1;
      else
        memset (altered + 4096 + (at - 4096) / 4136 * 4136, 0, 4136);
      g_assert_true (g_file_set_contents (fixture->path, altered, (gssize) size, NULL));
      faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, NULL);
      g_assert_true (faults == NULL || faults->len > 0);
    }
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/vault-copies/set-aside", test_set_aside);
  store_fixture_add ("/store/vault-copies/copy-elsewhere", test_copy_elsewhere);
  store_fixture_add ("/store/vault-copies/no-step-back", test_no_step_back);
  store_fixture_add ("/store/vault-copies/encrypted-meanwhile", test_encrypted_meanwhile);
  store_fixture_add ("/store/vault-copies/other-of-its-name", test_other_of_its_name);
  store_fixture_add ("/store/vault-copies/left-over", test_left_over);
  store_fixture_add ("/store/vault-copies/left-over-of-before", test_left_over_of_before);
  store_fixture_add ("/store/vault-copies/left-over-known", test_left_over_known);
  store_fixture_add ("/store/vault-copies/erased", test_erased);

  return g_test_run ();
}
