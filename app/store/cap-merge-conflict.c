/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/cap-journal-read.h"
#include "store/cap-row-change.h"
#include "store/cap-row-words.h"

/* What becomes of a change of the other copy that cannot be applied as it is. */

void
cap_merge_pending_free (CapMergePending *self)
{
  g_free (self->table);
  g_free (self->key);
  g_string_free (self->sets, TRUE);
  g_string_free (self->where, TRUE);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static gboolean
is_same (sqlite3_value *one,
         sqlite3_value *other)
{
  const int type = one != NULL ? sqlite3_value_type (one) : SQLITE_NULL;
  const int size = one != NULL ? sqlite3_value_bytes (one) : 0;

  if (other == NULL || sqlite3_value_type (other) != type)
    return one == NULL && (other == NULL || sqlite3_value_type (other) == SQLITE_NULL);

  switch (type)
    {
    case SQLITE_NULL:
      return TRUE;

    case SQLITE_INTEGER:
      return sqlite3_value_int64 (one) == sqlite3_value_int64 (other);

    default:
      return sqlite3_value_bytes (other) == size &&
             memcmp (sqlite3_value_blob (one) != NULL ? sqlite3_value_blob (one) : "",
                     sqlite3_value_blob (other) != NULL ? sqlite3_value_blob (other) : "", (gsize) size) == 0;
    }
}

static char *
dup_value (sqlite3_value *value)
{
  const char *text = value != NULL && sqlite3_value_type (value) != SQLITE_NULL
                     ? (const char *) sqlite3_value_text (value) : NULL;

  return g_utf8_make_valid (text != NULL && *text != '\0' ? text : "—", -1);
}

/* What a value says to people. */
static char *
dup_said (const CapRowChange *change,
          const char         *column,
          sqlite3_value      *value)
{
  g_autofree char *raw = dup_value (value);
  char *said = cap_row_words_dup_value (change->table, column, raw);

  return said != NULL ? said : g_steal_pointer (&raw);
}

static sqlite3_value *
get_here (const CapRowChange *change,
          int                 column)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_conflict (change->iter, column, &value);

  return value;
}

static char *
dup_column (CapMerge           *merge,
            const CapRowChange *change,
            int                 column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') WHERE cid = %d",
                                          change->table, column);
  g_autoptr(CapStmt) stmt = cap_db_prepare (merge->theirs, sql, NULL);

  return stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW ? cap_stmt_dup_text (stmt, 0)
                                                                   : g_strdup ("?");
}

/* Columns of one answer that only mean something together. */
static gboolean
is_tied (const char *table,
         const char *column)
{
  static const char * const tied[] = { "state", "level", "reason", NULL };

  return g_str_equal (table, "answer") && column != NULL && g_strv_contains (tied, column);
}

/* Returns: (transfer full): what a conflict is called */
char *
cap_merge_dup_id (const char *table,
                  const char *column,
                  const char *key)
{
  return g_strdup_printf ("%s\t%s\t%s", table, key,
                          is_tied (table, column) ? "state" : column != NULL ? column : "");
}

/* Whether what is there replaces what is here, where both changed it. */
gboolean
cap_merge_takes_theirs (const CapMerge *self,
                        const char     *table,
                        const char     *column,
                        const char     *key)
{
  g_autofree char *id = cap_merge_dup_id (table, column, key);
  const gboolean excepted = self->exceptions != NULL && g_strv_contains (self->exceptions, id);

  return (self->choice == CAP_MERGE_THEIRS) != excepted;
}

/* Who changed the thing last, and when. The row of an answer goes by its criterion, others by their UUID; a
 * ballot with its votes. */
static void
find_author (CapDb       *db,
             const char  *table,
             const char  *key,
             char       **made_at,
             char       **author)
{
  g_auto(GStrv) parts = g_strsplit (key, "\t", -1);
  const gboolean is_answer = g_str_has_prefix (table, "answer") && g_strv_length (parts) > 1;
  const gboolean is_ballot = g_str_equal (table, "ballot");
  const CapJournalQuery query = {
    .object = parts[is_answer ? 1 : 0],
    .table = is_ballot ? NULL : table,
    .key = is_ballot ? NULL : key,
    .limit = 1,
  };
  g_autoptr(GPtrArray) entries = query.object != NULL ? cap_journal_read (db, &query, NULL) : NULL;

  if (entries == NULL || entries->len == 0)
    return;

  *made_at = g_strdup (((CapJournalEntry *) g_ptr_array_index (entries, 0))->made_at);
  *author = g_strdup (((CapJournalEntry *) g_ptr_array_index (entries, 0))->author);
}

/* @column: (nullable): %NULL for the row as a whole. @my_key, @key: of the row here, and there.
 * @mine, @theirs: (transfer full) */
