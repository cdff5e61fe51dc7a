/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "store/cap-db.h"
#include "store/cap-migrations.h"
#include "store/store-fixture.h"

static CapDb *
open_at (guint version)
{
  g_autoptr(GError) error = NULL;
  CapDb *db = cap_db_open (":memory:", &error);

  g_assert_no_error (error);
  cap_migrations_run (db, version, &error);
  g_assert_no_error (error);

  return db;
}

static gint64
get_int (CapDb      *db,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value = 0;

  cap_db_get_int (db, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static void
test_rules_of_the_schema (void)
{
  static const char * const refused[] = {
    "INSERT INTO answer VALUES ('absent', 'A1.1', 'rated', 2, '', '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'rated', 11, '', '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'rated', NULL, '', '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'unanswered', 2, '', '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'other', NULL, '', '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'rated', 'two', '', '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'rated', 2, NULL, '', 0, 'none')",
    "INSERT INTO answer VALUES ('e', 'A1.1', 'rated', 2, '', '', 0, 'perhaps')",
    "INSERT INTO evaluation VALUES ('f', 2, '2026-01-01', 'cap', printf ('%064d', 0), 'short', NULL)",
    "INSERT INTO evaluation VALUES ('f', 2, 'yesterday', 'cap', 'x', 'full', NULL)",
    "INSERT INTO evaluation VALUES ('f', 1, '2026-01-01', 'cap', printf ('%064d', 0), 'full', NULL)",
    "INSERT INTO evaluation VALUES ('f', 2, '2026-01-01', 'cap', 'absent', 'full', NULL)",
    "INSERT INTO evaluation VALUES ('f', 2, '2026-01-01', 'cap', printf ('%064d', 0), 'full', '')",
    "INSERT INTO member VALUES (2, 'a', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 0)",
    "INSERT INTO member VALUES (1, '', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, 0)",
    "INSERT INTO member VALUES (1, 'a', '1234', '', NULL, NULL, NULL, NULL, NULL, NULL, 0)",
    "INSERT INTO member VALUES (1, 'a', NULL, '', NULL, NULL, -1, NULL, NULL, NULL, 0)",
    "INSERT INTO action (id, number, title, state) VALUES ('a', 0, 't', 'todo')",
    "INSERT INTO action (id, number, title, due, state) VALUES ('a', 1, 't', '20261120', 'todo')",
    "INSERT INTO action (id, number, title, state, kind) VALUES ('a', 1, 't', 'todo', 'preventive')",
    "INSERT INTO action (id, number, title, state, impact) VALUES ('a', 1, 't', 'todo', 4)",
    "INSERT INTO action (id, number, title, state, indicator_id) VALUES ('a', 1, 't', 'todo', 'absent')",
    "INSERT INTO action_origin VALUES ('absent', 0, 'A1.1', 'criterion')",
    "INSERT INTO action_step VALUES ('absent', 's', 0, 'A step', 0)",
    "INSERT INTO action_note VALUES ('absent', 'n', 0, '2026-11-20', 'A note')",
    "INSERT INTO action_after VALUES ('absent', 'absent', 0)",
    "INSERT INTO indicator (id, code, label, frequency, direction, tolerance)"
      " VALUES ('i', '', 'l', 'free', 'up', 0)",
    "INSERT INTO indicator_value VALUES ('absent', '2026-11-20', 1, NULL)",
    "INSERT INTO set_aside VALUES ('proposal', 'A1.1', 1, '', '2026-11-20')",
    "INSERT INTO plan_review VALUES ('r', 'today', NULL)",
    "INSERT INTO meta VALUES ('id', NULL)",
  };
  g_autoptr(CapDb) db = open_at (cap_migrations_get_latest ());

  g_assert_true (cap_db_exec (db,
                              "INSERT INTO framework VALUES (printf ('%064d', 0), 'cap', '1', 'text');"
                              "INSERT INTO evaluation"
                              " VALUES ('e', 1, '2026-01-01', 'cap', printf ('%064d', 0), 'full', NULL);",
                              NULL));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      if (cap_db_exec (db, refused[i], &error))
        g_error ("accepted: %s", refused[i]);
      g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
    }
}

static void
test_transaction_left_early (void)
{
  g_autoptr(CapDb) db = open_at (cap_migrations_get_latest ());

  {
    g_autoptr(CapTransaction) outer = cap_transaction_begin (db, NULL);

    g_assert_true (cap_db_exec (db, "INSERT INTO meta VALUES ('a', '')", NULL));
    {
      g_autoptr(CapTransaction) inner = cap_transaction_begin (db, NULL);

      g_assert_nonnull (inner);
      g_assert_true (cap_db_exec (db, "INSERT INTO meta VALUES ('b', '')", NULL));
      /* not committed */
    }
    g_assert_true (cap_transaction_commit (outer, NULL));
  }
  g_assert_cmpint (get_int (db, "SELECT count(*) FROM meta WHERE key IN ('a', 'b')"), ==, 1);

  {
    g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, NULL);

    g_assert_nonnull (transaction);
    g_assert_true (cap_db_exec (db, "INSERT INTO meta VALUES ('b', '')", NULL));
  }
  g_assert_cmpint (get_int (db, "SELECT count(*) FROM meta WHERE key IN ('a', 'b')"), ==, 1);
}

