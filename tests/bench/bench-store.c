/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "store/store-fixture.h"

/* What it costs to save one answer: the gesture with its changeset, its head and the
 * snapshot to show, against one field updated in SQLite as it comes, on the same disk. */

#define N_ROUNDS 400

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

static void
exec (sqlite3    *db,
      const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static double
measure_bare (const char *path,
              const char *journal_mode)
{
  double times[N_ROUNDS];
  g_autofree char *mode = g_strdup_printf ("PRAGMA journal_mode = %s", journal_mode); /* synchronous: full */
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  exec (db, mode);
  exec (db, "CREATE TABLE answer (id INTEGER PRIMARY KEY, level INTEGER); INSERT INTO answer VALUES (1, 0)");
  g_assert_cmpint (sqlite3_prepare_v2 (db, "UPDATE answer SET level = ?1", -1, &stmt, NULL), ==, SQLITE_OK);

  for (int i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      sqlite3_bind_int (stmt, 1, i);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_reset (stmt);
      times[i] = get_ms_since (start);
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  g_unlink (path);

  return get_median (times);
}

static void
measure_gestures (StoreFixture *fixture,
                  double       *gesture,
                  double       *load)
{
  double gestures[N_ROUNDS];
  double loads[N_ROUNDS];

  for (guint i = 0; i < STORE_FIXTURE_N_CRITERIA; i++)
    store_fixture_answer (fixture, i, 1);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(CapCommand) command = NULL;

      loads[i] = get_ms_since (start);
      command = store_fixture_new_answer (dossier, i % STORE_FIXTURE_N_CRITERIA,
                                          (int) (2 + i / STORE_FIXTURE_N_CRITERIA) % 5);
      start = g_get_monotonic_time ();
      g_assert_true (cap_dossier_file_run (fixture->file, command, NULL));
      gestures[i] = get_ms_since (start);
    }

  *gesture = get_median (gestures);
  *load = get_median (loads);
}

static double
measure_publication (StoreFixture *fixture)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));

  return get_ms_since (start);
}

static void
bench (StoreFixture  *fixture,
       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bare.db", NULL);
  double rollback = measure_bare (path, "DELETE");
  double log = measure_bare (path, "WAL");
  double gesture = 0;
  double load = 0;
  double publication;

  store_fixture_create (fixture);
  measure_gestures (fixture, &gesture, &load);
  publication = measure_publication (fixture);

  g_print ("# bare transaction %.3f ms (journal), %.3f ms (log); gesture %.3f ms, load %.3f ms;"
           " publication %.1f ms\n", rollback, log, gesture, load, publication);
  g_print ("# gesture / bare transaction: %.2f (journal), %.2f (log); with its snapshot: %.2f (journal)\n",
           gesture / rollback, gesture / log, (gesture + load) / rollback);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/bench/store", bench);

  return g_test_run ();
}
