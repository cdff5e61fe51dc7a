/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/cap-signature.h"
#include "store/cap-dossier-seal.h"
#include "store/store-fixture.h"

#define PASSPHRASE "quatre mots sans lien"
#define OTHER      "quatre autres mots sans lien"

static const CapSealWish first = { "photograph", "Photographie", PASSPHRASE, TRUE };
static const CapSealWish next = { CAP_SEAL_DOSSIER, "Dossier", PASSPHRASE, FALSE };

static CapSeal *
seal_it (StoreFixture      *fixture,
         const CapSealWish *wish)
{
  g_autoptr(GError) error = NULL;
  CapSeal *seal = cap_dossier_file_seal (fixture->file, wish, NULL, NULL, &error);

  g_assert_no_error (error);

  return seal;
}

static CapSealBook *
read_seals (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CapSealBook *book = cap_dossier_file_read_seals (fixture->file, &error);

  g_assert_no_error (error);

  return book;
}

static GPtrArray *
check (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);

  g_assert_no_error (error);

  return faults;
}

/* Changes the file behind the program’s back. */
static void
tamper (StoreFixture *fixture,
        const char   *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* It is in the file, by whom and of what; then the dossier lives on, comes back, and is sealed again. */
static void
test_seal (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSeal) again = NULL;
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *author = cap_signature_dup ();

  store_fixture_create (fixture);
  book = read_seals (fixture);
  g_assert_cmpuint (book->seals->len, ==, 0);
  g_assert_null (book->public_key);
  g_clear_pointer (&book, cap_seal_book_free);

  seal = seal_it (fixture, &first);
  g_assert_cmpstr (seal->structure, ==, "Les Jardins de l’Étang");
  g_assert_cmpstr (seal->kind, ==, "photograph");
  g_assert_cmpstr (seal->author, ==, author);
  g_assert_null (seal->document);
  g_assert_true (cap_seal_is_genuine (seal));
  g_assert_true (cap_dossier_file_needs_publish (fixture->file));
  store_fixture_close (fixture);
  faults = check (fixture);
  g_assert_cmpuint (faults->len, ==, 0);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  book = read_seals (fixture);
  g_assert_cmpuint (book->seals->len, ==, 1);
  g_assert_true (g_bytes_equal (book->public_key, seal->public_key));
  g_assert_cmpstr (cap_seal_book_find_now (book)->id, ==, seal->id);
  g_clear_pointer (&book, cap_seal_book_free);

  store_fixture_answer (fixture, 0, 2);
  book = read_seals (fixture);
  g_assert_null (cap_seal_book_find_now (book));
  g_clear_pointer (&book, cap_seal_book_free);

  g_free (cap_dossier_file_undo (fixture->file, NULL));
  book = read_seals (fixture);
  g_assert_nonnull (cap_seal_book_find_now (book));
  g_assert_cmpuint (book->seals->len, ==, 1); /* it is not undone */
  g_clear_pointer (&book, cap_seal_book_free);

  again = seal_it (fixture, &next);
  g_assert_true (g_bytes_equal (again->public_key, seal->public_key));
  book = read_seals (fixture);
  g_assert_cmpuint (book->seals->len, ==, 2);
}

