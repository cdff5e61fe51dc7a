/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-journal-read.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "store/cap-journal-table.h"
#include "store/cap-row-change.h"
#include "store/cap-row-words.h"

/* What one line shows; an import may have thousands. */
#define MAX_CHANGES 60

typedef struct
{
  CapDb                 *db;
  const CapJournalQuery *query;
  GHashTable            *columns; /* table → (element-type utf8) names of its columns, in order */
  GString               *rest;    /* what the changes say that are not shown: it is searched too */
} Reader;

/* What people did not fill. */
static const char * const hidden[] = {
  "id", "rank", "number", "parent_id", "evaluation_id", "action_id", "indicator_id", "evidence_id",
  "ballot_id", "after_id", "framework_sha256", "news", "created", NULL,
};

static GPtrArray *
list_columns (Reader     *reader,
              const char *table)
{
  GPtrArray *names = g_hash_table_lookup (reader->columns, table);
  g_autofree char *sql = NULL;
  g_autoptr(CapStmt) stmt = NULL;

  if (names != NULL)
    return names;

  names = g_ptr_array_new_with_free_func (g_free);
  sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') ORDER BY cid", table);
  stmt = cap_db_prepare (reader->db, sql, NULL);
  while (stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    g_ptr_array_add (names, cap_stmt_dup_text (stmt, 0));
  g_hash_table_insert (reader->columns, g_strdup (table), names);

  return names;
}

static char *
dup_text (sqlite3_value *value)
{
  const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* A row that is gone names itself by what was in it. */
static char *
dup_own_name (const CapRowChange *row,
              const GPtrArray    *names)
{
  static const char * const naming[] = { "number", "code", "criterion", "title", "name", "subject",
                                         "respondent", "date", NULL };
  GString *text = g_string_new (cap_row_words_get_table (row->table));
  guint n = 0;

  for (int i = 0; n < 2 && i < row->n_columns && i < (int) names->len; i++)
    {
      sqlite3_value *value = row->operation == SQLITE_DELETE ? cap_row_change_get_old (row, i)
                                                             : cap_row_change_get_new (row, i);
      const gboolean names_it = g_strv_contains (naming, g_ptr_array_index (names, i));
      g_autofree char *said = names_it ? dup_text (value) : NULL;

      if (said == NULL || *said == '\0')
        continue;
      g_string_append_printf (text, " %s", said);
      n++;
    }

  return g_string_free (text, FALSE);
}

static void
add_whole (CapJournalEntry    *entry,
           const CapRowChange *row,
           const GPtrArray    *names)
{
  const char *became = row->operation == SQLITE_INSERT ? C_("journal", "added") : C_("journal", "taken out");

  g_ptr_array_add (entry->changes, cap_journal_change_new (dup_own_name (row, names), NULL,
                                                           g_strdup (became)));
}

/* What an answer holds as long as nobody says anything. */
static gboolean
is_nothing (const char *value)
{
  return value == NULL || g_str_equal (value, "0") || g_str_equal (value, "none");
}

/* That an answer is rated follows from its level. */
static gboolean
is_told (const CapRowChange *row,
         const char         *column,
         const char         *before,
         const char         *after)
{
  if (g_strcmp0 (before, after) == 0 || g_strv_contains (hidden, column))
    return FALSE;

  if (!g_str_equal (row->table, "answer"))
    return TRUE;
  if (g_str_equal (column, "discuss") || g_str_equal (column, "review"))
    return !is_nothing (before) || !is_nothing (after);

  return !g_str_equal (column, "state") ||
         g_strcmp0 (before, "not-applicable") == 0 || g_strcmp0 (after, "not-applicable") == 0;
}

static void
add_columns (Reader             *reader,
             CapJournalEntry    *entry,
             const CapRowChange *row,
             const GPtrArray    *names)
{
  g_autofree char *key = cap_row_change_dup_key (row);

  for (int i = 0; i < row->n_columns && i < (int) names->len; i++)
    {
      const char *column = g_ptr_array_index (names, i);
      g_autofree char *before = dup_text (cap_row_change_get_old (row, i));
      g_autofree char *after = dup_text (cap_row_change_get_new (row, i));
      char *said_before;
      char *said_after;

      if (row->keys[i] || !is_told (row, column, before, after))
        continue;

      said_before = cap_row_words_dup_value (row->table, column, before);
      said_after = cap_row_words_dup_value (row->table, column, after);
      if (said_before == NULL && said_after == NULL)
        continue;
      g_ptr_array_add (entry->changes,
                       cap_journal_change_new (cap_row_words_dup_what (reader->db, row->table, column, key),
                                               said_before, said_after));
    }
}

/* An answer is there as soon as one of its columns says something: it is told as a change, not as a row. */
static void
add_row (Reader             *reader,
         CapJournalEntry    *entry,
         const CapRowChange *row)
{
  const GPtrArray *names = list_columns (reader, row->table);

  if (entry->changes->len >= MAX_CHANGES)
    {
      g_autofree char *name = dup_own_name (row, names);

      g_string_append_printf (reader->rest, "\n%s", name);
      entry->n_more++;
    }
  else if (row->operation == SQLITE_UPDATE || g_str_equal (row->table, "answer"))
    add_columns (reader, entry, row, names);
  else
    add_whole (entry, row, names);
}

static gboolean
is_row (const CapRowChange    *row,
        const CapJournalQuery *query)
{
  g_autofree char *key = cap_row_change_dup_key (row);

  return g_str_equal (row->table, query->table) && g_strcmp0 (key, query->key) == 0;
}

/* Whether the row is the wanted one, or belongs to it. */
static gboolean
concerns (const CapRowChange    *row,
          const CapJournalQuery *query)
{
  const char *object = query->object;

  if (object == NULL)
    return TRUE;
  if (query->table != NULL)
    return is_row (row, query);

  for (int i = 0; i < row->n_columns; i++)
    {
      g_autofree char *before = dup_text (cap_row_change_get_old (row, i));
      g_autofree char *after = dup_text (cap_row_change_get_new (row, i));

      if (g_strcmp0 (before, object) == 0 || g_strcmp0 (after, object) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The line that is being read. */
typedef struct
{
  Reader          *reader;
  CapJournalEntry *entry;
} Line;

static void
read_change (const CapRowChange *row,
             gpointer            data)
{
  const Line *line = data;

  if (concerns (row, line->reader->query))
    add_row (line->reader, line->entry, row);
}

static gboolean
read_changes (Reader           *reader,
              CapJournalEntry  *entry,
              GBytes           *changeset,
              GError          **error)
{
  Line line = { reader, entry };

  return cap_row_change_foreach (reader->db, changeset, read_change, &line, error);
}

/* What a restore point is made of by itself: an import, a merge, a review that is frozen, a return. */
static gboolean
is_point (const CapJournalEntry *entry)
{
  static const CapGesture points[] = {
    CAP_GESTURE_MARK, CAP_GESTURE_IMPORT, CAP_GESTURE_MERGE, CAP_GESTURE_FINALISE, CAP_GESTURE_RETURN,
    CAP_GESTURE_ADAPT, CAP_GESTURE_EVALUATION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      if (entry->kind == points[i])
        return entry->deed != CAP_DEED_UNDONE;
    }

  return FALSE;
}

/* Each by itself: “A1.2” stays one word. */
static char **
fold_words (const char *search)
{
  char **words = g_strsplit (search, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *folded = cap_text_fold (words[i]);

      g_free (words[i]);
      words[i] = folded;
    }

  return words;
}

static gboolean
is_found (Reader                 *reader,
          const CapJournalEntry  *entry,
          char                  **words)
{
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (words == NULL)
    return TRUE;

  text = cap_journal_entry_dup_text (entry);
  all = g_strconcat (text, reader->rest->str, NULL);
  folded = cap_text_fold (all);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

enum { COL_SEQUENCE, COL_DEED, COL_MADE_AT, COL_AUTHOR, COL_KIND, COL_DETAIL, COL_CHANGESET };

static CapJournalEntry *
read_entry (Reader   *reader,
            CapStmt  *stmt,
            GError  **error)
{
  g_autoptr(CapJournalEntry) entry = cap_journal_entry_new ();
  g_autoptr(GBytes) changeset = NULL;

  entry->sequence = cap_stmt_get_int (stmt, COL_SEQUENCE);
  entry->deed = cap_deed_from_name (cap_stmt_get_text (stmt, COL_DEED));
  entry->made_at = cap_stmt_dup_text (stmt, COL_MADE_AT);
  entry->author = cap_stmt_dup_text (stmt, COL_AUTHOR);
  entry->kind = (CapGesture) cap_stmt_get_natural (stmt, COL_KIND);
  entry->detail = cap_stmt_dup_text (stmt, COL_DETAIL);
  if (reader->query->points)
    return g_steal_pointer (&entry);

  changeset = cap_stmt_dup_bytes (stmt, COL_CHANGESET);

  return read_changes (reader, entry, changeset, error) ? g_steal_pointer (&entry) : NULL;
}

static gboolean
is_wanted (Reader                 *reader,
           const CapJournalEntry  *entry,
           char                  **words)
{
  if (reader->query->points)
    return is_point (entry);

  return (reader->query->object == NULL || entry->changes->len > 0) && is_found (reader, entry, words);
}

static gboolean
read_all (Reader     *reader,
          CapStmt    *stmt,
          GPtrArray  *entries,
          GError    **error)
{
  const CapJournalQuery *query = reader->query;
  g_auto(GStrv) words = query->search != NULL ? fold_words (query->search) : NULL;
  CapStep step = CAP_STEP_DONE;

  while (entries->len < query->limit && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autoptr(CapJournalEntry) entry = NULL;

      g_string_truncate (reader->rest, 0);
      entry = read_entry (reader, stmt, error);
      if (entry == NULL)
        return FALSE;
      if (is_wanted (reader, entry, words))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  return step != CAP_STEP_ERROR;
}

/**
 * cap_journal_read:
 * @db: a dossier, of the latest schema
 * @query: what is wanted
 *
 * The file may be anybody’s: a changeset without a sound form is an error, never a crash.
 *
 * Returns: (transfer full) (nullable) (element-type CapJournalEntry): newest first
 */
GPtrArray *
cap_journal_read (CapDb                  *db,
                  const CapJournalQuery  *query,
                  GError                **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_journal_entry_free);
  g_autoptr(GHashTable) columns = NULL;
  g_autoptr(CapStmt) stmt = NULL;
  g_autoptr(GString) rest = g_string_new (NULL);
  Reader reader = { db, query, NULL, rest };

  g_return_val_if_fail (db != NULL && query != NULL, NULL);

  stmt = cap_db_prepare (db,
                         "SELECT journal.sequence, deed, made_at, author, kind, detail, changeset"
                         " FROM journal JOIN gesture ON gesture.sequence = journal.gesture"
                         " WHERE (?1 = 0 OR journal.sequence < ?1)"
                         " AND (?2 IS NULL OR instr (changeset, CAST (?2 AS BLOB)) > 0)"
                         " ORDER BY journal.sequence DESC", error);
  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_int (stmt, 1, query->before);
  cap_stmt_bind_text (stmt, 2, query->object);
  columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  reader.columns = columns;

  return read_all (&reader, stmt, entries, error) ? g_steal_pointer (&entries) : NULL;
}
