/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-change-log.h"

#include "store/cap-row-change.h"

/* The history of one action, read backwards out of what its gestures recorded.
 * A changeset holds only the columns that changed: what the others said is
 * known by starting from the rows of today and going back, gesture by gesture. */

/* The columns of the table, in order. New ones are only ever added at the end:
 * an older changeset has fewer. */
static const CapActionField action_columns[] = {
  CAP_N_ACTION_FIELDS, /* id */
  CAP_FIELD_NUMBER, CAP_FIELD_TITLE, CAP_FIELD_OWNER, CAP_FIELD_START, CAP_FIELD_DUE, CAP_FIELD_STATE,
  CAP_FIELD_SERVICE, CAP_FIELD_LEVEL, CAP_FIELD_TARGET, CAP_FIELD_DESCRIPTION, CAP_FIELD_EXPECTED,
  CAP_FIELD_KIND, CAP_FIELD_CONTRIBUTORS, CAP_FIELD_DAYS, CAP_FIELD_EUROS, CAP_FIELD_IMPACT,
  CAP_FIELD_EFFORT, CAP_FIELD_INDICATOR, CAP_FIELD_CREATED, CAP_FIELD_NEWS, CAP_FIELD_DONE,
  CAP_FIELD_CLOSED, CAP_FIELD_REASON, CAP_FIELD_CHECK_DUE, CAP_FIELD_CHECK_BY, CAP_FIELD_CHECK_EVIDENCE,
  CAP_FIELD_CHECKED, CAP_FIELD_VERDICT,
};

enum { COL_ACTION_ID, COL_NUMBER };

/* All tables of parts begin so; the key is unique in its action. */
enum { COL_OWNER, COL_KEY, COL_FIRST, COL_SECOND, COL_THIRD, N_PART_COLUMNS };

typedef char *(*DupLine) (char **row);

typedef struct
{
  const char     *table;
  CapActionField  field;
  gboolean        split; /* the key is a rank: a line that replaces another one is not the same line */
  const char     *sql;   /* the rows of one action, columns in the order of the table */
  DupLine         dup_line;
} Part;

typedef struct
{
  const char *action_id;
  GHashTable *rows;    /* “table key” → (array) of its columns: as they were after the gesture being read */
  GPtrArray  *found;   /* (element-type CapActionChange): by the gesture being read */
  GPtrArray  *changes; /* (element-type CapActionChange): newest first */
} Log;

enum { COL_SEQUENCE, COL_GESTURE, COL_DETAIL, COL_MADE_AT, COL_AUTHOR, COL_CHANGESET };

static char *
dup_origin (char **row)
{
  const char *kind = row[COL_SECOND] != NULL ? row[COL_SECOND] : "criterion";

  return row[COL_FIRST] != NULL ? g_strdup_printf ("%s %s", kind, row[COL_FIRST]) : NULL;
}

static char *
dup_step (char **row)
{
  const gboolean done = g_strcmp0 (row[COL_THIRD], "1") == 0;

  return row[COL_SECOND] != NULL ? g_strdup_printf ("%s %s", done ? "[x]" : "[ ]", row[COL_SECOND]) : NULL;
}

static char *
dup_note (char **row)
{
  return row[COL_SECOND] != NULL && row[COL_THIRD] != NULL
         ? g_strdup_printf ("%s %s", row[COL_SECOND], row[COL_THIRD]) : NULL;
}

static char *
dup_after (char **row)
{
  return g_strdup (row[COL_KEY]);
}

static const Part parts[] = {
  { "action_origin", CAP_FIELD_ORIGINS, TRUE,
    "SELECT action_id, rank, code, kind, NULL FROM action_origin WHERE action_id = ?1", dup_origin },
  { "action_step", CAP_FIELD_STEPS, FALSE,
    "SELECT action_id, id, rank, title, done FROM action_step WHERE action_id = ?1", dup_step },
  { "action_note", CAP_FIELD_NOTES, FALSE,
    "SELECT action_id, id, rank, date, text FROM action_note WHERE action_id = ?1", dup_note },
  { "action_after", CAP_FIELD_AFTER, FALSE,
    "SELECT action_id, after_id, rank, NULL, NULL FROM action_after WHERE action_id = ?1", dup_after },
};

static const Part *
find_part (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_str_equal (parts[i].table, table))
        return &parts[i];
    }

  return NULL;
}

static char *
dup_row_key (const Part  *part,
             char       **row)
{
  return g_strdup_printf ("%s %s", part->table, row[COL_KEY] != NULL ? row[COL_KEY] : "");
}

static char **
new_row (void)
{
  return g_new0 (char *, N_PART_COLUMNS + 1);
}

/* Columns may be missing in the middle: not a GStrv. */
static void
free_row (char **row)
{
  for (guint i = 0; i < N_PART_COLUMNS; i++)
    g_free (row[i]);
  g_free (row);
}

