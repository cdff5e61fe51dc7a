/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-redaction.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

#include "model/cap-command.h"
#include "store/cap-changeset-rewrite.h"
#include "store/cap-changeset.h"
#include "store/cap-gesture-table.h"
#include "store/cap-history.h"
#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-redaction-contents.h"
#include "store/cap-redaction-seals.h"
#include "store/cap-redaction-text.h"
#include "store/cap-store-error-private.h"
#include "store/cap-table-columns.h"

/* Takes words out of a dossier as if they had never been written: of its rows, of what each gesture changed,
 * of the texts of its files; and files as a whole. The journal is the same, line by line, and is hashed
 * again. */

typedef struct
{
  CapDb               *db;
  CapRedactionText    *text;
  CapTableColumns     *columns;
  GHashTable          *contents; /* SHA-256 as it was → CapNewContent */
  CapRedactionOutcome *outcome;
} Redaction;

static gboolean
is_digest (const char      *table,
           const CapColumn *column)
{
  return g_str_equal (table, "evidence_file") && g_str_equal (column->name, "sha256");
}

/* Returns: (transfer full) (nullable): what the value becomes; %NULL when it stays */
static char *
dup_new_value (const Redaction *redaction,
               const char      *table,
               const CapColumn *column,
               const char      *text,
               guint           *n)
{
  const CapNewContent *content;

  if (text == NULL)
    return NULL;
  if (!is_digest (table, column))
    return column->use != CAP_PERSONAL_USE_NONE ? cap_redaction_text_apply (redaction->text, text, n) : NULL;

  content = g_hash_table_lookup (redaction->contents, text);

  return content != NULL && !g_str_equal (content->sha256, text) ? g_strdup (content->sha256) : NULL;
}

/* Sets one column of all rows that have @before there: rows are never named. */
static gboolean
replace_value (Redaction   *redaction,
               const char  *table,
               const char  *column,
               const char  *before,
               const char  *after,
               GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE \"%s\" = ?1", table, column,
                                          column);
  g_autoptr(CapStmt) stmt = cap_db_prepare (redaction->db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, before);
  cap_stmt_bind_text (stmt, 2, after);

  return cap_stmt_run (stmt, error);
}

/* What all rows hold there: a value that is twice there counts twice. */
static gboolean
rewrite_column (Redaction        *redaction,
                const char       *table,
                const CapColumn  *column,
                GError          **error)
{
  g_autofree char *list = g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL",
                                           column->name, table, column->name);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" = ?1", table,
                                            column->name);
  g_autoptr(GPtrArray) values = cap_db_list_texts (redaction->db, list, error);

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      guint n = 0;
      g_autofree char *now = dup_new_value (redaction, table, column, value, &n);
      g_autoptr(CapStmt) stmt = NULL;

      if (now == NULL)
        continue;
      stmt = cap_db_prepare (redaction->db, count, error);
      if (stmt == NULL)
        return FALSE;
      cap_stmt_bind_text (stmt, 1, value);
      if (cap_stmt_step (stmt, error) != CAP_STEP_ROW)
        return FALSE;
      redaction->outcome->n_now += n * (guint) cap_stmt_get_int (stmt, 0);
      g_clear_pointer (&stmt, cap_stmt_release);
      if (!replace_value (redaction, table, column->name, value, now, error))
        return FALSE;
    }

  return values != NULL;
}

static gboolean
rewrite_rows (Redaction  *redaction,
              GError    **error)
{
  const char * const *tables = cap_changeset_list_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      const GPtrArray *columns = cap_table_columns_get (redaction->columns, redaction->db, tables[i]);

      for (guint j = 0; j < columns->len; j++)
        {
          const CapColumn *column = g_ptr_array_index (columns, j);

          if ((column->use != CAP_PERSONAL_USE_NONE || is_digest (tables[i], column)) &&
              !rewrite_column (redaction, tables[i], column, error))
            return FALSE;
        }
    }

  return cap_db_exec (redaction->db,
                      "UPDATE evidence_file SET size = (SELECT length (data) FROM content"
                      " WHERE content.sha256 = evidence_file.sha256) WHERE EXISTS"
                      " (SELECT 1 FROM content WHERE content.sha256 = evidence_file.sha256)", error);
}

static void
rewrite_value (const Redaction *redaction,
               const char      *table,
               const CapColumn *column,
               CapRawValue     *value)
{
  g_autofree char *text = cap_raw_value_dup_text (value);
  guint n = 0;
  g_autofree char *now = dup_new_value (redaction, table, column, text, &n);

  if (now != NULL)
    cap_raw_value_set_text (value, now);
  redaction->outcome->n_past += n;
}

