/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/vault-fixture.h"

#include <string.h>

CapVaultOutcome *
vault_change (StoreFixture *fixture,
        const char   *passphrase,
        const char   *chosen)
{
  CapProgress progress = { 0 };
  const CapVaultChange wish = { passphrase, chosen, &progress };
  g_autoptr(GError) error = NULL;
  guint n_done;
  CapVaultOutcome *outcome = cap_dossier_file_set_passphrase (fixture->file, &wish, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (outcome->problem, ==, NULL);
  g_assert_cmpuint (outcome->n_left, ==, 0);
  g_assert_cmpuint (cap_progress_read (&progress, &n_done), ==, outcome->n_backups);
  g_assert_cmpuint (n_done, ==, outcome->n_backups);

  return outcome;
}

void
vault_encrypt (StoreFixture *fixture)
{
  g_autoptr(CapVaultOutcome) outcome = vault_change (fixture, NULL, PASSPHRASE);

  g_assert_true (cap_dossier_file_is_encrypted (fixture->file));
}

gboolean
vault_holds (const char *path,
       const char *text)
{
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* Files below @folder that hold @text; @n: how many files there are. */
guint
vault_count_holding (const char *folder,
               const char *text,
               guint      *n)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint found = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          found += vault_count_holding (path, text, n);
          continue;
        }
      (*n)++;
      found += vault_holds (path, text) ? 1 : 0;
    }

  return found;
}

void
vault_assert_nothing_in_clear (StoreFixture *fixture)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "cap-cedre", NULL);
  guint n = 0;

  g_assert_cmpuint (vault_count_holding (state, STRUCTURE, &n), ==, 0);
  g_assert_cmpuint (vault_count_holding (fixture->folder, STRUCTURE, &n), ==, 0);
  g_assert_cmpuint (n, >, 0);
}

void
vault_assert_locked (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_dossier_is_locked (fixture->path));
  g_assert_null (cap_dossier_file_open (fixture->path, CAP_FILE_WRITE, store_fixture_read_framework, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
  g_clear_error (&error);
  g_assert_null (cap_dossier_file_open (fixture->path, CAP_FILE_READ, store_fixture_read_framework, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
  g_clear_error (&error);
  g_assert_null (cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
}

void
vault_assert_refused (StoreFixture *fixture,
                const char   *passphrase)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_dossier_unlock (fixture->path, passphrase, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
}

void
vault_open (StoreFixture  *fixture,
           CapFileAccess  access,
           const char    *passphrase)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultKey) key = cap_dossier_unlock (fixture->path, passphrase, &error);

  g_assert_no_error (error);
  store_fixture_open (fixture, access);
}

void
vault_assert_sound (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}
