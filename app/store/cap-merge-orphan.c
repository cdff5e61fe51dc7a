/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "store/cap-row-words.h"

static void
tell (CapMergeReport *report,
      const char     *table)
{
  CapMergeConflict *conflict;

  if (report == NULL)
    return;

  conflict = g_new0 (CapMergeConflict, 1);
  conflict->what = g_strdup (cap_row_words_get_table (table));
  conflict->mine = g_strdup (_("what it belongs to is taken out"));
  conflict->theirs = g_strdup (_("added"));
  g_ptr_array_add (report->conflicts, conflict);
}

/* @parent: the table that rows of @table should belong to; @key: which of the foreign keys of @table */
static gboolean
drop (CapDb           *db,
      const char      *table,
      const char      *parent,
      gint64           key,
      CapMergeReport  *report,
      GError         **error)
{
  g_autofree char *list =
    g_strdup_printf ("SELECT key.\"from\", key.\"to\", info.\"notnull\" OR info.pk"
                     " FROM pragma_foreign_key_list ('%s') AS key"
                     " JOIN pragma_table_info ('%s') AS info ON info.name = key.\"from\""
                     " WHERE key.id = %" G_GINT64_FORMAT, table, table, key);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, list, error);
  g_autoptr(GString) where = g_string_new (NULL);
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GString) freed = g_string_new (NULL);
  gboolean needed = FALSE;
  g_autofree char *sql = NULL;
  CapStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_string_append_printf (where, "%s parent.\"%s\" = \"%s\".\"%s\"", where->len > 0 ? " AND" : "",
                              cap_stmt_get_text (stmt, 1), table, cap_stmt_get_text (stmt, 0));
      g_string_append_printf (told, "\"%s\" IS NOT NULL AND ", cap_stmt_get_text (stmt, 0));
      g_string_append_printf (freed, "%s \"%s\" = NULL", freed->len > 0 ? "," : "",
                              cap_stmt_get_text (stmt, 0));
      needed = needed || cap_stmt_get_int (stmt, 2) != 0;
    }
  if (step == CAP_STEP_ERROR)
    return FALSE;

  tell (report, table);
  sql = g_strdup_printf ("%s \"%s\"%s%s WHERE %sNOT EXISTS (SELECT 1 FROM \"%s\" AS parent WHERE %s)",
                         needed ? "DELETE FROM" : "UPDATE", table, needed ? "" : " SET",
                         needed ? "" : freed->str, told->str, parent, where->str);

  return cap_db_exec (db, sql, error);
}

/**
 * cap_merge_drop_orphans:
 * @report: (nullable): where each of them is told; without it, what only copies of whole dossiers have is not
 *   looked for
 *
 * Takes out what was added to something that is gone; what only refers to it stays, and no longer does.
 *
 * Returns: whether it is done
 */
gboolean
cap_merge_drop_orphans (CapDb           *db,
                        CapMergeReport  *report,
                        GError         **error)
{
  const char *which = report != NULL ? "" : " WHERE parent NOT IN ('framework', 'content')";
  g_autofree char *sql = g_strdup_printf ("SELECT \"table\", parent, fkid FROM pragma_foreign_key_check%s"
                                          " LIMIT 1", which);

  while (TRUE)
    {
      g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
      const CapStep step = stmt != NULL ? cap_stmt_step (stmt, error) : CAP_STEP_ERROR;
      g_autofree char *table = NULL;
      g_autofree char *parent = NULL;
      gint64 key;

      if (step != CAP_STEP_ROW)
        return step == CAP_STEP_DONE;

      table = cap_stmt_dup_text (stmt, 0);
      parent = cap_stmt_dup_text (stmt, 1);
      key = cap_stmt_get_int (stmt, 2);
      g_clear_pointer (&stmt, cap_stmt_release);
      if (!drop (db, table, parent, key, report, error))
        return FALSE;
    }
}
