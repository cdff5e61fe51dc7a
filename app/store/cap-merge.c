/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge.h"

#include <glib/gi18n.h>

#include "model/cap-command.h"
#include "store/cap-changeset.h"
#include "store/cap-history.h"
#include "store/cap-journal-table.h"
#include "store/cap-merge-private.h"
#include "store/cap-meta-table.h"

/* Two copies that went separate ways, made one again. What only one of them changed joins by itself, column
 * by column; what both changed to the same is no conflict. */

static int
conflict_cb (void                   *data,
             int                     reason,
             sqlite3_changeset_iter *iter)
{
  return cap_merge_settle (data, reason, iter);
}

/* Returns: a status of SQLite */
static int
run_with (CapDb           *db,
          const char      *sql,
          const GPtrArray *first,
          const GPtrArray *then)
{
  sqlite3 *handle = cap_db_get_handle (db);
  sqlite3_stmt *stmt = NULL;
  int status = sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL);
  int position = 0;

  for (guint i = 0; status == SQLITE_OK && i < first->len; i++)
    status = sqlite3_bind_value (stmt, ++position, g_ptr_array_index (first, i));
  for (guint i = 0; status == SQLITE_OK && then != NULL && i < then->len; i++)
    status = sqlite3_bind_value (stmt, ++position, g_ptr_array_index (then, i));
  if (status == SQLITE_OK && sqlite3_step (stmt) != SQLITE_DONE)
    status = sqlite3_extended_errcode (handle);
  sqlite3_finalize (stmt);

  return status;
}

/* Returns: (transfer full) (nullable): the values of the row as it is there; in @columns their names */
static GPtrArray *
read_row (CapMerge              *merge,
          const CapMergePending *pending,
          GPtrArray             *columns)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\" WHERE%s", pending->table,
                                             pending->where->str);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  sqlite3_stmt *stmt = NULL;
  int status = sqlite3_prepare_v2 (cap_db_get_handle (merge->theirs), select, -1, &stmt, NULL);

  for (guint i = 0; status == SQLITE_OK && i < pending->keys->len; i++)
    status = sqlite3_bind_value (stmt, (int) i + 1, g_ptr_array_index (pending->keys, i));
  if (status == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          g_ptr_array_add (columns, g_strdup (sqlite3_column_name (stmt, i)));
          g_ptr_array_add (values, sqlite3_value_dup (sqlite3_column_value (stmt, i)));
        }
    }
  sqlite3_finalize (stmt);

  return values->len > 0 ? g_steal_pointer (&values) : NULL;
}

/* What comes back has the numbers that are free here. */
static void
set_numbers (const CapMergePending *pending,
             const GPtrArray       *columns,
             GPtrArray             *values)
{
  for (guint i = 0; i < pending->names->len; i++)
    {
      guint at;

      if (g_ptr_array_find_with_equal_func ((GPtrArray *) columns, g_ptr_array_index (pending->names, i),
                                            g_str_equal, &at))
        {
          sqlite3_value_free (g_ptr_array_index (values, at));
          g_ptr_array_index (values, at) = sqlite3_value_dup (g_ptr_array_index (pending->values, i));
        }
    }
}

/* The whole row as it is there: where its columns only hold together, or where it is no longer here.
 * Returns: a status of SQLite */
static int
copy_row (CapMerge              *merge,
          const CapMergePending *pending)
{
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = read_row (merge, pending, columns);
  g_autoptr(GString) sql = g_string_new (NULL);

  if (values == NULL)
    return SQLITE_OK;

  set_numbers (pending, columns, values);

  g_string_append_printf (sql, "%s \"%s\" %s", pending->restore ? "INSERT OR IGNORE INTO" : "UPDATE",
                          pending->table, pending->restore ? "VALUES (" : "SET");
  for (guint i = 0; i < columns->len; i++)
    {
      g_string_append (sql, i > 0 ? "," : "");
      if (pending->restore)
        g_string_append (sql, " ?");
      else
        g_string_append_printf (sql, " \"%s\" = ?", (const char *) g_ptr_array_index (columns, i));
    }
  if (pending->restore)
    g_string_append_c (sql, ')');
  else
    g_string_append_printf (sql, " WHERE%s", pending->where->str);

  return run_with (merge->mine, sql->str, values, pending->restore ? NULL : pending->keys);
}

/* Returns: a status of SQLite */
static int
set_columns (CapMerge              *merge,
             const CapMergePending *pending)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET%s WHERE%s", pending->table, pending->sets->str,
                                          pending->where->str);
  const int status = run_with (merge->mine, sql, pending->values, pending->keys);

  if ((status & 0xff) != SQLITE_CONSTRAINT)
    return status;

  cap_merge_add_conflict (merge, pending->table, NULL, pending->key, pending->key, g_strdup (_("changed")),
                          g_strdup (_("changed otherwise")));

  /* What people decided of one of its columns holds for the row. */
  return cap_merge_takes_theirs (merge, pending->table, NULL, pending->key) ||
         cap_merge_takes_theirs (merge, pending->table, "state", pending->key) ? copy_row (merge, pending)
                                                                               : SQLITE_OK;
}