/* A file whose text changed has another size. */
static void
set_size (const Redaction *redaction,
          CapRawValue     *size,
          const char      *sha256)
{
  const CapNewContent *content = sha256 != NULL ? g_hash_table_lookup (redaction->contents, sha256) : NULL;

  if (content != NULL)
    cap_raw_value_set_int (size, content->size);
}

/* Before the digests change: sizes follow from them. */
static void
rewrite_sizes (const Redaction *redaction,
               CapRawRow       *row,
               const GPtrArray *columns)
{
  guint digest = row->n_columns;
  guint size = row->n_columns;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < row->n_columns && i < columns->len; i++)
    {
      const CapColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->name, "sha256"))
        digest = i;
      else if (g_str_equal (column->name, "size"))
        size = i;
    }
  if (digest == row->n_columns || size == row->n_columns)
    return;

  before = cap_raw_value_dup_text (&row->before[digest]);
  after = cap_raw_value_dup_text (&row->after[digest]);
  if (row->operation != SQLITE_UPDATE || (before != NULL && after != NULL))
    {
      set_size (redaction, &row->before[size], before);
      set_size (redaction, &row->after[size], after);
    }
}

static void
rewrite_row (CapRawRow *row,
             gpointer   user_data)
{
  const Redaction *redaction = user_data;
  const GPtrArray *columns = cap_table_columns_get (redaction->columns, redaction->db, row->table);

  if (g_str_equal (row->table, "evidence_file"))
    rewrite_sizes (redaction, row, columns);

  for (guint i = 0; i < row->n_columns && i < columns->len; i++)
    {
      const CapColumn *column = g_ptr_array_index (columns, i);

      rewrite_value (redaction, row->table, column, &row->before[i]);
      rewrite_value (redaction, row->table, column, &row->after[i]);
    }
}

static gboolean
rewrite_gesture (Redaction   *redaction,
                 gint64       sequence,
                 const char  *detail,
                 GError     **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (redaction->db, sequence, error);
  g_autoptr(GBytes) now = NULL;
  g_autofree char *other = cap_redaction_text_apply (redaction->text, detail, &redaction->outcome->n_past);
  g_autoptr(CapStmt) stmt = NULL;

  if (changeset == NULL)
    return FALSE;

  now = g_bytes_get_size (changeset) == 0 ? g_bytes_ref (changeset)
                                          : cap_changeset_rewrite (changeset, rewrite_row, redaction, error);
  if (now == NULL)
    return FALSE;
  if (other == NULL && g_bytes_equal (now, changeset))
    return TRUE;

  stmt = cap_db_prepare (redaction->db, "UPDATE gesture SET detail = ?2, changeset = ?3 WHERE sequence = ?1",
                         error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_int (stmt, 1, sequence);
  cap_stmt_bind_text (stmt, 2, other != NULL ? other : detail);
  cap_stmt_bind_blob (stmt, 3, now);

  return cap_stmt_run (stmt, error);
}

static gboolean
rewrite_gestures (Redaction  *redaction,
                  GError    **error)
{
  gint64 last = 0;

  if (!cap_db_get_int (redaction->db, "SELECT coalesce (max (sequence), 0) FROM gesture", &last, error))
    return FALSE;

  for (gint64 sequence = 1; sequence <= last; sequence++)
    {
      g_autoptr(CapStmt) stmt = cap_db_prepare (redaction->db,
                                                "SELECT detail FROM gesture WHERE sequence = ?1",
                                                error);
      g_autofree char *detail = NULL;
      CapStep step;

      if (stmt == NULL)
        return FALSE;
      cap_stmt_bind_int (stmt, 1, sequence);
      step = cap_stmt_step (stmt, error);
      if (step == CAP_STEP_ERROR)
        return FALSE;
      if (step == CAP_STEP_DONE)
        continue;
      detail = cap_stmt_dup_text (stmt, 0);
      g_clear_pointer (&stmt, cap_stmt_release);
      if (!rewrite_gesture (redaction, sequence, detail, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
rewrite_authors (Redaction  *redaction,
                 GError    **error)
{
  g_autoptr(GPtrArray) authors = cap_db_list_texts (redaction->db, "SELECT DISTINCT author FROM journal",
                                                    error);

  for (guint i = 0; authors != NULL && i < authors->len; i++)
    {
      const char *author = g_ptr_array_index (authors, i);
      g_autofree char *now = cap_redaction_text_apply (redaction->text, author, &redaction->outcome->n_past);

      if (now != NULL && !replace_value (redaction, "journal", "author", author, now, error))
        return FALSE;
    }

  return authors != NULL;
}

/* That it was done, by whom, when, of how many places; never what. What was undone may still be redone. */
static gboolean
add_line (CapDb                      *db,
          const CapRedactionOutcome  *outcome,
          GError                    **error)
{
  g_autofree char *detail = g_strdup_printf ("%u", outcome->n_now + outcome->n_past);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_REDACT, detail);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char *hash = NULL;
  gint64 sequence = 0;

  return cap_gesture_table_append (db, command, nothing, &sequence, error) &&
         cap_journal_table_append (db, CAP_DEED_DONE, sequence, NULL, &hash, error);
}

/* The journal is hashed again, and the dossier named by its last line. */
gboolean
cap_redaction_seal (CapDb   *db,
                    GError **error)
{
  g_autoptr(GPtrArray) hashes = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *next = NULL;

  if (!cap_journal_table_chain (db, error))
    return FALSE;

  hashes = cap_db_list_texts (db, "SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1", error);
  revision = hashes != NULL ? cap_meta_table_get (db, CAP_META_REVISION, error) : NULL;
  if (revision == NULL || hashes->len == 0)
    return FALSE;

  next = g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (revision, NULL, 10) + 1);

  return cap_meta_table_put (db, CAP_META_HEAD, g_ptr_array_index (hashes, 0), error) &&
         cap_meta_table_put (db, CAP_META_REVISION, next, error);
}

/* Whether all that was done can be taken back, from the last gesture to the first. */
static gboolean
can_go_back (CapDb   *db,
             GError **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);

  return transaction != NULL && cap_history_go_back (db, 1, error);
}

/* Its lines are hashed again: one that was altered must not become sound by that. */
static gboolean
check_journal (CapDb   *db,
               GError **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!cap_journal_table_check (db, faults, error))
    return FALSE;
  if (faults->len > 0)
    cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, g_ptr_array_index (faults, 0));

  return faults->len == 0;
}

