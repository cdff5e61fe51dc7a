/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "store/cap-migrations.h"
#include "store/cap-salvage.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

#define PAGE            4096
#define N_GESTURES      150
#define N_DAMAGES       36
#define STEP            12  /* which pages are lost, one by one */
#define HEADER_SIZE     100
#define CONTENT_SIZE    60000

/* A dossier, and what is in it: table → set of rows, as text. */
typedef struct
{
  StoreFixture *fixture;
  guint8       *bytes;
  gsize         size;
  GHashTable   *tables;
  guint         n_rows;
  char         *damaged;
  char         *saved;
} Patient;

/* What the file says of itself, and its journal, may be new. */
static const char list_tables[] =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'gesture', 'journal')";

static char *
dup_row (sqlite3_stmt *stmt)
{
  g_autoptr(GString) row = g_string_new (NULL);

  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    {
      const guint8 *data = sqlite3_column_blob (stmt, i);
      const gsize size = (gsize) sqlite3_column_bytes (stmt, i);
      g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, size > 0 ? data : (guint8 *) "",
                                                             size);

      g_string_append_printf (row, "%d:%s ", sqlite3_column_type (stmt, i), digest);
    }

  return g_string_free (g_steal_pointer (&row), FALSE);
}

static GHashTable *
read_table (sqlite3    *db,
            const char *table)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_hash_table_add (rows, dup_row (stmt));
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);

  return rows;
}

static GHashTable *
read_tables (const char *path)
{
  GHashTable *tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_hash_table_unref);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, list_tables, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (stmt, 0);

      g_hash_table_insert (tables, g_strdup (table), read_table (db, table));
    }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return tables;
}

static void
add_piece (StoreFixture *fixture,
           guint         number)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_PIECE, "Pièce");
  g_autofree char *content = g_malloc (CONTENT_SIZE);
  g_autofree char *name = g_strdup_printf ("piece-%u.pdf", number);
  g_autofree char *sha256 = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CapEvidence) evidence = cap_evidence_new (NULL, name, NULL, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < CONTENT_SIZE; i++)
    content[i] = (char) g_test_rand_int_range (0, 256);
  bytes = g_bytes_new (content, CONTENT_SIZE);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  cap_evidence_add_file (evidence, sha256, CONTENT_SIZE, name, "application/pdf", "2026-11-20");
  cap_command_put_content (command, sha256, bytes);
  cap_command_put_evidence (command, evidence);
  g_assert_true (cap_dossier_file_run (fixture->file, command, &error));
  g_assert_no_error (error);
}

static void
work (StoreFixture *fixture)
{
  for (guint i = 0; i < N_GESTURES; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(CapCommand) command = random_command_new (dossier);

      cap_dossier_file_run (fixture->file, command, NULL);
    }
  for (guint i = 0; i < 3; i++)
    add_piece (fixture, i);
}

static void
admit (Patient      *self,
       StoreFixture *fixture)
{
  GHashTableIter iter;
  GHashTable *rows;

  self->fixture = fixture;
  store_fixture_create (fixture);
  work (fixture);
  store_fixture_close (fixture);

  g_assert_true (g_file_get_contents (fixture->path, (char **) &self->bytes, &self->size, NULL));
  self->tables = read_tables (fixture->path);
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &rows))
    self->n_rows += g_hash_table_size (rows);
  self->damaged = g_build_filename (fixture->folder, "damaged.capcedre", NULL);
  self->saved = g_build_filename (fixture->folder, "saved.capcedre", NULL);
}

static void
discharge (Patient *self)
{
  remove (self->damaged);
  remove (self->saved);
  g_free (self->bytes);
  g_free (self->damaged);
  g_free (self->saved);
  g_hash_table_unref (self->tables);
}

