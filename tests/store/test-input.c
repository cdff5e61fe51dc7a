/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store-fixture.h"

#define PAGE 4096

/* A dossier with its 96 answers, as bytes. */
static GBytes *
make_dossier (StoreFixture *fixture)
{
  char *content = NULL;
  gsize size;

  store_fixture_create (fixture);
  for (guint i = 0; i < STORE_FIXTURE_N_CRITERIA; i++)
    store_fixture_answer (fixture, i, (int) i % 5);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));

  return g_bytes_new_take (content, size);
}

static void
write_file (StoreFixture *fixture,
            const void   *data,
            gsize         size)
{
  g_assert_true (g_file_set_contents (fixture->path, data, (gssize) size, NULL));
}

static void
restore (StoreFixture *fixture,
         GBytes       *dossier)
{
  write_file (fixture, g_bytes_get_data (dossier, NULL), g_bytes_get_size (dossier));
}

/* As another tool would. */
static void
exec (StoreFixture *fixture,
      const char   *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Opened in every way: an error each time, and nothing left beside. */
static void
assert_refused (StoreFixture  *fixture,
                CapStoreError  code)
{
  static const CapFileAccess accesses[] = { CAP_FILE_READ, CAP_FILE_WRITE, CAP_FILE_TAKE_OVER };

  for (guint i = 0; i < G_N_ELEMENTS (accesses); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CapDossierFile) file = NULL;

      file = cap_dossier_file_open (fixture->path, accesses[i], store_fixture_read_framework, &error);
      g_assert_null (file);
      g_assert_error (error, CAP_STORE_ERROR, (int) code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }

  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
}

static void
test_not_a_dossier (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const char letter[] = "This is a letter, not a database. It is long enough to be taken for a header,"
                               " which needs a hundred bytes.";

  write_file (fixture, letter, sizeof letter);
  assert_refused (fixture, CAP_STORE_ERROR_CORRUPT);
  write_file (fixture, letter, 20);
  assert_refused (fixture, CAP_STORE_ERROR_CORRUPT);
  write_file (fixture, letter, 0);
  assert_refused (fixture, CAP_STORE_ERROR_CORRUPT);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  assert_refused (fixture, CAP_STORE_ERROR_NOT_OURS);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  g_assert_cmpint (mkfifo (fixture->path, 0644), ==, 0); /* to open it would block */
  assert_refused (fixture, CAP_STORE_ERROR_NOT_OURS);
}

static void
test_foreign_database (StoreFixture  *fixture,
                       gconstpointer  data)
{
  exec (fixture, "CREATE TABLE song (title TEXT)");
  assert_refused (fixture, CAP_STORE_ERROR_NOT_OURS);
  exec (fixture, "PRAGMA application_id = 1234");
  assert_refused (fixture, CAP_STORE_ERROR_NOT_OURS);
  exec (fixture, "PRAGMA application_id = 0x43617031");
  assert_refused (fixture, CAP_STORE_ERROR_CORRUPT); /* version 0 */
  exec (fixture, "PRAGMA user_version = 1");
  assert_refused (fixture, CAP_STORE_ERROR_CORRUPT); /* other tables */
}

static void
test_newer (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GBytes) dossier = make_dossier (fixture);

  g_assert_nonnull (dossier);
  exec (fixture, "PRAGMA user_version = 999");
  assert_refused (fixture, CAP_STORE_ERROR_TOO_NEW);
}

