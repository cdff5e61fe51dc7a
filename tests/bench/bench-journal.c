/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-db-private.h"
#include "store/cap-history.h"
#include "store/cap-journal-read.h"
#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-snapshot.h"
#include "store/store-fixture.h"

/* What years of work cost: a journal of some thousand lines that is shown, searched, checked and gone back
 * in, against SQLite reading the same rows once. */

static double
get_ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static CapDb *
make (guint n_gestures)
{
  g_autoptr(GHashTable) frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) cap_framework_unref);
  g_autoptr(CapCommand) creation = store_fixture_new_creation ();
  g_autoptr(CapDossier) dossier = NULL;
  CapDb *db = cap_db_open (":memory:", NULL);

  g_assert_true (cap_migrations_run (db, cap_migrations_get_latest (), NULL));
  g_assert_true (cap_meta_table_put (db, CAP_META_ID, "dossier", NULL));
  g_assert_true (cap_meta_table_put (db, CAP_META_LAST_ACTION_NUMBER, "0", NULL));
  g_assert_true (cap_history_run (db, creation, NULL));
  dossier = cap_snapshot_read (db, frameworks, store_fixture_read_framework, NULL);
  for (guint i = 0; i < n_gestures; i++)
    {
      g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, i % STORE_FIXTURE_N_CRITERIA,
                                                                (int) (i / STORE_FIXTURE_N_CRITERIA) % 5);

      g_assert_true (cap_history_run (db, command, NULL));
    }

  return db;
}

static double
measure_bare (CapDb *db)
{
  static const char sql[] = "SELECT * FROM journal JOIN gesture ON gesture.sequence = journal.gesture";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, NULL);
  const gint64 start = g_get_monotonic_time ();

  while (cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    ;

  return get_ms_since (start);
}

static double
measure_read (CapDb      *db,
              const char *search,
              const char *object)
{
  const CapJournalQuery query = { .search = search, .object = object, .limit = 60 };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(GPtrArray) entries = cap_journal_read (db, &query, NULL);

  g_assert_nonnull (entries);

  return get_ms_since (start);
}

static double
measure_check (CapDb *db)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  const gint64 start = g_get_monotonic_time ();

  g_assert_true (cap_journal_table_check (db, faults, NULL));
  g_assert_cmpuint (faults->len, ==, 0);

  return get_ms_since (start);
}

static double
measure_going_back (CapDb *db)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, NULL);
  const gint64 start = g_get_monotonic_time ();

  g_assert_true (cap_history_go_back (db, 1, NULL));

  return get_ms_since (start);
}

static void
bench (gconstpointer data)
{
  const guint n_gestures = GPOINTER_TO_UINT (data);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(CapDb) db = make (n_gestures);
  const double making = get_ms_since (start);
  const double bare = measure_bare (db);

  g_print ("# %u gestures: %.3f ms each in memory; bare reading %.1f ms\n", n_gestures,
           making / n_gestures, bare);
  g_print ("# last page %.2f ms; a word that is nowhere %.1f ms; of one criterion %.1f ms; check %.1f ms;"
           " back to the beginning %.1f ms\n", measure_read (db, NULL, NULL),
           measure_read (db, "nowhere", NULL), measure_read (db, NULL, "A1.1"), measure_check (db),
           measure_going_back (db));
  g_print ("# against bare reading: check %.1f, back to the beginning %.1f\n", measure_check (db) / bare,
           measure_going_back (db) / bare);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/bench/journal/2000", GUINT_TO_POINTER (2000), bench);
  g_test_add_data_func ("/bench/journal/20000", GUINT_TO_POINTER (20000), bench);

  return g_test_run ();
}