/* Only rows of the dossier come back, as they were. Returns: how many */
static guint
compare (Patient                *self,
         const CapSalvageReport *report,
         guint                   n_altered)
{
  g_autoptr(GHashTable) tables = read_tables (self->saved);
  guint n = 0;
  guint n_strange = 0;
  GHashTableIter iter;
  const char *table;
  GHashTable *rows;

  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, (gpointer *) &table, (gpointer *) &rows))
    {
      GHashTable *original = g_hash_table_lookup (self->tables, table);
      GHashTableIter row_iter;
      const char *row;

      g_hash_table_iter_init (&row_iter, rows);
      while (g_hash_table_iter_next (&row_iter, (gpointer *) &row, NULL))
        {
          if (g_hash_table_contains (original, row))
            n++;
          else
            n_strange++;
        }
    }

  /* What was made again is told by a note. */
  if (report->notes->len == 0)
    g_assert_cmpuint (n_strange, <=, n_altered);
  if (cap_salvage_report_is_whole (report) && n_altered == 0)
    g_assert_cmpuint (n, ==, self->n_rows);

  return n;
}

/* Returns: how many rows were saved; @report: (nullable): tells more */
static guint
treat (Patient          *self,
       const guint8     *bytes,
       gsize             size,
       guint             n_altered,
       CapSalvageReport *report)
{
  g_autoptr(CapSalvageReport) own = report == NULL ? cap_salvage_report_new () : NULL;
  CapSalvageReport *told = report != NULL ? report : own;
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GError) error = NULL;
  gsize size_after;
  gboolean done;

  remove (self->saved);
  g_assert_true (g_file_set_contents (self->damaged, (const char *) bytes, (gssize) size, NULL));
  done = cap_salvage_run (self->damaged, self->saved, store_fixture_read_framework, NULL, NULL, told, &error);

  g_assert_true (g_file_get_contents (self->damaged, &after, &size_after, NULL));
  g_assert_cmpmem (bytes, size, after, size_after);
  g_assert_cmpint (done, ==, g_file_test (self->saved, G_FILE_TEST_EXISTS));
  if (!done)
    {
      g_assert_cmpint (error->domain, ==, CAP_STORE_ERROR);
      return 0;
    }

  g_assert_no_error (error);
  faults = cap_dossier_file_check (self->saved, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("A saved file is not sound: %s", (const char *) g_ptr_array_index (faults, 0));

  return compare (self, told, n_altered);
}

static void
test_undamaged (StoreFixture  *fixture,
                gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();

  admit (&patient, fixture);
  g_assert_cmpuint (treat (&patient, patient.bytes, patient.size, 0, report), ==, patient.n_rows);
  g_assert_true (cap_salvage_report_is_whole (report));
  g_assert_true (report->journal_kept);
  g_assert_false (report->rebuilt);
  g_assert_cmpuint (report->n_rows, ==, patient.n_rows);
  discharge (&patient);
}

/* Neither the header nor the page where the schema begins is needed. */
static void
test_first_page (StoreFixture  *fixture,
                 gconstpointer  data)
{
  Patient patient = { 0 };
  g_autofree guint8 *bytes = NULL;

  admit (&patient, fixture);
  bytes = g_memdup2 (patient.bytes, patient.size);
  memset (bytes, 0, HEADER_SIZE);
  g_assert_cmpuint (treat (&patient, bytes, patient.size, 0, NULL), ==, patient.n_rows);
  memset (bytes, 0, PAGE);
  g_assert_cmpuint (treat (&patient, bytes, patient.size, 0, NULL), ==, patient.n_rows);
  discharge (&patient);
}

/* Each page in turn is lost: rows of its table may be missing, no other; where a gesture put them, none. */
static void
test_each_page (StoreFixture  *fixture,
                gconstpointer  data)
{
  Patient patient = { 0 };
  guint n_whole = 0;
  guint n_pages;
  guint64 n_saved = 0;

  admit (&patient, fixture);
  n_pages = (guint) (patient.size / PAGE);
  for (guint page = 0; page < n_pages; page += STEP)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
      guint n;

      memset (bytes + (gsize) page * PAGE, page % 3 == 0 ? 0 : 0xa5, PAGE);
      n = treat (&patient, bytes, patient.size, 0, report);
      n_saved += n;
      n_whole += n == patient.n_rows;
      if (report->journal_kept)
        g_assert_cmpuint (n + report->n_missing, >=, patient.n_rows);
    }

  g_test_message ("%u files without a page: %.1f %% of rows saved, %u whole", (n_pages + STEP - 1) / STEP,
                  100.0 * n_saved / (patient.n_rows * ((n_pages + STEP - 1) / STEP)), n_whole);
  g_assert_cmpuint (n_saved, >, (guint64) (0.9 * patient.n_rows * ((n_pages + STEP - 1) / STEP)));
  discharge (&patient);
}

