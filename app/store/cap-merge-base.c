/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-merge-private.h"

#include "store/cap-changeset.h"
#include "store/cap-gesture-table.h"
#include "store/cap-row-change.h"

/* The rows that two copies are compared with, where the state that both know last is not just an earlier one
 * of the other copy. */

static gboolean
replace_table (CapDb       *db,
               CapDb       *from,
               const char  *table,
               GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", table);

  return cap_db_exec (db, sql, error) && cap_merge_copy_rows (db, from, table, NULL, NULL, error);
}

/* Makes all rows of @db those of @from. */
static gboolean
replace_rows (CapDb   *db,
              CapDb   *from,
              GError **error)
{
  const char * const *tables = cap_changeset_list_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (!replace_table (db, from, tables[i], error))
        return FALSE;
    }

  return TRUE;
}

/* What is in a transaction, as the dossier that is merged into, can be read and not copied as a whole. */
static gboolean
replace_all (CapDb   *db,
             CapDb   *from,
             GError **error)
{
  return replace_rows (db, from, error) &&
         replace_table (db, from, "gesture", error) &&
         replace_table (db, from, "journal", error);
}

/* Rows are put there in any order: nothing checks what refers to what.
 * Returns: (transfer full) (nullable): the rows as they were in @db after @n_lines */
static CapDb *
open_past (CapDb            *db,
           CapDb            *theirs,
           const GPtrArray  *lines,
           guint             n_lines,
           GError          **error)
{
  g_autoptr(CapDb) past = cap_db_open_copy (theirs, ":memory:", error);
  g_autoptr(CapTransaction) transaction = NULL;

  if (past == NULL || !cap_db_exec (past, "PRAGMA foreign_keys = OFF", error))
    return NULL;

  transaction = cap_transaction_begin (past, error);

  return transaction != NULL &&
         (db == theirs || replace_all (past, db, error)) &&
         cap_journal_play (past, lines, n_lines, FALSE, error) &&
         cap_transaction_commit (transaction, error) ? g_steal_pointer (&past) : NULL;
}

/* @renamed: (out) (nullable) (transfer full): see cap_merge_list_renamed()
 * Returns: (transfer full) (nullable): what makes the rows of @base those of @theirs, where what is new has
 * numbers that are free in @mine; @base then holds them */
static GBytes *
record_change (CapDb        *base,
               CapDb        *theirs,
               CapDb        *mine,
               GHashTable   *given,
               GHashTable  **renamed,
               GError      **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (base, error);
  g_autoptr(CapMergeDiff) diff = transaction != NULL ? cap_merge_diff_start (base, error) : NULL;
  g_autoptr(GBytes) change = NULL;

  if (diff == NULL || !replace_rows (base, theirs, error))
    return NULL;

  change = cap_merge_diff_finish (diff, mine, given, renamed, error);

  return change != NULL && cap_transaction_commit (transaction, error) ? g_steal_pointer (&change) : NULL;
}

/* Makes @base, from which both states of a crossing came, what both have in common together. */
static gboolean
cross (CapDb       *base,
       CapDb       *mine,
       CapDb       *theirs,
       GHashTable  *given,
       GHashTable  *doubtful,
       GError     **error)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_merge_pending_free);
  g_autoptr(GPtrArray) rivals = g_ptr_array_new_with_free_func (cap_merge_rivals_free);
  g_autoptr(GHashTable) conflicting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) renamed = NULL;
  g_autoptr(GBytes) change = record_change (base, theirs, mine, given, &renamed, error);
  g_autoptr(CapTransaction) transaction = change != NULL ? cap_transaction_begin (base, error) : NULL;
  CapMerge merge = {
    .mine = base,
    .theirs = theirs,
    .choice = CAP_MERGE_MINE,
    .pending = pending,
    .rivals = rivals,
    .doubtful = doubtful,
    .renamed = renamed,
    .conflicting = conflicting,
  };

  return transaction != NULL &&
         replace_rows (base, mine, error) &&
         cap_merge_apply_rows (&merge, change, error) &&
         cap_merge_keep_doubts (doubtful, conflicting, mine, theirs, error) &&
         cap_merge_forget_rows (base, doubtful, error) &&
         cap_merge_drop_orphans (base, NULL, error) &&
         cap_transaction_commit (transaction, error);
}

