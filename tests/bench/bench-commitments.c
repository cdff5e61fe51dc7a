/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/cap-register-csv.h"
#include "store/store-fixture.h"

/* What it costs to take 5 000 commitments in: the reading of the file, and the gesture with its
 * changeset, against the same rows inserted by SQLite alone, in one transaction on the same disk. */

#define N_ROWS    5000
#define N_ROUNDS  7
#define MAX_RATIO 5.0

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *milliseconds)
{
  qsort (milliseconds, N_ROUNDS, sizeof *milliseconds, compare);

  return milliseconds[N_ROUNDS / 2];
}

static double
get_ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static GBytes *
write_rows (guint round)
{
  static const char * const types[] = {
    "validation", "decouverte", "coup-de-pouce", "soutien-actif", "mobilisation",
  };
  GString *csv = g_string_new ("code;type;signed;review;closed;outcome\r\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (csv, "%04u-%04u;%s;%04u-%02u-%02u;%s;%s\r\n", 2000 + round, i + 1,
                            types[i % G_N_ELEMENTS (types)], 2000 + round, i % 12 + 1, i % 28 + 1,
                            i % 3 == 0 ? "" : "2030-06-15", i % 3 == 0 ? "2029-12-31;durable" : ";");

  return g_string_free_to_bytes (csv);
}

static void
exec (sqlite3    *db,
      const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
insert_rows (sqlite3_stmt     *stmt,
             const CapCommand *command)
{
  for (guint i = 0; i < command->edits->len; i++)
    {
      const CapRecord *record = ((const CapEdit *) g_ptr_array_index (command->edits, i))->value;

      sqlite3_bind_text (stmt, 1, record->id, -1, SQLITE_STATIC);
      for (int j = 0; j < CAP_N_COMMITMENT_FIELDS; j++)
        sqlite3_bind_text (stmt, j + 2, cap_record_get (record, (guint) j), -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_reset (stmt);
    }
}

/* The same table, without its checks. */
static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  exec (db, "CREATE TABLE commitment (id TEXT NOT NULL PRIMARY KEY, code TEXT NOT NULL UNIQUE,"
            " type TEXT NOT NULL, signed TEXT, review TEXT, closed TEXT, outcome TEXT)"
            " STRICT, WITHOUT ROWID");

  return db;
}

static double
measure_bare (sqlite3          *db,
              const CapCommand *command)
{
  sqlite3_stmt *stmt = NULL;
  gint64 start;
  double ms;

  start = g_get_monotonic_time ();
  exec (db, "BEGIN IMMEDIATE");
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO commitment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", -1,
                                       &stmt, NULL), ==, SQLITE_OK);
  insert_rows (stmt, command);
  sqlite3_finalize (stmt);
  exec (db, "COMMIT");
  ms = get_ms_since (start);

  return ms;
}

static void
bench (StoreFixture  *fixture,
       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bare.db", NULL);
  double bare[N_ROUNDS];
  double reading[N_ROUNDS];
  double gesture[N_ROUNDS];
  sqlite3 *db = open_bare (path);

  store_fixture_create (fixture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(GBytes) source = write_rows (i);
      gint64 start = g_get_monotonic_time ();
      g_autoptr(CapRegisterPreview) preview =
        cap_register_csv_preview (source, "engagements.csv", CAP_REGISTER_COMMITMENT, dossier, "2026-11-20");

      reading[i] = get_ms_since (start);
      g_assert_cmpuint (preview->faults->len, ==, 0);
      g_assert_cmpuint (preview->command->edits->len, ==, N_ROWS);
      bare[i] = measure_bare (db, preview->command);
      start = g_get_monotonic_time ();
      g_assert_true (cap_dossier_file_run (fixture->file, preview->command, NULL));
      gesture[i] = get_ms_since (start);
    }
  sqlite3_close (db);
  g_unlink (path);

  g_print ("# %u rows: read in %.1f ms; bare inserts %.1f ms; gesture %.1f ms; ratio %.2f\n", N_ROWS,
           get_median (reading), get_median (bare), get_median (gesture),
           get_median (gesture) / get_median (bare));
  g_assert_cmpfloat (get_median (gesture), <, MAX_RATIO * get_median (bare));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/bench/commitments", bench);

  return g_test_run ();
}
