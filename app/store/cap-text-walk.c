/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-text-walk.h"

#include "store/cap-changeset-rewrite.h"
#include "store/cap-changeset.h"
#include "store/cap-content-text.h"

typedef struct
{
  CapDb           *db;
  CapTableColumns *columns;
  CapTextVisitor   visit;
  gpointer         user_data;
} Walk;

static void
tell (const Walk   *walk,
      CapTextPlace  place,
      const char   *text)
{
  if (text != NULL && *text != '\0')
    walk->visit (&place, text, walk->user_data);
}

/* The key of the row that @stmt stands on, its parts joined by a tab. */
static char *
dup_key (CapStmt         *stmt,
         const GPtrArray *columns)
{
  GString *key = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; i < columns->len; i++)
    {
      const CapColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *text = column->key ? cap_stmt_dup_text (stmt, (int) i) : NULL;

      if (!column->key)
        continue;
      g_string_append_printf (key, "%s%s", first ? "" : "\t", text != NULL ? text : "");
      first = FALSE;
    }

  return g_string_free (key, FALSE);
}

static gboolean
walk_rows (const Walk  *walk,
           const char  *table,
           GError     **error)
{
  const GPtrArray *columns = cap_table_columns_get (walk->columns, walk->db, table);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr(CapStmt) stmt = cap_db_prepare (walk->db, sql, error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *key = dup_key (stmt, columns);

      for (guint i = 0; i < columns->len; i++)
        {
          const CapColumn *column = g_ptr_array_index (columns, i);
          g_autofree char *text = column->use != CAP_PERSONAL_USE_NONE ? cap_stmt_dup_text (stmt, (int) i)
            : NULL;

          tell (walk, (CapTextPlace) { CAP_TEXT_ROW, table, column, key }, text);
        }
    }

  return step == CAP_STEP_DONE;
}

static void
walk_change (CapRawRow *row,
             gpointer   user_data)
{
  const Walk *walk = user_data;
  const GPtrArray *columns = cap_table_columns_get (walk->columns, walk->db, row->table);
  g_autofree char *key = cap_raw_row_dup_key (row);

  for (guint i = 0; i < row->n_columns && i < columns->len; i++)
    {
      const CapColumn *column = g_ptr_array_index (columns, i);
      const CapTextPlace place = { CAP_TEXT_PAST, row->table, column, key };
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (column->use == CAP_PERSONAL_USE_NONE)
        continue;

      before = cap_raw_value_dup_text (&row->before[i]);
      after = cap_raw_value_dup_text (&row->after[i]);
      tell (walk, place, before);
      tell (walk, place, after);
    }
}

static gboolean
walk_gestures (Walk    *walk,
               GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (walk->db,
                                            "SELECT detail, changeset FROM gesture ORDER BY sequence",
                                            error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *detail = cap_stmt_dup_text (stmt, 0);
      g_autoptr(GBytes) changeset = cap_stmt_dup_bytes (stmt, 1);
      g_autoptr(GBytes) same = NULL;

      tell (walk, (CapTextPlace) { CAP_TEXT_DETAIL, NULL, NULL, NULL }, detail);
      if (g_bytes_get_size (changeset) == 0)
        continue;

      same = cap_changeset_rewrite (changeset, walk_change, walk, error);
      if (same == NULL)
        return FALSE;
    }

  return step == CAP_STEP_DONE;
}

static gboolean
walk_authors (const Walk  *walk,
              GError     **error)
{
  static const char sql[] = "SELECT author FROM journal UNION ALL SELECT author FROM seal";
  g_autoptr(CapStmt) stmt = cap_db_prepare (walk->db, sql, error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *author = cap_stmt_dup_text (stmt, 0);

      tell (walk, (CapTextPlace) { CAP_TEXT_AUTHOR, NULL, NULL, NULL }, author);
    }

  return step == CAP_STEP_DONE;
}

static gboolean
walk_contents (const Walk  *walk,
               GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (walk->db, "SELECT sha256, data FROM content ORDER BY sha256",
                                            error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *sha256 = cap_stmt_dup_text (stmt, 0);
      g_autoptr(GBytes) content = cap_stmt_dup_bytes (stmt, 1);
      CapContentText how;
      g_autofree char *text = cap_content_text_read (content, &how);

      tell (walk, (CapTextPlace) { CAP_TEXT_CONTENT, "content", NULL, sha256 }, text);
    }

  return step == CAP_STEP_DONE;
}

/**
 * cap_text_walk:
 * @db: a dossier
 * @visit: called for each text that people wrote, now or in the past, and that is not empty
 *
 * Returns: whether all of it could be read
 */
gboolean
cap_text_walk (CapDb           *db,
               CapTextVisitor   visit,
               gpointer         user_data,
               GError         **error)
{
  g_autoptr(GHashTable) columns = cap_table_columns_new ();
  const char * const *tables = cap_changeset_list_tables ();
  Walk walk = { db, columns, visit, user_data };

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (!walk_rows (&walk, tables[i], error))
        return FALSE;
    }

  return walk_gestures (&walk, error) && walk_authors (&walk, error) && walk_contents (&walk, error);
}