/* What a fabricated file could hold behind a header like ours. */
static void
test_forged_schema (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const char * const forgeries[] = {
    "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM answer; END",
    "CREATE VIEW v AS SELECT * FROM answer",
    "CREATE TABLE more (x)",
    "CREATE INDEX i ON answer (level)",
    "ALTER TABLE answer ADD COLUMN x TEXT",
    "DROP TABLE gesture",
    "CREATE TABLE m AS SELECT * FROM member; DROP TABLE member; ALTER TABLE m RENAME TO member",
    "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM gesture; END",
    "CREATE TEMP TABLE x (y); CREATE VIEW w AS SELECT zeroblob (2000000000)",
    "CREATE INDEX i ON answer (abs (level))",
    "CREATE INDEX i ON answer (level) WHERE zeroblob (1000000) IS NOT NULL",
    "CREATE TABLE more (x, y GENERATED ALWAYS AS (zeroblob (1000000)) VIRTUAL)",
    "CREATE VIRTUAL TABLE more USING fts5 (x)",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'CHECK', 'check')"
    " WHERE name = 'answer'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE answer ('"
    " WHERE name = 'answer'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage ="
    " (SELECT rootpage FROM sqlite_schema WHERE name = 'gesture') WHERE name = 'answer'",
  };
  g_autoptr(GBytes) dossier = make_dossier (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      restore (fixture, dossier);
      exec (fixture, forgeries[i]);
      assert_refused (fixture, CAP_STORE_ERROR_CORRUPT);
    }
}

/* What a link leads to is what counts; one that leads nowhere is no dossier. */
static void
test_link (StoreFixture  *fixture,
           gconstpointer  data)
{
  static const char * const targets[] = { "itself.capcedre", "absent", ".", "/dev/zero", "/proc/self/mem" };
  g_autofree char *link = g_build_filename (fixture->folder, "itself.capcedre", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CapDossierFile) file = NULL;
      g_autoptr(GPtrArray) faults = NULL;

      g_assert_cmpint (symlink (targets[i], link), ==, 0);
      file = cap_dossier_file_open (link, CAP_FILE_WRITE, store_fixture_read_framework, &error);
      g_assert_null (file);
      g_assert_true (error != NULL && error->domain == CAP_STORE_ERROR);
      faults = cap_dossier_file_check (link, store_fixture_read_framework, NULL);
      g_assert_null (faults);
      g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
      g_assert_cmpint (g_unlink (link), ==, 0);
    }
}

static void
assert_fault (StoreFixture *fixture,
              const char   *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;

  found = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      if (strstr (g_ptr_array_index (found, i), part) != NULL)
        return;
    }

  g_error ("no fault about “%s” among %u", part, found->len);
}

/* Another tool does not know our rules. */
static void
test_broken_rows (StoreFixture  *fixture,
                  gconstpointer  data)
{
  static const char * const faults[] = {
    "DELETE FROM evaluation",
    "DELETE FROM framework",
    "UPDATE answer SET evaluation_id = 'absent' WHERE criterion = 'A1.1'",
    "PRAGMA ignore_check_constraints = ON; UPDATE answer SET level = 11 WHERE criterion = 'A1.1'",
    "PRAGMA ignore_check_constraints = ON; UPDATE evaluation SET date = 'x'",
  };
  g_autoptr(GBytes) dossier = make_dossier (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      restore (fixture, dossier);
      g_test_message ("%s", faults[i]);
      exec (fixture, faults[i]);
      assert_refused (fixture, CAP_STORE_ERROR_CORRUPT);
      assert_fault (fixture, "");
    }
}

/* A level that the schema allows and the framework has not: found when the dossier is read. */
static void
test_foreign_level (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(GBytes) dossier = make_dossier (fixture);
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapDossier) read = NULL;
  g_autoptr(GError) error = NULL;

  restore (fixture, dossier);
  exec (fixture, "UPDATE answer SET state = 'rated', level = 9 WHERE criterion = 'A1.1'");
  file = cap_dossier_file_open (fixture->path, CAP_FILE_READ, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  read = cap_dossier_file_load (file, &error);
  g_assert_null (read);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
  assert_fault (fixture, "");
}

