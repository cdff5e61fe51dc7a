/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-merge-private.h"

#include "store/cap-gesture-table.h"
#include "store/cap-row-change.h"

/* Rows of which the journals do not tell who changed them, so that people are asked, or what is here stays.
 * They are named by their table and their key, joined by a tab. */

/* SQL for the key of a row as one text. Returns: (transfer full) (nullable) */
static char *
dup_key_sql (CapDb       *db,
             const char  *table,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') WHERE pk > 0"
                                          " ORDER BY cid", table);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  g_autoptr(GString) key = g_string_new (NULL);
  CapStep step = CAP_STEP_ERROR;

  while (stmt != NULL && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_string_append_printf (key, "%sCAST (\"%s\" AS TEXT)", key->len > 0 ? " || char (9) || " : "",
                            cap_stmt_get_text (stmt, 0));

  return step == CAP_STEP_DONE ? g_strdup (key->str) : NULL;
}

/* @row: its table and its key, joined by a tab */
static CapStmt *
prepare_for_row (CapDb       *db,
                 const char  *verb,
                 const char  *row,
                 GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (row, "\t", 2);
  g_autofree char *key = dup_key_sql (db, parts[0], error);
  g_autofree char *sql = NULL;
  CapStmt *stmt;

  if (key == NULL)
    return NULL;

  sql = g_strdup_printf ("%s FROM \"%s\" WHERE %s = ?1", verb, parts[0], key);
  stmt = cap_db_prepare (db, sql, error);
  if (stmt != NULL)
    cap_stmt_bind_text (stmt, 1, parts[1]);

  return stmt;
}

static gboolean
has_row (CapDb       *db,
         const char  *row,
         gboolean    *has,
         GError     **error)
{
  g_autoptr(CapStmt) stmt = prepare_for_row (db, "SELECT 1", row, error);
  const CapStep step = stmt != NULL ? cap_stmt_step (stmt, error) : CAP_STEP_ERROR;

  *has = step == CAP_STEP_ROW;

  return step != CAP_STEP_ERROR;
}

/* Each copy decided by itself on what both had changed: as if both had added it, what differs is to be
 * decided again. */