static void
test_connection_is_hardened (void)
{
  static const char * const refused[] = {
    "SELECT \"typo\" FROM meta",
    "UPDATE sqlite_schema SET sql = ''",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
  };
  g_autoptr(CapDb) db = open_at (cap_migrations_get_latest ());

  g_assert_cmpint (get_int (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_int (db, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (get_int (db, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (get_int (db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (get_int (db, "PRAGMA application_id"), ==, 0x43617031);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (cap_db_exec (db, refused[i], NULL));

  /* Triggers and views are there, but do nothing. */
  g_assert_true (cap_db_exec (db, "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM meta; END", NULL));
  g_assert_true (cap_db_exec (db, "INSERT INTO meta VALUES ('a', 'b')", NULL));
  g_assert_cmpint (get_int (db, "SELECT count(*) FROM meta WHERE key IN ('a', 'b')"), ==, 1);
  g_assert_true (cap_db_exec (db, "CREATE VIEW v AS SELECT * FROM meta", NULL));
  g_assert_false (cap_db_exec (db, "SELECT * FROM v", NULL));
}

static void
test_migration (void)
{
  g_autoptr(CapDb) db = open_at (0);
  g_autoptr(GError) error = NULL;

  for (guint version = 1; version <= cap_migrations_get_latest (); version++)
    {
      cap_migrations_run (db, version, &error);
      g_assert_no_error (error);
      g_assert_cmpint (get_int (db, "PRAGMA user_version"), ==, version);
      g_assert_cmpint (get_int (db, "PRAGMA foreign_keys"), ==, 1);
    }

  g_assert_true (cap_db_exec (db, "PRAGMA user_version = 999", NULL));
  g_assert_false (cap_migrations_run (db, cap_migrations_get_latest (), &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_TOO_NEW);
  g_assert_cmpint (get_int (db, "PRAGMA user_version"), ==, 999);
}

static void
test_backup_is_complete (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(CapDb) db = open_at (cap_migrations_get_latest ());
  g_autoptr(CapDb) copy = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_db_exec (db, "INSERT INTO meta VALUES ('a', 'b')", NULL));
  cap_db_backup (db, fixture->path, &error);
  g_assert_no_error (error);

  copy = cap_db_open_read_only (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (copy, "SELECT count(*) FROM meta WHERE key IN ('a', 'b')"), ==, 1);
  g_assert_cmpint (get_int (copy, "PRAGMA user_version"), ==, cap_migrations_get_latest ());
  g_assert_false (cap_db_exec (copy, "INSERT INTO meta VALUES ('c', 'd')", &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY);
}

static void
test_text_is_made_valid (void)
{
  g_autoptr(CapDb) db = open_at (cap_migrations_get_latest ());
  g_autoptr(CapStmt) stmt = NULL;
  g_autofree char *text = NULL;

  g_assert_true (cap_db_exec (db, "INSERT INTO meta VALUES ('a', CAST (x'C3A9FF' AS TEXT))", NULL));
  stmt = cap_db_prepare (db, "SELECT value FROM meta", NULL);
  g_assert_cmpint (cap_stmt_step (stmt, NULL), ==, CAP_STEP_ROW);
  text = cap_stmt_dup_text (stmt, 0);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_failed_bind_is_told_by_the_step (void)
{
  g_autoptr(CapDb) db = open_at (cap_migrations_get_latest ());
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT value FROM meta WHERE key = ?1", NULL);
  g_autoptr(GError) error = NULL;

  cap_stmt_bind_text (stmt, 2, "no such parameter");
  g_assert_cmpint (cap_stmt_step (stmt, &error), ==, CAP_STEP_ERROR);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  g_test_add_func ("/db/schema/rules", test_rules_of_the_schema);
  g_test_add_func ("/db/transaction/left-early", test_transaction_left_early);
  g_test_add_func ("/db/connection/hardened", test_connection_is_hardened);
  g_test_add_func ("/db/migration/all", test_migration);
  g_test_add_func ("/db/statement/invalid-text", test_text_is_made_valid);
  g_test_add_func ("/db/statement/failed-bind", test_failed_bind_is_told_by_the_step);
  store_fixture_add ("/db/backup/complete", test_backup_is_complete);

  return g_test_run ();
}