void
cap_merge_add_conflict (CapMerge   *self,
                        const char *table,
                        const char *column,
                        const char *my_key,
                        const char *key,
                        char       *mine,
                        char       *theirs)
{
  CapMergeConflict *conflict;

  if (self->conflicting != NULL)
    {
      g_hash_table_add (self->conflicting, g_strdup_printf ("%s\t%s", table, my_key));
      g_hash_table_add (self->conflicting, g_strdup_printf ("%s\t%s", table, key));
    }
  if (self->report == NULL)
    {
      g_free (mine);
      g_free (theirs);
      return;
    }

  conflict = g_new0 (CapMergeConflict, 1);
  conflict->id = cap_merge_dup_id (table, column, key);
  conflict->what = cap_row_words_dup_what (self->theirs, table, column, key);
  conflict->mine = mine;
  conflict->theirs = theirs;
  find_author (self->mine, table, my_key, &conflict->mine_made_at, &conflict->mine_author);
  find_author (self->theirs, table, key, &conflict->theirs_made_at, &conflict->theirs_author);
  g_ptr_array_add (self->report->conflicts, conflict);
}

/* @column: (nullable): of the table; %NULL for the row as a whole. @mine, @theirs: (transfer full) */
static void
note_conflict (CapMerge           *merge,
               const CapRowChange *change,
               const char         *column,
               char               *mine,
               char               *theirs)
{
  g_autofree char *key = cap_row_change_dup_key (change);

  cap_merge_add_conflict (merge, change->table, column, key, key, mine, theirs);
}

/* The row of @change, for columns of it to be set. */
static CapMergePending *
new_pending (CapMerge           *merge,
             const CapRowChange *change)
{
  CapMergePending *pending = g_new0 (CapMergePending, 1);

  pending->table = g_strdup (change->table);
  pending->key = cap_row_change_dup_key (change);
  pending->sets = g_string_new (NULL);
  pending->where = g_string_new (NULL);
  pending->names = g_ptr_array_new_with_free_func (g_free);
  pending->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  pending->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  for (int i = 0; i < change->n_columns; i++)
    {
      g_autofree char *column = NULL;
      sqlite3_value *value;

      if (!change->keys[i])
        continue;
      column = dup_column (merge, change, i);
      g_string_append_printf (pending->where, "%s \"%s\" = ?", pending->keys->len > 0 ? " AND" : "", column);
      value = change->operation == SQLITE_INSERT ? cap_row_change_get_new (change, i)
                                                 : cap_row_change_get_old (change, i);
      g_ptr_array_add (pending->keys, sqlite3_value_dup (value));
    }

  return pending;
}

static void
pending_set (CapMergePending *self,
             const char      *column,
             sqlite3_value   *value)
{
  g_string_append_printf (self->sets, "%s \"%s\" = ?", self->values->len > 0 ? "," : "", column);
  g_ptr_array_add (self->names, g_strdup (column));
  g_ptr_array_add (self->values, sqlite3_value_dup (value));
}

/* What a column holds in a row where nobody has said anything of it yet. */
static gboolean
is_blank (const char    *column,
          sqlite3_value *value)
{
  const char *text;

  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return TRUE;
  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    return g_str_equal (column, "discuss") && sqlite3_value_int64 (value) == 0;

  text = (const char *) sqlite3_value_text (value);

  return text == NULL || *text == '\0' || g_str_equal (text, "unanswered") || g_str_equal (text, "none");
}

/* Who changed a column since both had the same. A row that both added had nothing in it then. */
typedef struct
{
  char          *name;
  sqlite3_value *here;
  sqlite3_value *there; /* NULL: as it was */
  gboolean       by_us;
  gboolean       by_them;
} Column;

static void
column_clear (Column *self)
{
  g_free (self->name);
}

static gboolean
is_among (GHashTable         *rows,
          const CapRowChange *change)
{
  g_autofree char *key = cap_row_change_dup_key (change);
  g_autofree char *row = g_strdup_printf ("%s\t%s", change->table, key);

  return rows != NULL && g_hash_table_contains (rows, row);
}

static GArray *
list_columns (CapMerge           *merge,
              const CapRowChange *change)
{
  const gboolean added = change->operation == SQLITE_INSERT;
  /* Each copy decided on it by itself: what differs is a conflict, even where one of them says nothing. */
  const gboolean doubtful = added && is_among (merge->doubtful, change);
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, (GDestroyNotify) column_clear);
  for (int i = 0; i < change->n_columns; i++)
    {
      Column column = {
        .name = dup_column (merge, change, i),
        .here = get_here (change, i),
        .there = cap_row_change_get_new (change, i),
      };

      if (added)
        {
          column.by_us = doubtful || !is_blank (column.name, column.here);
          column.by_them = doubtful || !is_blank (column.name, column.there);
        }
      else
        {
          column.by_them = column.there != NULL;
          column.by_us = column.by_them && !is_same (cap_row_change_get_old (change, i), column.here);
        }
      if (change->keys[i] || (column.by_them && is_same (column.there, column.here)))
        column.by_us = column.by_them = FALSE;
      g_array_append_val (columns, column);
    }

  return columns;
}