static void
overwrite (guint8 *bytes,
           gsize   from,
           gsize   n)
{
  for (gsize i = from; i < from + n; i++)
    bytes[i] = (guint8) g_test_rand_int_range (0, 256);
}

/* Returns: how many bytes are left; @n_altered: (out): rows that may have changed and still look right */
static gsize
damage (guint   kind,
        guint8 *bytes,
        gsize   size,
        guint  *n_altered)
{
  const gint32 n_pages = (gint32) (size / PAGE);
  gsize n;

  *n_altered = 0;
  switch (kind % 6)
    {
    case 0:
      for (gint32 i = g_test_rand_int_range (1, 6); i > 0; i--)
        overwrite (bytes, (gsize) g_test_rand_int_range (0, n_pages) * PAGE, PAGE);
      return size;

    case 1:
      return (gsize) g_test_rand_int_range (1, (gint32) size);

    case 2:
      n = (gsize) g_test_rand_int_range (1, 20000);
      overwrite (bytes, (gsize) g_test_rand_int_range (0, (gint32) (size - n)), n);
      *n_altered = 2; /* a few bytes at its ends */
      return size;

    case 3:
      for (*n_altered = 0; *n_altered < 10; (*n_altered)++)
        bytes[g_test_rand_int_range (0, (gint32) size)] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
      return size;

    case 4:
      memset (bytes, 0, PAGE);
      memset (bytes + (gsize) g_test_rand_int_range (0, n_pages) * PAGE, 0, PAGE);
      return size - PAGE;

    default:
      for (gint32 i = 0; i < n_pages; i++)
        {
          if (g_test_rand_int_range (0, 10) == 0)
            overwrite (bytes, (gsize) i * PAGE, PAGE);
        }
      return size;
    }
}

static void
test_anywhere (StoreFixture  *fixture,
               gconstpointer  data)
{
  Patient patient = { 0 };
  guint64 n_saved[6] = { 0 };
  guint64 all = 0;

  admit (&patient, fixture);
  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      guint n_altered;
      const gsize left = damage (i, bytes, patient.size, &n_altered);

      n_saved[i % 6] += treat (&patient, bytes, left, n_altered, NULL);
    }

  for (guint i = 0; i < 6; i++)
    {
      g_test_message ("damage %u: %.1f %% of rows saved", i,
                      100.0 * n_saved[i] / ((guint64) patient.n_rows * N_DAMAGES / 6));
      all += n_saved[i];
    }
  g_test_message ("%u damaged files: %.1f %% of rows saved, 0 crashes", N_DAMAGES,
                  100.0 * all / ((guint64) patient.n_rows * N_DAMAGES));
  g_assert_cmpuint (n_saved[0] + n_saved[2] + n_saved[3], >,
                    (guint64) (0.6 * patient.n_rows * N_DAMAGES / 2));
  discharge (&patient);
}

static guint
find_root (const char *path,
           const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", name);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  guint root;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  root = (guint) sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return root;
}

static void
lose (Patient    *patient,
      const char *name)
{
  memset (patient->bytes + (find_root (patient->fixture->path, name) - 1) * (gsize) PAGE, 0, PAGE);
}

/* The detail of each gesture: see random_command_new(). */
static void
lose_gestures (Patient *patient)
{
  const guint8 *found = memmem (patient->bytes, patient->size, "au hasard", strlen ("au hasard"));

  g_assert_nonnull (found);
  memset (patient->bytes + (gsize) (found - patient->bytes) / PAGE * PAGE, 0, PAGE);
}

/* Without a journal, answers whose evaluation is lost still stand: what is made again is told. */
static void
test_evaluation (StoreFixture  *fixture,
                 gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autoptr(GHashTable) tables = NULL;
  guint n_answers;

  admit (&patient, fixture);
  lose_gestures (&patient);
  lose (&patient, "evaluation");
  lose (&patient, "member");
  treat (&patient, patient.bytes, patient.size, 0, report);

  tables = read_tables (patient.saved);
  n_answers = g_hash_table_size (g_hash_table_lookup (patient.tables, "answer"));
  g_assert_cmpuint (g_hash_table_size (g_hash_table_lookup (tables, "answer")), ==, n_answers);
  g_assert_cmpuint (g_hash_table_size (g_hash_table_lookup (tables, "evaluation")), >, 0);
  g_assert_cmpuint (g_hash_table_size (g_hash_table_lookup (tables, "member")), ==, 1);
  g_assert_cmpuint (report->notes->len, >=, 2);
  g_assert_false (report->journal_kept);
  discharge (&patient);
}