/**
 * cap_redaction_run:
 * @db: a working copy
 * @swaps: what is taken out, and what stands there instead
 * @outcome: its numbers of places are raised
 * @error: return location for a [error@Cap.StoreError]
 *
 * Takes words out of all that the dossier holds and of all that was ever done in it, in one transaction. It
 * cannot be undone; what was done before can, as if the words had never been there. Nothing happens when they
 * are nowhere.
 *
 * Returns: whether it is done
 */
gboolean
cap_redaction_run (CapDb                   *db,
                   const CapPersonalSwaps  *swaps,
                   CapRedactionOutcome     *outcome,
                   GError                 **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_autoptr(CapRedactionText) text = transaction != NULL ? cap_redaction_text_new (db, swaps, error) : NULL;
  g_autoptr(GHashTable) columns = cap_table_columns_new ();
  g_autoptr(GHashTable) contents = NULL;
  Redaction redaction = { db, text, columns, NULL, outcome };
  gboolean had_past;

  if (text == NULL || !check_journal (db, error))
    return FALSE;

  /* Foreign keys are looked at at the end: a code and what refers to it change one after the other. */
  had_past = can_go_back (db, NULL);
  contents = cap_db_exec (db, "PRAGMA defer_foreign_keys = ON", error)
             ? cap_redaction_contents_rewrite (db, text, swaps, outcome, error) : NULL;
  redaction.contents = contents;
  if (contents == NULL || !rewrite_rows (&redaction, error) || !rewrite_gestures (&redaction, error))
    return FALSE;
  if (!rewrite_authors (&redaction, error) || !cap_redaction_drop_seals (db, text, &outcome->n_past, error))
    return FALSE;
  if (outcome->n_now + outcome->n_past == 0)
    return TRUE;

  /* The line is signed by who does it, who may be the one that is taken out. */
  return add_line (db, outcome, error) && rewrite_authors (&redaction, error) &&
         cap_redaction_seal (db, error) &&
         (!had_past || can_go_back (db, error)) &&
         cap_transaction_commit (transaction, error);
}

/* Returns: (transfer full) (nullable): which times personal data was taken out, in order */
static char *
dup_redactions (CapDb   *db,
                GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM gesture WHERE kind = %d ORDER BY id",
                                          (int) CAP_GESTURE_REDACT);
  g_autoptr(GPtrArray) ids = cap_db_list_texts (db, sql, error);

  if (ids == NULL)
    return NULL;

  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **) ids->pdata);
}

/**
 * cap_redaction_check_merge:
 *
 * A copy that went its own way before personal data was taken out would bring it back, and the two have no
 * past in common any more.
 *
 * Returns: whether the two copies may be merged
 */
gboolean
cap_redaction_check_merge (CapDb   *mine,
                           CapDb   *theirs,
                           GError **error)
{
  g_autofree char *here = dup_redactions (mine, error);
  g_autofree char *there = here != NULL ? dup_redactions (theirs, error) : NULL;

  if (there == NULL)
    return FALSE;
  if (g_str_equal (here, there))
    return TRUE;

  g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                       _("Personal data was taken out of one of these copies and not of the other: a merge"
                         " would bring it back. Write by hand what the other one has more"));

  return FALSE;
}