static void
test_check_content (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(GBytes) dossier = make_dossier (fixture);
  g_autoptr(GPtrArray) found = NULL;

  found = cap_dossier_file_check (fixture->path, store_fixture_read_framework, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);

  exec (fixture,
        "INSERT INTO answer VALUES ((SELECT id FROM evaluation), 'Z9.9', 'rated', 1, '', '', 0, 'none')");
  assert_fault (fixture, "Z9.9");
  exec (fixture, "UPDATE framework SET source = source || 'A1.97'");
  assert_fault (fixture, "altered");
  exec (fixture, "UPDATE framework SET source = 'gone'");
  assert_fault (fixture, "cannot be read");

  restore (fixture, dossier);
  exec (fixture, "DELETE FROM member");
  assert_fault (fixture, "member");
  restore (fixture, dossier);
  exec (fixture, "DELETE FROM meta");
  assert_fault (fixture, "id");
}

static void
test_cut_short (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) dossier = make_dossier (fixture);

  for (gsize size = 0; size < g_bytes_get_size (dossier); size += PAGE)
    {
      g_test_message ("%" G_GSIZE_FORMAT " bytes", size);
      write_file (fixture, g_bytes_get_data (dossier, NULL), size);
      assert_refused (fixture, CAP_STORE_ERROR_CORRUPT);
    }
}

/* Opened, read, worked in and checked: whatever happens, it is an answer. */
static void
use_whatever_it_is (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) check_error = NULL;
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  file = cap_dossier_file_open (fixture->path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_cmpint (file == NULL, ==, error != NULL);
  dossier = file != NULL ? cap_dossier_file_load (file, NULL) : NULL;
  if (dossier != NULL)
    {
      g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, 0, 2);
      g_autofree char *undone = NULL;
      g_autofree char *before = NULL;

      if (cap_dossier_file_run (file, command, NULL))
        undone = cap_dossier_file_undo (file, NULL);
      before = cap_dossier_file_undo (file, NULL);
    }

  faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &check_error);
  g_assert_cmpint (faults == NULL, ==, check_error != NULL);
}

/* tests/fuzz does this for much longer. */
static void
test_flipped_bytes (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(GBytes) dossier = make_dossier (fixture);
  const gsize size = g_bytes_get_size (dossier);
  const guint n_rounds = g_test_slow () ? 5000 : 50;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (dossier, NULL), size);

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        {
          /* The headers of the file and of its pages are where it hurts. */
          gsize page = (gsize) g_test_rand_int_range (0, (gint32) (size / PAGE)) * PAGE;
          gsize offset = page + (gsize) g_test_rand_int_range (0, g_test_rand_bit () ? 108 : PAGE);

          copy[offset] = (guint8) g_test_rand_int_range (0, 256);
        }
      write_file (fixture, copy, size);
      use_whatever_it_is (fixture);
    }
}

static void
test_invalid_text (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr(GBytes) dossier = make_dossier (fixture);
  g_autoptr(CapDossier) read = NULL;

  g_assert_nonnull (dossier);
  exec (fixture, "UPDATE member SET name = CAST (x'41ff42' AS TEXT)");
  store_fixture_open (fixture, CAP_FILE_READ);
  read = cap_dossier_file_load (fixture->file, NULL);
  g_assert_true (g_utf8_validate (read->member->name, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/input/not-a-dossier", test_not_a_dossier);
  store_fixture_add ("/input/foreign-database", test_foreign_database);
  store_fixture_add ("/input/newer", test_newer);
  store_fixture_add ("/input/forged-schema", test_forged_schema);
  store_fixture_add ("/input/link", test_link);
  store_fixture_add ("/input/broken-rows", test_broken_rows);
  store_fixture_add ("/input/foreign-level", test_foreign_level);
  store_fixture_add ("/input/check-content", test_check_content);
  store_fixture_add ("/input/cut-short", test_cut_short);
  store_fixture_add ("/input/flipped-bytes", test_flipped_bytes);
  store_fixture_add ("/input/invalid-text", test_invalid_text);

  return g_test_run ();
}
