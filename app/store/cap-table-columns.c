/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-table-columns.h"

enum { COL_NAME, COL_KEY };

static void
free_column (CapColumn *column)
{
  g_free (column->name);
  g_free (column);
}

CapTableColumns *
cap_table_columns_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cap_table_columns_get:
 * @table: a table of the schema
 *
 * Returns: (transfer none) (element-type CapColumn): its columns, in the order of the schema, which is that
 *   of changesets too
 */
GPtrArray *
cap_table_columns_get (CapTableColumns *self,
                       CapDb           *db,
                       const char      *table)
{
  GPtrArray *columns = g_hash_table_lookup (self, table);
  g_autoptr(CapStmt) stmt = NULL;

  if (columns != NULL)
    return columns;

  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  stmt = cap_db_prepare (db, "SELECT name, pk FROM pragma_table_info (?1) ORDER BY cid", NULL);
  if (stmt != NULL)
    cap_stmt_bind_text (stmt, 1, table);
  while (stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    {
      CapColumn *column = g_new0 (CapColumn, 1);

      column->name = cap_stmt_dup_text (stmt, COL_NAME);
      column->key = cap_stmt_get_int (stmt, COL_KEY) > 0;
      column->use = column->key ? CAP_PERSONAL_USE_NONE : cap_personal_use_of (table, column->name);
      g_ptr_array_add (columns, column);
    }
  g_hash_table_insert (self, g_strdup (table), columns);

  return columns;
}