static char **
copy_row (char **row)
{
  char **copy = new_row ();

  for (guint i = 0; i < N_PART_COLUMNS; i++)
    copy[i] = g_strdup (row[i]);

  return copy;
}

static gboolean
load_part (CapDb       *db,
           Log         *log,
           const Part  *part,
           GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, part->sql, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, log->action_id);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      char **row = new_row ();

      for (int i = 0; i < N_PART_COLUMNS; i++)
        row[i] = cap_stmt_dup_text (stmt, i);
      g_hash_table_replace (log->rows, dup_row_key (part, row), row);
    }

  return step == CAP_STEP_DONE;
}

/* (nullable): what a value says; NULL, and what no column of ours holds, say nothing. */
static char *
dup_value (sqlite3_value *value)
{
  const char *text;

  if (value == NULL ||
      (sqlite3_value_type (value) != SQLITE_INTEGER && sqlite3_value_type (value) != SQLITE_TEXT))
    return NULL;

  text = (const char *) sqlite3_value_text (value);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static gboolean
is_about (Log                *log,
          const CapRowChange *row)
{
  g_autofree char *id = NULL;

  id = dup_value (row->operation == SQLITE_INSERT ? cap_row_change_get_new (row, COL_ACTION_ID)
                                                  : cap_row_change_get_old (row, COL_ACTION_ID));

  return g_strcmp0 (id, log->action_id) == 0;
}

static void
add_found (Log            *log,
           CapActionField  field,
           const char     *before,
           const char     *after)
{
  if (g_strcmp0 (before, after) != 0)
    g_ptr_array_add (log->found, cap_action_change_new (field, before, after));
}

static void
read_action (Log                *log,
             const CapRowChange *row)
{
  const int n_known = row->operation == SQLITE_UPDATE ? (int) G_N_ELEMENTS (action_columns) : COL_NUMBER + 1;

  for (int i = COL_NUMBER; i < MIN (row->n_columns, n_known); i++)
    {
      g_autofree char *before = dup_value (cap_row_change_get_old (row, i));
      g_autofree char *after = dup_value (cap_row_change_get_new (row, i));

      if (action_columns[i] != CAP_FIELD_NEWS) /* follows from the others */
        add_found (log, action_columns[i], before, after);
    }
}

/* Columns that the changeset leaves out are as they are already in @row. */
static void
overlay (char               **row,
         const CapRowChange  *change,
         sqlite3_value     *(*get) (const CapRowChange *, int))
{
  for (int i = 0; i < MIN (change->n_columns, N_PART_COLUMNS); i++)
    {
      sqlite3_value *value = get (change, i);

      if (value == NULL)
        continue;

      g_free (row[i]);
      row[i] = dup_value (value);
    }
}

static void
add_lines (Log         *log,
           const Part  *part,
           char       **before_row,
           char       **after_row)
{
  g_autofree char *before = before_row != NULL ? part->dup_line (before_row) : NULL;
  g_autofree char *after = after_row != NULL ? part->dup_line (after_row) : NULL;

  if (part->split && g_strcmp0 (before, after) != 0)
    {
      add_found (log, part->field, before, NULL);
      add_found (log, part->field, NULL, after);
      return;
    }

  add_found (log, part->field, before, after);
}

/* Tells what became of one line, and goes back to what it was before. */
static void
read_part (Log                *log,
           const Part         *part,
           const CapRowChange *change)
{
  const int operation = change->operation;
  char **changed = new_row ();
  g_autofree char *key = NULL;
  char **known;
  char **before = NULL;
  char **after = NULL;

  overlay (changed, change, operation == SQLITE_INSERT ? cap_row_change_get_new : cap_row_change_get_old);
  key = dup_row_key (part, changed);
  known = g_hash_table_lookup (log->rows, key);
  free_row (changed);

  if (operation != SQLITE_DELETE)
    {
      after = known != NULL && operation == SQLITE_UPDATE ? copy_row (known) : new_row ();
      overlay (after, change, cap_row_change_get_old);
      overlay (after, change, cap_row_change_get_new);
    }
  if (operation != SQLITE_INSERT)
    {
      before = after != NULL ? copy_row (after) : new_row ();
      overlay (before, change, cap_row_change_get_old);
    }

  add_lines (log, part, before, after);
  g_clear_pointer (&after, free_row);
  if (before != NULL)
    g_hash_table_replace (log->rows, g_steal_pointer (&key), before);
  else
    g_hash_table_remove (log->rows, key);
}

static void
read_change (const CapRowChange *row,
             gpointer            data)
{
  Log *log = data;
  const Part *part;

  if (!is_about (log, row))
    return;

  part = find_part (row->table);
  if (part != NULL)
    read_part (log, part, row);
  else if (g_str_equal (row->table, "action"))
    read_action (log, row);
}

static int
compare_fields (gconstpointer a,
                gconstpointer b)
{
  const CapActionChange *one = *(const CapActionChange * const *) a;
  const CapActionChange *other = *(const CapActionChange * const *) b;

  return (int) one->field - (int) other->field;
}

/* An action that enters or leaves does so whole. */
static void
keep_entry_alone (GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const CapActionChange *change = g_ptr_array_index (found, i);

      if (change->field == CAP_FIELD_NUMBER && (change->before == NULL || change->after == NULL))
        {
          CapActionChange *entry = g_ptr_array_steal_index (found, i);

          g_ptr_array_set_size (found, 0);
          g_ptr_array_add (found, entry);
          return;
        }
    }
}