static void
build_fixture (const char *path,
               guint       version)
{
  g_autofree char *name = g_strdup_printf ("%03u.sql", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static char *
dump (StoreFixture *fixture,
      const char   *path)
{
  g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, CAP_FILE_READ, store_fixture_read_framework,
                                                          NULL);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);

  return store_fixture_dump (dossier);
}

/* Files of older versions are saved as they are, then migrated; with or without their header. */
static void
test_versions (StoreFixture  *fixture,
               gconstpointer  data)
{
  for (guint version = 1; version <= cap_migrations_get_latest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("v%03u.capcedre", version);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *saved = g_strconcat (path, "-saved.capcedre", NULL);
      g_autofree char *expected = NULL;

      build_fixture (path, version);
      expected = dump (fixture, path);
      for (guint pass = 0; pass < 2; pass++)
        {
          g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
          g_autofree char *bytes = NULL;
          g_autofree char *found = NULL;
          g_autoptr(GError) error = NULL;
          gsize size;

          cap_salvage_run (path, saved, store_fixture_read_framework, NULL, NULL, report, &error);
          g_assert_no_error (error);
          found = dump (fixture, saved);
          g_assert_cmpstr (found, ==, expected);
          g_assert_true (cap_salvage_report_is_whole (report));
          g_assert_cmpint (remove (saved), ==, 0);

          g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
          memset (bytes, 0, HEADER_SIZE);
          g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
        }
      g_assert_cmpint (remove (path), ==, 0);
    }
}

static void
test_no_dossier (StoreFixture  *fixture,
                 gconstpointer  data)
{
  static const char text[] = "This is a letter, not a dossier.";
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "letter.capcedre", NULL);
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.capcedre", NULL);
  g_autoptr(GError) error = NULL;

  for (gssize size = 0; size <= (gssize) strlen (text); size += (gssize) strlen (text))
    {
      g_assert_true (g_file_set_contents (path, text, size, NULL));
      g_assert_false (cap_salvage_run (path, saved, store_fixture_read_framework, NULL, NULL, report,
                                       &error));
      g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
    }

  g_assert_false (cap_salvage_run (path, path, store_fixture_read_framework, NULL, NULL, report, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS);
  g_assert_cmpint (remove (path), ==, 0);
}

/* What was saved once is saved again: its journal does not begin with all that it has. */
static void
test_twice (StoreFixture  *fixture,
            gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) first = cap_salvage_report_new ();
  g_autoptr(CapSalvageReport) second = cap_salvage_report_new ();
  g_autofree char *bytes = NULL;
  gsize size;
  guint n;

  admit (&patient, fixture);
  lose_gestures (&patient);
  n = treat (&patient, patient.bytes, patient.size, 0, first);
  g_assert_false (first->journal_kept);
  g_assert_cmpuint (n, >, 0);

  g_assert_true (g_file_get_contents (patient.saved, &bytes, &size, NULL));
  g_assert_cmpuint (treat (&patient, (const guint8 *) bytes, size, 0, second), ==, n);
  g_assert_true (second->journal_kept);
  g_assert_true (cap_salvage_report_is_whole (second));
  discharge (&patient);
}

static void
test_cancelled (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.capcedre", NULL);
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (cap_salvage_run (fixture->path, saved, store_fixture_read_framework, NULL, cancellable,
                                   report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/salvage/undamaged", test_undamaged);
  store_fixture_add ("/store/salvage/first-page", test_first_page);
  store_fixture_add ("/store/salvage/each-page", test_each_page);
  store_fixture_add ("/store/salvage/anywhere", test_anywhere);
  store_fixture_add ("/store/salvage/evaluation", test_evaluation);
  store_fixture_add ("/store/salvage/versions", test_versions);
  store_fixture_add ("/store/salvage/no-dossier", test_no_dossier);
  store_fixture_add ("/store/salvage/twice", test_twice);
  store_fixture_add ("/store/salvage/cancelled", test_cancelled);

  return g_test_run ();
}