gboolean
cap_merge_forget_rows (CapDb       *base,
                       GHashTable  *rows,
                       GError     **error)
{
  GHashTableIter iter;
  const char *row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, (gpointer *) &row, NULL))
    {
      g_autoptr(CapStmt) stmt = prepare_for_row (base, "DELETE", row, error);

      if (stmt == NULL || !cap_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* What was in doubt before stays so as long as one of them has it and the other has not. */
gboolean
cap_merge_keep_doubts (GHashTable  *doubtful,
                       GHashTable  *conflicting,
                       CapDb       *mine,
                       CapDb       *theirs,
                       GError     **error)
{
  GHashTableIter iter;
  const char *row;

  g_hash_table_iter_init (&iter, doubtful);
  while (g_hash_table_iter_next (&iter, (gpointer *) &row, NULL))
    {
      gboolean here;
      gboolean there;

      if (!has_row (mine, row, &here, error) || !has_row (theirs, row, &there, error))
        return FALSE;
      if (here == there && !g_hash_table_contains (conflicting, row))
        g_hash_table_iter_remove (&iter);
    }

  g_hash_table_iter_init (&iter, conflicting);
  while (g_hash_table_iter_next (&iter, (gpointer *) &row, NULL))
    g_hash_table_add (doubtful, g_strdup (row));

  return TRUE;
}

static char *
dup_row_name (const CapRowChange *change)
{
  g_autofree char *key = cap_row_change_dup_key (change);

  return g_strdup_printf ("%s\t%s", change->table, key);
}

/* Rows that are wanted: those that an operation made; 0 for any. */
typedef struct
{
  int         operation;
  GHashTable *rows;
} Wanted;

static void
add_row (const CapRowChange *change,
         gpointer            data)
{
  const Wanted *wanted = data;

  if (wanted->operation == 0 || change->operation == wanted->operation)
    g_hash_table_add (wanted->rows, dup_row_name (change));
}

static gboolean
add_rows (CapDb       *db,
          GBytes      *changeset,
          int          operation,
          GHashTable  *rows,
          GError     **error)
{
  Wanted wanted = { operation, rows };

  return cap_row_change_foreach (db, changeset, add_row, &wanted, error);
}

static gboolean
add_rows_of (CapDb       *db,
             gint64       gesture,
             int          operation,
             GHashTable  *rows,
             GError     **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, gesture, error);

  return changeset != NULL && add_rows (db, changeset, operation, rows, error);
}

static gboolean
is_in (gpointer row,
       gpointer unused,
       gpointer others)
{
  return g_hash_table_contains (others, row);
}

/**
 * cap_merge_list_renamed:
 * @plain: what was changed in the other copy
 * @delta: the same, after cap_merge_renumber()
 *
 * Returns: (transfer full) (nullable): the rows of which only @delta tells: nobody there changed them
 */
GHashTable *
cap_merge_list_renamed (CapDb   *db,
                        GBytes  *plain,
                        GBytes  *delta,
                        GError **error)
{
  g_autoptr(GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!add_rows (db, delta, SQLITE_UPDATE, renamed, error) || !add_rows (db, plain, 0, changed, error))
    return NULL;

  g_hash_table_foreach_remove (renamed, is_in, changed);

  return g_steal_pointer (&renamed);
}

/* Returns: whether a merge of one of our states was in force in the other copy when it was taken in here */
static gboolean
is_taken_back (const CapJournalLine *line,
               GHashTable           *ours,
               GHashTable           *known_then,
               GHashTable           *known_now)
{
  return line->merged != NULL && g_hash_table_contains (ours, line->merged) &&
         g_hash_table_contains (known_then, line->merged) && !g_hash_table_contains (known_now, line->merged);
}

/**
 * cap_merge_find_taken_back:
 * @there: (element-type CapJournalLine): the lines of the other journal
 * @here: (element-type CapJournalLine): those of this one
 * @gestures: (element-type gint64): takes the merges, as they are in the other copy
 *
 * Finds what was taken from here there, came back here, and was undone there since. Whoever undid it wanted
 * the other copy as it was before; that does not take out here what was made here.
 */
void
cap_merge_find_taken_back (const GPtrArray     *there,
                           const GPtrArray     *here,
                           const CapMergePast  *past,
                           GArray              *gestures)
{
  g_autoptr(GHashTable) known_then = cap_merge_past_list_known (there, past->n_known);
  g_autoptr(GHashTable) known_now = cap_merge_past_list_known (there, there->len);
  g_autoptr(GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < here->len; i++)
    g_hash_table_add (ours, ((CapJournalLine *) g_ptr_array_index (here, i))->hash);
  for (guint i = 0; i < past->n_known; i++)
    {
      const CapJournalLine *line = g_ptr_array_index (there, i);

      if (is_taken_back (line, ours, known_then, known_now))
        g_array_append_val (gestures, line->gesture);
    }
}

/* Returns: whether the rows that those merges changed are in doubt */
gboolean
cap_merge_add_taken_back (CapDb               *theirs,
                          const GPtrArray     *there,
                          const GPtrArray     *here,
                          const CapMergePast  *past,
                          GHashTable          *doubtful,
                          GError             **error)
{
  g_autoptr(GArray) gestures = g_array_new (FALSE, FALSE, sizeof (gint64));

  cap_merge_find_taken_back (there, here, past, gestures);
  for (guint i = 0; i < gestures->len; i++)
    {
      if (!add_rows_of (theirs, g_array_index (gestures, gint64, i), 0, doubtful, error))
        return FALSE;
    }

  return TRUE;
}

/* A ballot that another one of the same respondent was preferred to was decided upon. */
static gboolean
is_decided (gpointer row,
            gpointer unused,
            gpointer data)
{
  return g_str_has_prefix (row, "ballot\t") || g_str_has_prefix (row, "vote\t");
}

/**
 * cap_merge_list_refused:
 * @there: (element-type CapJournalLine): the lines of the other journal
 * @change: what makes an earlier state that both know the one of the other copy
 *
 * Returns: (transfer full) (nullable): the rows that are not there, and that nobody took out there
 */
GHashTable *
cap_merge_list_refused (CapDb            *theirs,
                        const GPtrArray  *there,
                        GBytes           *change,
                        GError          **error)
{
  g_autoptr(GHashTable) missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) taken_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!add_rows (theirs, change, SQLITE_DELETE, missing, error))
    return NULL;

  g_hash_table_foreach_remove (missing, is_decided, NULL);
  for (guint i = 0; g_hash_table_size (missing) > 0 && i < there->len; i++)
    {
      const CapJournalLine *line = g_ptr_array_index (there, i);
      const int operation = line->deed == CAP_DEED_UNDONE ? SQLITE_INSERT : SQLITE_DELETE;

      if (!add_rows_of (theirs, line->gesture, operation, taken_out, error))
        return NULL;
    }
  g_hash_table_foreach_remove (missing, is_in, taken_out);

  return g_steal_pointer (&missing);
}