static char *
dup_line_key (CapActionField  field,
              const char     *line)
{
  return g_strdup_printf ("%d %s", (int) field, line);
}

static GHashTable *
index_additions (const GPtrArray *found)
{
  GHashTable *additions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      CapActionChange *change = g_ptr_array_index (found, i);

      if (change->before == NULL)
        g_hash_table_replace (additions, dup_line_key (change->field, change->after), change);
    }

  return additions;
}

/* A line that goes and comes back elsewhere did not change. */
static void
drop_moves (GPtrArray *found)
{
  g_autoptr(GHashTable) additions = index_additions (found);
  g_autoptr(GHashTable) moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      CapActionChange *removal = g_ptr_array_index (found, i);
      g_autofree char *key = removal->after == NULL ? dup_line_key (removal->field, removal->before) : NULL;
      CapActionChange *addition = key != NULL ? g_hash_table_lookup (additions, key) : NULL;

      if (addition != NULL)
        {
          g_hash_table_add (moved, removal);
          g_hash_table_add (moved, addition);
          g_hash_table_remove (additions, key);
        }
    }

  for (guint i = found->len; i > 0; i--)
    {
      if (g_hash_table_contains (moved, g_ptr_array_index (found, i - 1)))
        g_ptr_array_remove_index (found, i - 1);
    }
}

/* What the gesture in @stmt changed goes to the end of the log. */
static void
take_found (Log     *log,
            CapStmt *stmt)
{
  keep_entry_alone (log->found);
  drop_moves (log->found);
  g_ptr_array_sort (log->found, compare_fields);

  for (guint i = 0; i < log->found->len; i++)
    {
      CapActionChange *change = g_ptr_array_index (log->found, i);

      change->sequence = cap_stmt_get_int (stmt, COL_SEQUENCE);
      change->gesture = (CapGesture) cap_stmt_get_natural (stmt, COL_GESTURE);
      change->detail = cap_stmt_dup_text (stmt, COL_DETAIL);
      change->made_at = cap_stmt_dup_text (stmt, COL_MADE_AT);
      change->author = cap_stmt_dup_text (stmt, COL_AUTHOR);
    }

  g_ptr_array_extend_and_steal (log->changes, g_steal_pointer (&log->found));
  log->found = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_change_free);
}

/* A changeset without the identifier is about something else: it is not even looked at. */
static gboolean
read_gestures (CapDb   *db,
               Log     *log,
               GError **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT gesture.sequence, kind, detail, made_at, author, changeset FROM gesture"
                         " JOIN journal ON journal.gesture = gesture.sequence AND deed = 'done'"
                         " WHERE state = 'done' AND instr (changeset, CAST (?1 AS BLOB)) > 0"
                         " ORDER BY gesture.sequence DESC", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, log->action_id);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autoptr(GBytes) changeset = cap_stmt_dup_bytes (stmt, COL_CHANGESET);

      if (!cap_row_change_foreach (db, changeset, read_change, log, error))
        return FALSE;

      take_found (log, stmt);
    }

  return step == CAP_STEP_DONE;
}

static gboolean
load_parts (CapDb   *db,
            Log     *log,
            GError **error)
{
  gboolean loaded = TRUE;

  for (guint i = 0; loaded && i < G_N_ELEMENTS (parts); i++)
    loaded = load_part (db, log, &parts[i], error);

  return loaded;
}

/**
 * cap_change_log_read:
 * @db: a dossier, of the latest schema
 * @action_id: UUID of an action, which may be gone
 *
 * Reads what the gestures that are in force changed of one action: those that
 * were undone do not count. The file may be anybody’s: a changeset without a
 * sound form is an error, never a crash.
 *
 * Returns: (transfer full) (nullable) (element-type CapActionChange): newest first,
 *   those of one gesture in the order of the fields
 */
GPtrArray *
cap_change_log_read (CapDb       *db,
                     const char  *action_id,
                     GError     **error)
{
  g_autoptr(GHashTable) rows = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  Log log = { action_id, NULL, NULL, NULL };
  gboolean read;

  g_return_val_if_fail (db != NULL && action_id != NULL, NULL);

  rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_row);
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_change_free);
  log.rows = rows;
  log.changes = changes;
  log.found = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_change_free);

  read = load_parts (db, &log, error) && read_gestures (db, &log, error);
  g_ptr_array_unref (log.found);

  return read ? g_steal_pointer (&changes) : NULL;
}
