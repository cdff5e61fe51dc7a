/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "exchange/cap-votes-csv.h"
#include "scoring/cap-votes.h"
#include "store/store-fixture.h"

/* What it costs to take in the votes of 500 respondents on 96 criteria: the reading of the file, the gesture
 * with its changeset, against the same rows inserted by SQLite alone, in one transaction on the same disk;
 * then to load the dossier, and to count the votes. */

#define N_RESPONDENTS 500
#define N_ROUNDS      5

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

/* The respondents of each round are others. */
static GBytes *
write_rows (guint round)
{
  GString *csv = g_string_new ("respondent;college;criterion;level\r\n");

  for (guint i = 0; i < N_RESPONDENTS; i++)
    {
      const CapCollege college = (CapCollege) (i % CAP_N_COLLEGES);

      for (guint j = 0; j < STORE_FIXTURE_N_CRITERIA; j++)
        g_string_append_printf (csv, "R%u-%u;%s;A1.%u;%u\r\n", round, i, cap_college_to_name (college), j + 1,
                                (i + j) % 5);
    }

  return g_string_free_to_bytes (csv);
}

static void
exec (sqlite3    *db,
      const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* The same table, without its checks. */
static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  exec (db, "CREATE TABLE vote (ballot_id TEXT NOT NULL, criterion TEXT NOT NULL, level INTEGER NOT NULL,"
            " PRIMARY KEY (ballot_id, criterion)) STRICT, WITHOUT ROWID");

  return db;
}

static void
insert_votes (sqlite3_stmt    *stmt,
              const CapBallot *ballot)
{
  g_autoptr(GList) criteria = cap_ballot_list_criteria (ballot);

  for (const GList *l = criteria; l != NULL; l = l->next)
    {
      sqlite3_bind_text (stmt, 1, ballot->id, -1, SQLITE_STATIC);
      sqlite3_bind_text (stmt, 2, l->data, -1, SQLITE_STATIC);
      sqlite3_bind_int (stmt, 3, cap_ballot_get_level (ballot, l->data));
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_reset (stmt);
    }
}

static double
measure_bare (sqlite3          *db,
              const CapCommand *command)
{
  sqlite3_stmt *stmt = NULL;
  const gint64 start = g_get_monotonic_time ();

  exec (db, "BEGIN IMMEDIATE");
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO vote VALUES (?1, ?2, ?3)", -1, &stmt, NULL), ==,
                   SQLITE_OK);
  for (guint i = 0; i < command->edits->len; i++)
    insert_votes (stmt, ((const CapEdit *) g_ptr_array_index (command->edits, i))->value);
  sqlite3_finalize (stmt);
  exec (db, "COMMIT");

  return get_ms_since (start);
}

static double
measure_counting (StoreFixture *fixture)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(CapVotes) votes = cap_votes_new (cap_dossier_get_current (dossier));

  g_assert_cmpuint (cap_votes_get (votes, "A1.1")->whole.n_votes, >=, N_RESPONDENTS);

  return get_ms_since (start);
}

static void
bench (StoreFixture  *fixture,
       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bare.db", NULL);
  double bare[N_ROUNDS];
  double reading[N_ROUNDS];
  double gesture[N_ROUNDS];
  double counting = 0;
  double loading = 0;
  sqlite3 *db = open_bare (path);

  store_fixture_create (fixture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(GBytes) source = write_rows (i);
      g_autoptr(GPtrArray) faults = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr(CapCommand) command = cap_votes_csv_read (source, "votes.csv", dossier, &faults);

      reading[i] = get_ms_since (start);
      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_cmpuint (command->edits->len, ==, N_RESPONDENTS);
      bare[i] = measure_bare (db, command);
      start = g_get_monotonic_time ();
      g_assert_true (cap_dossier_file_run (fixture->file, command, NULL));
      gesture[i] = get_ms_since (start);
      if (i == 0)
        {
          g_autoptr(CapDossier) loaded = NULL;

          start = g_get_monotonic_time ();
          loaded = cap_dossier_file_load (fixture->file, NULL);
          loading = get_ms_since (start);
          counting = measure_counting (fixture);
        }
    }
  sqlite3_close (db);
  g_unlink (path);

  g_print ("# %u votes: read in %.1f ms; bare inserts %.1f ms; gesture %.1f ms; ratio %.2f; with the reading"
           " %.2f\n# loaded in %.1f ms, counted in %.1f ms\n", N_RESPONDENTS * STORE_FIXTURE_N_CRITERIA,
           get_median (reading), get_median (bare), get_median (gesture),
           get_median (gesture) / get_median (bare),
           (get_median (gesture) + get_median (reading)) / get_median (bare), loading, counting);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/bench/votes", bench);

  return g_test_run ();
}