static gboolean
run_pending (CapMerge  *merge,
             GError   **error)
{
  for (guint i = 0; i < merge->pending->len; i++)
    {
      const CapMergePending *pending = g_ptr_array_index (merge->pending, i);
      int status = pending->restore ? copy_row (merge, pending) : set_columns (merge, pending);

      if (status != SQLITE_OK)
        return cap_db_set_error (merge->mine, status, error);
    }

  return TRUE;
}

/**
 * cap_merge_copy_rows:
 * @column: (nullable): of @table, for those rows only where it is @value
 *
 * Copies what is there and not here.
 *
 * Returns: whether it is here
 */
gboolean
cap_merge_copy_rows (CapDb       *mine,
                     CapDb       *theirs,
                     const char  *table,
                     const char  *column,
                     const char  *value,
                     GError     **error)
{
  sqlite3 *from = cap_db_get_handle (theirs);
  sqlite3 *to = cap_db_get_handle (mine);
  sqlite3_stmt *read = NULL;
  sqlite3_stmt *write = NULL;
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\" WHERE %s%s%s IS ?1", table,
                                             column != NULL ? "\"" : "", column != NULL ? column : "NULL",
                                             column != NULL ? "\"" : "");
  g_autoptr(GString) insert = g_string_new (NULL);
  int status = sqlite3_prepare_v2 (from, select, -1, &read, NULL);
  int step = SQLITE_DONE;

  if (status != SQLITE_OK)
    return cap_db_set_error (theirs, status, error);

  sqlite3_bind_text (read, 1, value, -1, SQLITE_TRANSIENT);
  g_string_append_printf (insert, "INSERT OR IGNORE INTO \"%s\" VALUES (?", table);
  for (int i = 1; i < sqlite3_column_count (read); i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  status = sqlite3_prepare_v2 (to, insert->str, -1, &write, NULL);
  while (status == SQLITE_OK && (step = sqlite3_step (read)) == SQLITE_ROW)
    {
      for (int i = 0; status == SQLITE_OK && i < sqlite3_column_count (read); i++)
        status = sqlite3_bind_value (write, i + 1, sqlite3_column_value (read, i));
      if (status == SQLITE_OK && sqlite3_step (write) != SQLITE_DONE)
        status = sqlite3_extended_errcode (to);
      sqlite3_reset (write);
    }
  sqlite3_finalize (read);
  sqlite3_finalize (write);
  if (status == SQLITE_OK && step != SQLITE_DONE)
    return cap_db_set_error (theirs, step, error);

  return status == SQLITE_OK || cap_db_set_error (mine, status, error);
}

/* Numbers never come back, whichever copy gave them. */
static gboolean
raise_counter (CapDb       *db,
               const char  *key,
               const char  *table,
               GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (number), 0) FROM \"%s\"", table);
  g_autofree char *last = cap_meta_table_get (db, key, error);
  g_autofree char *raised = NULL;
  gint64 highest = 0;

  if (last == NULL || !cap_db_get_int (db, sql, &highest, error))
    return FALSE;
  if (highest <= g_ascii_strtoll (last, NULL, 10))
    return TRUE;

  raised = g_strdup_printf ("%" G_GINT64_FORMAT, highest);

  return cap_meta_table_put (db, key, raised, error);
}

/* Changes the rows here as @delta says, or as becomes of what cannot be changed that way. */
gboolean
cap_merge_apply_rows (CapMerge  *self,
                      GBytes    *delta,
                      GError   **error)
{
  int status;

  if (g_bytes_get_size (delta) == 0)
    return TRUE;

  status = sqlite3changeset_apply (cap_db_get_handle (self->mine), (int) g_bytes_get_size (delta),
                                   (void *) g_bytes_get_data (delta, NULL), NULL, conflict_cb, self);
  if (status != SQLITE_OK)
    return cap_db_set_error (self->mine, status, error);

  /* Applying a changeset ends with keys being looked at after each statement again. */
  return cap_db_exec (self->mine, "PRAGMA defer_foreign_keys = ON", error) &&
         run_pending (self, error) && cap_merge_run_rivals (self, error);
}