static void
assert_refused (StoreFixture      *fixture,
                const CapSealWish *wish,
                GQuark             domain,
                int                code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_dossier_file_seal (fixture->file, wish, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_false (cap_dossier_file_needs_publish (fixture->file));
}

/* Nothing changes: no seal, no key. */
static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  const CapSealWish weak = { "dossier", "Dossier", "court", TRUE };
  const CapSealWish wrong = { "dossier", "Dossier", OTHER, FALSE };
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSealBook) book = NULL;

  store_fixture_create (fixture);
  assert_refused (fixture, &next, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture, &weak, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
  book = read_seals (fixture);
  g_assert_null (book->public_key);
  g_clear_pointer (&book, cap_seal_book_free);

  seal = seal_it (fixture, &first);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  assert_refused (fixture, &wrong, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  store_fixture_close (fixture);

  store_fixture_open (fixture, CAP_FILE_READ);
  assert_refused (fixture, &next, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY);
}

static void
test_passphrase (StoreFixture  *fixture,
                 gconstpointer  data)
{
  const CapSealWish later = { "dossier", "Dossier", OTHER, FALSE };
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSeal) again = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  seal = seal_it (fixture, &first);
  g_assert_false (cap_dossier_file_change_passphrase (fixture->file, OTHER, PASSPHRASE, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  g_clear_error (&error);
  cap_dossier_file_change_passphrase (fixture->file, PASSPHRASE, OTHER, &error);
  g_assert_no_error (error);
  store_fixture_close (fixture);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  assert_refused (fixture, &next, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
  again = seal_it (fixture, &later);
  g_assert_true (g_bytes_equal (again->public_key, seal->public_key));
}

/* The passphrase was lost: the seals of before are as genuine as they were. */
static void
test_new_key (StoreFixture  *fixture,
              gconstpointer  data)
{
  const CapSealWish lost = { "dossier", "Dossier", OTHER, TRUE };
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSeal) again = NULL;
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  store_fixture_create (fixture);
  seal = seal_it (fixture, &first);
  again = seal_it (fixture, &lost);
  g_assert_false (g_bytes_equal (again->public_key, seal->public_key));
  book = read_seals (fixture);
  g_assert_true (g_bytes_equal (book->public_key, again->public_key));
  store_fixture_close (fixture);
  faults = check (fixture);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* One line for each seal that is not what was signed. */
static void
test_tampered (StoreFixture  *fixture,
               gconstpointer  data)
{
  static const char * const changes[] = {
    "UPDATE seal SET structure = 'Les Autres'",
    "UPDATE seal SET label = label || '!'",
    "UPDATE seal SET made_at = '2020-01-01T00:00:00Z'",
    "UPDATE seal SET content = replace (content, substr (content, 1, 1), CASE substr (content, 1, 1)"
    " WHEN '0' THEN '1' ELSE '0' END)",
    "UPDATE seal SET document = printf ('%064d', 0)",
    "UPDATE seal SET signature = zeroblob (64)",
    "UPDATE seal SET public_key = zeroblob (32)",
  };
  g_autoptr(CapSeal) seal = NULL;
  g_autofree char *sound = NULL;
  gsize size;

  store_fixture_create (fixture);
  seal = seal_it (fixture, &first);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GPtrArray) faults = NULL;

      g_assert_true (g_file_set_contents (fixture->path, sound, (gssize) size, NULL));
      tamper (fixture, changes[i]);
      faults = check (fixture);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), "Photographie"));
    }
}

/* A seal that somebody else slipped in does not vouch for what the dossier holds. */
static void
test_forged_is_not_now (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSealBook) book = NULL;

  store_fixture_create (fixture);
  seal = seal_it (fixture, &first);
  store_fixture_close (fixture);
  tamper (fixture, "UPDATE seal SET structure = 'Les Autres'");

  store_fixture_open (fixture, CAP_FILE_READ);
  book = read_seals (fixture);
  g_assert_cmpuint (book->seals->len, ==, 1);
  g_assert_null (cap_seal_book_find_now (book));
  g_assert_null (cap_seal_book_dup_verdict (book));
}

typedef struct
{
  gboolean fails;
  guint    n_calls;
  char    *content;
} Writer;

static gboolean
write_cb (const CapDossier  *dossier,
          CapSeal           *seal,
          const CapSealKey  *key,
          gpointer           user_data,
          GError           **error)
{
  Writer *writer = user_data;

  writer->n_calls++;
  g_assert_cmpstr (dossier->id, ==, seal->dossier);
  writer->content = g_strdup (seal->content);
  if (writer->fails)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");
      return FALSE;
    }

  seal->document = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a document", -1);
  cap_seal_sign (seal, key);

  return TRUE;
}

