/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-meta-table.h"

#include "store/cap-store-error-private.h"

/**
 * cap_meta_table_find:
 * @value: (out) (nullable): the value; %NULL when there is none
 *
 * Returns: whether the table could be read
 */
gboolean
cap_meta_table_find (CapDb       *db,
                     const char  *key,
                     char       **value,
                     GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT value FROM meta WHERE key = ?1", error);
  CapStep step;

  *value = NULL;
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, key);
  step = cap_stmt_step (stmt, error);
  if (step == CAP_STEP_ROW)
    *value = cap_stmt_dup_text (stmt, 0);

  return step != CAP_STEP_ERROR;
}

/**
 * cap_meta_table_get:
 *
 * Returns: (transfer full) (nullable): the value; its absence is an error
 */
char *
cap_meta_table_get (CapDb       *db,
                    const char  *key,
                    GError     **error)
{
  char *value = NULL;

  if (cap_meta_table_find (db, key, &value, error) && value == NULL)
    cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, key);

  return value;
}

gboolean
cap_meta_table_put (CapDb       *db,
                    const char  *key,
                    const char  *value,
                    GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO meta (key, value) VALUES (?1, ?2)"
                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, key);
  cap_stmt_bind_text (stmt, 2, value);

  return cap_stmt_run (stmt, error);
}