static gboolean
apply (CapMerge  *merge,
       GBytes    *delta,
       GError   **error)
{
  /* These are only added to, and no journal tells of them; a key is taken where there is none. */
  static const char * const tables[] = { "framework", "content", "seal", "seal_key" };
  CapDb *mine = merge->mine;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!cap_merge_copy_rows (mine, merge->theirs, tables[i], NULL, NULL, error))
        return FALSE;
    }

  if (g_bytes_get_size (delta) == 0)
    return TRUE;

  return cap_merge_apply_rows (merge, delta, error) && cap_merge_drop_orphans (mine, merge->report, error) &&
         raise_counter (mine, CAP_META_LAST_ACTION_NUMBER, "action", error) &&
         raise_counter (mine, CAP_META_LAST_EVIDENCE_NUMBER, "evidence", error);
}

/* The journal says which state of the other copy was taken in: the next merge starts from there. */
static gboolean
note (CapMerge          *merge,
      const CapCommand  *command,
      GBytes            *changeset,
      GError           **error)
{
  g_autofree char *hash = cap_journal_table_dup_last_hash (merge->theirs, error);
  gboolean known = FALSE;

  if (hash == NULL || !cap_journal_table_knows (merge->mine, hash, &known, error))
    return FALSE;
  if (g_bytes_get_size (changeset) > 0)
    return cap_history_note (merge->mine, command, changeset, hash, error);

  return known || cap_history_note_known (merge->mine, command->detail, hash, error);
}

/* Each copy is called by the last line of its journal: whatever is done in one of them changes that. */
static gboolean
find_states (CapMerge  *merge,
             GError   **error)
{
  g_autofree char *here = cap_journal_table_dup_last_hash (merge->mine, error);
  g_autofree char *there = here != NULL ? cap_journal_table_dup_last_hash (merge->theirs, error) : NULL;

  if (there == NULL)
    return FALSE;

  g_free (merge->report->states);
  merge->report->states = g_strconcat (here, " ", there, NULL);

  return TRUE;
}

/**
 * cap_merge_run:
 * @mine: a working copy
 * @theirs: another copy of the same dossier; left as it is
 * @choice: what becomes of what both changed
 * @exceptions: (nullable) (array zero-terminated=1): ids of the conflicts that go the other way
 * @dry_run: whether nothing is to be changed
 * @seen: (nullable): the states of the report that people decided upon; if the copies are no longer in them,
 *   @report says so and nothing changes
 * @name: of the other copy, for the journal
 * @report: to be filled
 * @error: return location for a [error@Cap.StoreError]
 *
 * Takes in what the other copy changed since both had the same, in one
 * transaction and as one gesture. With %CAP_MERGE_ASK, conflicts are told in
 * @report and nothing changes.
 *
 * Returns: whether it could be done, or be told why not
 */
gboolean
cap_merge_run (CapDb               *mine,
               CapDb               *theirs,
               CapMergeChoice       choice,
               const char * const  *exceptions,
               gboolean             dry_run,
               const char          *seen,
               const char          *name,
               CapMergeReport      *report,
               GError             **error)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_merge_pending_free);
  g_autoptr(GHashTable) doubtful = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_MERGE, name);
  g_autoptr(GHashTable) renamed = NULL;
  g_auto(CapMergeRetention) retention = { FALSE };
  g_autoptr(CapTransaction) transaction = NULL;
  g_autoptr(CapRecording) recording = NULL;
  g_autoptr(GBytes) delta = NULL;
  g_autoptr(GBytes) changeset = NULL;
  g_autoptr(GPtrArray) rivals = g_ptr_array_new_with_free_func (cap_merge_rivals_free);
  CapMerge merge = {
    .mine = mine,
    .theirs = theirs,
    .choice = choice,
    .exceptions = exceptions,
    .report = report,
    .pending = pending,
    .rivals = rivals,
    .doubtful = doubtful,
  };

  if (!cap_merge_find_delta (mine, theirs, &delta, doubtful, &renamed, &retention, report->gestures, error) ||
      !find_states (&merge, error))
    return FALSE;

  merge.renamed = renamed;

  report->is_outdated = seen != NULL && !g_str_equal (seen, report->states);
  if (report->is_outdated)
    return TRUE;

  transaction = cap_transaction_begin (mine, error);
  if (transaction == NULL)
    return FALSE;

  recording = cap_recording_start (mine, error);
  if (recording == NULL || !apply (&merge, delta, error))
    return FALSE;

  cap_merge_settle_retention (&merge, &retention);
  if (choice == CAP_MERGE_ASK && report->conflicts->len > 0)
    {
      report->retains = FALSE;
      return TRUE; /* the transaction ends without being committed */
    }

  changeset = cap_recording_finish (recording, error);
  if (changeset == NULL)
    return FALSE;

  report->n_taken = g_bytes_get_size (changeset) > 0 ? cap_changeset_count (changeset) : 0;

  return dry_run || (cap_merge_put_retention (&merge, error) &&
                     note (&merge, command, changeset, error) &&
                     cap_transaction_commit (transaction, error));
}