static void
add_given (const CapRowChange *change,
           gpointer            data)
{
  GHashTable *given = data;
  g_autofree char *key = NULL;

  if (change->operation != SQLITE_INSERT)
    return;

  key = cap_row_change_dup_key (change);
  for (int i = 0; i < change->n_columns; i++)
    {
      sqlite3_value *value = cap_row_change_get_new (change, i);

      if (!change->keys[i] && value != NULL && sqlite3_value_type (value) == SQLITE_TEXT)
        g_hash_table_add (given, g_strdup_printf ("%s\t%s\t%s", change->table, key,
                                                  (const char *) sqlite3_value_text (value)));
    }
}

/* What codes a merge gave to what it took in: nobody chose them. */
static gboolean
list_given_by (CapDb       *db,
               gint64       gesture,
               GHashTable  *given,
               GError     **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, gesture, error);

  return changeset != NULL && cap_row_change_foreach (db, changeset, add_given, given, error);
}

static gboolean
list_given (CapDb            *theirs,
            const GPtrArray  *there,
            const GPtrArray  *here,
            GHashTable       *given,
            GError          **error)
{
  g_autoptr(GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < here->len; i++)
    g_hash_table_add (ours, ((CapJournalLine *) g_ptr_array_index (here, i))->hash);

  for (guint i = 0; i < there->len; i++)
    {
      const CapJournalLine *line = g_ptr_array_index (there, i);

      if (line->merged != NULL && g_hash_table_contains (ours, line->merged) &&
          !list_given_by (theirs, line->gesture, given, error))
        return FALSE;
    }

  return TRUE;
}

/* What the other copy never had, since a merge had no room for it there, is not something that was taken out
 * there: as if it had been added here since. */
static gboolean
forget_refused (CapDb            *base,
                CapDb            *theirs,
                CapDb            *mine,
                GHashTable       *given,
                const GPtrArray  *there,
                GError          **error)
{
  g_autoptr(GHashTable) refused = NULL;
  g_autoptr(CapDb) tried = cap_db_open_copy (base, ":memory:", error);
  g_autoptr(GBytes) change = NULL;

  if (tried == NULL || !cap_db_exec (tried, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  change = record_change (tried, theirs, mine, given, NULL, error);
  refused = change != NULL ? cap_merge_list_refused (theirs, there, change, error) : NULL;

  return refused != NULL && cap_merge_forget_rows (base, refused, error);
}

/**
 * cap_merge_base_dup_delta:
 * @mine: a dossier, with the lines @here
 * @theirs: another copy of it, with the lines @there
 * @past: what they have in common
 * @doubtful: (element-type utf8): takes the table and the key, joined by a tab, of each row that both changed
 *   before and that each decided on by itself
 * @renamed: (out) (transfer full): see cap_merge_list_renamed()
 *
 * Returns: (transfer full) (nullable): what they changed since, see cap_merge_find_delta()
 */
GBytes *
cap_merge_base_dup_delta (CapDb               *mine,
                          const GPtrArray     *here,
                          CapDb               *theirs,
                          const GPtrArray     *there,
                          const CapMergePast  *past,
                          GHashTable          *doubtful,
                          GHashTable         **renamed,
                          GError             **error)
{
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(CapDb) base = open_past (past->is_mine ? mine : theirs, theirs, past->is_mine ? here : there,
                                     past->n_lines, error);

  if (base == NULL || !list_given (theirs, there, here, given, error))
    return NULL;

  for (guint i = past->crossings->len; i > 0; i--)
    {
      const CapMergeCrossing *met = &g_array_index (past->crossings, CapMergeCrossing, i - 1);
      g_autoptr(CapDb) ours = open_past (mine, theirs, here, met->mine, error);
      g_autoptr(CapDb) other = ours != NULL ? open_past (theirs, theirs, there, met->theirs, error) : NULL;

      if (other == NULL || !cross (base, ours, other, given, doubtful, error))
        return NULL;
    }

  if (!cap_merge_add_taken_back (theirs, there, here, past, doubtful, error) ||
      !cap_merge_forget_rows (base, doubtful, error) ||
      !forget_refused (base, theirs, mine, given, there, error))
    return NULL;

  return record_change (base, theirs, mine, given, renamed, error);
}
