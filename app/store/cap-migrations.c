/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-migrations.h"

#include <gio/gio.h>

#include "cap-sql.h"
#include "store/cap-journal-table.h"
#include "store/cap-store-error-private.h"

#define JOURNAL_VERSION 8

static GBytes *
load_script (guint version)
{
  g_autofree char *path = g_strdup_printf ("/org/coorace/CapCedre/sql/%03u.sql", version);

  return g_resource_lookup_data (cap_sql_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * cap_migrations_get_latest:
 *
 * Returns: the schema version this program writes
 */
guint
cap_migrations_get_latest (void)
{
  guint version = 0;

  for (;;)
    {
      g_autoptr(GBytes) script = load_script (version + 1);

      if (script == NULL)
        return version;

      version++;
    }
}

static gboolean
check_references (CapDb   *db,
                  GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "PRAGMA foreign_key_check", error);

  if (stmt == NULL)
    return FALSE;

  switch (cap_stmt_step (stmt, error))
    {
    case CAP_STEP_DONE:
      return TRUE;

    case CAP_STEP_ROW:
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, cap_stmt_get_text (stmt, 0));
      return FALSE;

    case CAP_STEP_ERROR:
    default:
      return FALSE;
    }
}

/* What SQL cannot do: runs after the script, in its transaction. */
static gboolean
finish (CapDb   *db,
        guint    version,
        GError **error)
{
  return version != JOURNAL_VERSION || cap_journal_table_chain (db, error);
}

static gboolean
apply (CapDb   *db,
       guint    version,
       GError **error)
{
  g_autoptr(GBytes) script = load_script (version);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", version);
  g_autoptr(CapTransaction) transaction = NULL;

  g_return_val_if_fail (script != NULL, FALSE);

  transaction = cap_transaction_begin (db, error);

  return transaction != NULL &&
         cap_db_exec (db, g_bytes_get_data (script, NULL), error) &&
         finish (db, version, error) &&
         check_references (db, error) &&
         cap_db_exec (db, stamp, error) &&
         cap_transaction_commit (transaction, error);
}

/**
 * cap_migrations_run:
 * @db: a database
 * @target: the version to reach, [func@Cap.migrations_get_latest] outside tests
 * @error: return location for a [error@Cap.StoreError]
 *
 * Brings the schema to @target, one script and one transaction per version: a
 * failure leaves the file at the last version that worked.
 *
 * Returns: whether the schema is now at @target
 */
gboolean
cap_migrations_run (CapDb   *db,
                    guint    target,
                    GError **error)
{
  gint64 current = 0;
  gboolean done = TRUE;

  if (!cap_db_get_int (db, "PRAGMA user_version", &current, error))
    return FALSE;

  if (current > target)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_TOO_NEW, NULL);
      return FALSE;
    }

  /* A table is rebuilt by dropping it: with enforcement on, that would delete
   * its children. The pragma does nothing inside a transaction, hence here.
   */
  if (!cap_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (guint version = (guint) current + 1; done && version <= target; version++)
    done = apply (db, version, error);

  return cap_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