/* A document that cannot be written leaves neither a seal nor a key. */
static void
test_writer (StoreFixture  *fixture,
             gconstpointer  data)
{
  Writer writer = { TRUE, 0, NULL };
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  g_assert_null (cap_dossier_file_seal (fixture->file, &first, write_cb, &writer, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_clear_error (&error);
  g_clear_pointer (&writer.content, g_free);
  g_assert_false (cap_dossier_file_needs_publish (fixture->file));
  book = read_seals (fixture);
  g_assert_cmpuint (book->seals->len, ==, 0);
  g_assert_null (book->public_key);
  g_clear_pointer (&book, cap_seal_book_free);

  writer.fails = FALSE;
  seal = cap_dossier_file_seal (fixture->file, &first, write_cb, &writer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (writer.n_calls, ==, 2);
  g_assert_cmpstr (seal->content, ==, writer.content);
  g_assert_true (cap_seal_is_genuine (seal));
  g_assert_nonnull (seal->document);
  book = read_seals (fixture);
  g_assert_cmpstr (cap_seal_book_find_now (book)->document, ==, seal->document);
  g_clear_pointer (&writer.content, g_free);
}

/* The bytes of the locked key, as they are in a file. */
static gboolean
file_has (const char *path,
          GBytes     *locked)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));

  return memmem (data, size, g_bytes_get_data (locked, NULL), g_bytes_get_size (locked)) != NULL;
}

static GBytes *
read_locked (StoreFixture *fixture)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  GBytes *locked;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT locked FROM seal_key", -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  locked = g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return locked;
}

/* The auditor gets the seals, not the key; and does not seal in the name of the structure. */
static void
test_auditor (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.capcedre", NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "AU-01");
  g_autoptr(CapRecord) audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(GBytes) locked = NULL;
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GError) error = NULL;

  cap_record_set (audit, CAP_AUDIT_CODE, "AU-01");
  cap_record_set (audit, CAP_AUDIT_TITLE, "Audit");
  cap_record_set (audit, CAP_AUDIT_KIND, "internal");
  cap_record_set (audit, CAP_AUDIT_DATE, "2026-11-20");
  cap_command_put_record (command, audit);
  store_fixture_create (fixture);
  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  seal = seal_it (fixture, &first);
  cap_dossier_file_hand_over (fixture->file, audit->id, path, &error);
  g_assert_no_error (error);
  store_fixture_close (fixture);

  locked = read_locked (fixture);
  g_assert_true (file_has (fixture->path, locked));
  g_assert_false (file_has (path, locked));

  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  book = read_seals (fixture);
  g_assert_null (book->public_key);
  g_assert_cmpstr (cap_seal_book_find_now (book)->id, ==, seal->id);
  assert_refused (fixture, &first, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE);
}

/* Seals come along when another copy is taken in; the key too where there is none. */
static void
test_merge (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.capcedre", NULL);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(CapDossierFile) other = NULL;
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  other = cap_dossier_file_open (path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_no_error (error);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  store_fixture_answer (fixture, 0, 2);
  seal = seal_it (fixture, &first);
  cap_dossier_file_merge (other, fixture->file, CAP_MERGE_ASK, NULL, FALSE, NULL, report, &error);
  g_assert_no_error (error);
  book = cap_dossier_file_read_seals (other, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cap_seal_book_find_now (book)->id, ==, seal->id);
  g_assert_true (g_bytes_equal (book->public_key, seal->public_key));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/seal/seal", test_seal);
  store_fixture_add ("/seal/refused", test_refused);
  store_fixture_add ("/seal/passphrase", test_passphrase);
  store_fixture_add ("/seal/new-key", test_new_key);
  store_fixture_add ("/seal/tampered", test_tampered);
  store_fixture_add ("/seal/forged-is-not-now", test_forged_is_not_now);
  store_fixture_add ("/seal/writer", test_writer);
  store_fixture_add ("/seal/auditor", test_auditor);
  store_fixture_add ("/seal/merge", test_merge);

  return g_test_run ();
}