/* Where one of the tied columns is in conflict, what they changed of the others is too. */
static void
tie (const CapRowChange *change,
     GArray             *columns)
{
  gboolean conflict = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      conflict = conflict || (is_tied (change->table, column->name) && column->by_us && column->by_them);
    }
  for (guint i = 0; conflict && i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      if (is_tied (change->table, column->name) && column->by_them)
        column->by_us = TRUE;
    }
}

/* Both changed the row, or both added it. Column by column: what is the same joins, what only they changed is
 * taken in. */
static int
settle_row (CapMerge           *merge,
            const CapRowChange *change)
{
  g_autoptr(GArray) columns = list_columns (merge, change);
  CapMergePending *pending = new_pending (merge, change);

  tie (change, columns);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (!column->by_them)
        continue;
      if (column->by_us)
        {
          note_conflict (merge, change, column->name, dup_said (change, column->name, column->here),
                         dup_said (change, column->name, column->there));
          if (!cap_merge_takes_theirs (merge, change->table, column->name, pending->key))
            continue;
        }
      pending_set (pending, column->name, column->there);
    }
  if (pending->values->len > 0)
    g_ptr_array_add (merge->pending, pending);
  else
    cap_merge_pending_free (pending);

  return SQLITE_CHANGESET_OMIT;
}

/* Whether the change is about a ballot that there is another one of here. */
static gboolean
is_rival (CapMerge           *merge,
          const CapRowChange *change)
{
  g_autofree char *key = NULL;
  g_auto(GStrv) parts = NULL;

  if (!g_str_equal (change->table, "ballot") && !g_str_equal (change->table, "vote"))
    return FALSE;

  key = cap_row_change_dup_key (change);
  parts = g_strsplit (key, "\t", 2);

  return parts[0] != NULL && cap_merge_add_rivals (merge, parts[0]);
}

static gboolean
takes_row (const CapMerge     *merge,
           const CapRowChange *change)
{
  g_autofree char *key = cap_row_change_dup_key (change);

  return cap_merge_takes_theirs (merge, change->table, NULL, key);
}

static int
settle_data (CapMerge           *merge,
             const CapRowChange *change)
{
  if (change->operation == SQLITE_UPDATE)
    return settle_row (merge, change);

  note_conflict (merge, change, NULL, g_strdup (_("changed")), g_strdup (_("taken out")));

  return takes_row (merge, change) ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT;
}

static void
set_changed (CapMerge           *merge,
             const CapRowChange *change,
             CapMergePending    *pending)
{
  for (int i = 0; i < change->n_columns; i++)
    {
      sqlite3_value *value = cap_row_change_get_new (change, i);
      g_autofree char *column = dup_column (merge, change, i);

      if (!change->keys[i] && value != NULL)
        pending_set (pending, column, value);
    }
}

/* The row is no longer here. One that both took out is no conflict; one that was changed there comes back if
 * they are preferred. */
static int
settle_missing (CapMerge           *merge,
                const CapRowChange *change)
{
  CapMergePending *pending;

  if (change->operation != SQLITE_UPDATE || is_among (merge->renamed, change))
    return SQLITE_CHANGESET_OMIT;

  note_conflict (merge, change, NULL, g_strdup (_("taken out")), g_strdup (_("changed")));
  if (takes_row (merge, change))
    {
      pending = new_pending (merge, change);
      pending->restore = TRUE;
      set_changed (merge, change, pending);
      g_ptr_array_add (merge->pending, pending);
    }

  return SQLITE_CHANGESET_OMIT;
}

/* What was told last is no matter of choice. */
static void
forbid_choice (CapMerge *merge)
{
  GPtrArray *conflicts = merge->report != NULL ? merge->report->conflicts : NULL;
  CapMergeConflict *conflict;

  if (conflicts == NULL)
    return;

  conflict = g_ptr_array_index (conflicts, conflicts->len - 1);

  g_clear_pointer (&conflict->id, g_free);
}

/**
 * cap_merge_settle:
 * @reason: why the change cannot be applied
 * @iter: the change
 *
 * Returns: what SQLite does with it; what is taken in column by column waits in @self
 */
int
cap_merge_settle (CapMerge               *merge,
                  int                     reason,
                  sqlite3_changeset_iter *iter)
{
  CapRowChange change;

  if (reason == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_OMIT; /* what belongs to nothing is looked for afterwards */

  cap_row_change_init (&change, iter);
  switch (reason)
    {
    case SQLITE_CHANGESET_DATA:
      return settle_data (merge, &change);

    case SQLITE_CHANGESET_NOTFOUND:
      return is_rival (merge, &change) ? SQLITE_CHANGESET_OMIT : settle_missing (merge, &change);

    case SQLITE_CHANGESET_CONFLICT:
      return settle_row (merge, &change);

    case SQLITE_CHANGESET_CONSTRAINT:
    default:
      if (is_rival (merge, &change))
        return SQLITE_CHANGESET_OMIT;
      note_conflict (merge, &change, NULL, g_strdup (_("what is here leaves no room for it")),
                     g_strdup (_("changed")));
      forbid_choice (merge);
      return SQLITE_CHANGESET_OMIT;
    }
}

