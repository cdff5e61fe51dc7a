/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-content-hash.h"

#include <string.h>

#include "store/cap-changeset.h"
#include "store/cap-db-private.h"

/* What a dossier holds, as one number: SHA-256 of these bytes, which are the same on every machine, whatever
 * was done before, and however SQLite laid the file out.
 *
 *   "CapContent", NUL, 1                     the version of this format
 *   for each table that gestures change and that has rows, by its name:
 *     'T' NAME
 *     for each row, by its primary key:
 *       'R'
 *       for each column, by its name, whose value is not NULL:
 *         NAME, then  'I' eight bytes  |  'F' eight bytes (IEEE 754)  |  'S' TEXT  |  'B' BLOB
 *       'r'
 *     't'
 *
 * A NAME, a TEXT and a BLOB are their length in bytes, then their bytes; lengths and numbers are of eight
 * bytes, the highest first. As each value says its kind and its length, no two contents have the same bytes.
 *
 * A value that is NULL is left out, and so is one that is the default of a column that is never NULL: a later
 * schema that adds such columns, or tables, gives an older dossier the hash that it had. Frameworks and files
 * are named by their SHA-256 in the rows that need them: cap_dossier_file_check() compares their content. */
static const guint8 header[] = "CapContent\0\1"; /* without the NUL that C adds */

typedef struct
{
  char  *name;
  char  *expression;
  gint64 key; /* its rank in the primary key, or 0 */
} Column;

enum { INFO_ID, INFO_NAME, INFO_TYPE, INFO_NOT_NULL, INFO_DEFAULT, INFO_KEY };

static void
column_free (Column *self)
{
  g_free (self->name);
  g_free (self->expression);
  g_free (self);
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  return strcmp ((*(const Column * const *) one)->name, (*(const Column * const *) other)->name);
}

static int
compare_texts (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char * const *) one, *(const char * const *) other);
}

static void
put_number (GChecksum *sum,
            guint64    value)
{
  const guint64 bytes = GUINT64_TO_BE (value);

  g_checksum_update (sum, (const guchar *) &bytes, sizeof bytes);
}

static void
put_tag (GChecksum *sum,
         char       tag)
{
  g_checksum_update (sum, (const guchar *) &tag, 1);
}

static void
put_bytes (GChecksum    *sum,
           gconstpointer data,
           int           size)
{
  put_number (sum, (guint64) size);
  if (size > 0)
    g_checksum_update (sum, data, size);
}

static void
put_value (GChecksum     *sum,
           sqlite3_value *value)
{
  union { double number; guint64 bits; } real;

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      put_tag (sum, 'I');
      put_number (sum, (guint64) sqlite3_value_int64 (value));
      break;

    case SQLITE_FLOAT:
      put_tag (sum, 'F');
      real.number = sqlite3_value_double (value);
      put_number (sum, real.bits);
      break;

    case SQLITE_TEXT:
      put_tag (sum, 'S');
      put_bytes (sum, sqlite3_value_text (value), sqlite3_value_bytes (value));
      break;

    case SQLITE_BLOB:
    default:
      put_tag (sum, 'B');
      put_bytes (sum, sqlite3_value_blob (value), sqlite3_value_bytes (value));
      break;
    }
}

static char *
dup_expression (const char *name,
                gboolean    not_null,
                const char *initial)
{
  return not_null && initial != NULL ? g_strdup_printf ("nullif (\"%s\", %s)", name, initial)
                                     : g_strdup_printf ("\"%s\"", name);
}

/* The schema is ours, word for word: it was compared when the file was opened. */
static GPtrArray *
list_columns (CapDb       *db,
              const char  *table,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (\"%s\")", table);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  CapStep step = CAP_STEP_ERROR;

  while (stmt != NULL && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      Column *column = g_new0 (Column, 1);

      column->name = cap_stmt_dup_text (stmt, INFO_NAME);
      column->expression = dup_expression (column->name, cap_stmt_get_int (stmt, INFO_NOT_NULL) != 0,
                                           cap_stmt_get_text (stmt, INFO_DEFAULT));
      column->key = cap_stmt_get_int (stmt, INFO_KEY);
      g_ptr_array_add (columns, column);
    }

  g_ptr_array_sort (columns, compare_names);

  return step == CAP_STEP_DONE ? g_steal_pointer (&columns) : NULL;
}

static const Column *
find_key (const GPtrArray *columns,
          gint64           rank)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = g_ptr_array_index (columns, i);

      if (column->key == rank)
        return column;
    }

  return NULL;
}

static char *
dup_query (const GPtrArray *columns,
           const char      *table)
{
  GString *sql = g_string_new ("SELECT ");
  const Column *key;

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "",
                            ((const Column *) g_ptr_array_index (columns, i))->expression);
  g_string_append_printf (sql, " FROM \"%s\"", table);
  for (gint64 rank = 1; (key = find_key (columns, rank)) != NULL; rank++)
    g_string_append_printf (sql, "%s \"%s\"", rank == 1 ? " ORDER BY" : ",", key->name);

  return g_string_free (sql, FALSE);
}

static void
put_row (GChecksum       *sum,
         sqlite3_stmt    *stmt,
         const GPtrArray *columns)
{
  put_tag (sum, 'R');
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = g_ptr_array_index (columns, i);
      sqlite3_value *value = sqlite3_column_value (stmt, (int) i);

      if (sqlite3_value_type (value) == SQLITE_NULL)
        continue;
      put_bytes (sum, column->name, (int) strlen (column->name));
      put_value (sum, value);
    }
  put_tag (sum, 'r');
}

static gboolean
put_table (GChecksum   *sum,
           CapDb       *db,
           const char  *table,
           GError     **error)
{
  g_autoptr(GPtrArray) columns = list_columns (db, table, error);
  g_autofree char *sql = columns != NULL ? dup_query (columns, table) : NULL;
  sqlite3_stmt *stmt = NULL;
  gboolean empty = TRUE;
  int status;

  if (sql == NULL)
    return FALSE;

  status = sqlite3_prepare_v2 (cap_db_get_handle (db), sql, -1, &stmt, NULL);
  while (status == SQLITE_OK && (status = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      if (empty)
        {
          put_tag (sum, 'T');
          put_bytes (sum, table, (int) strlen (table));
        }
      empty = FALSE;
      put_row (sum, stmt, columns);
      status = SQLITE_OK;
    }
  if (!empty)
    put_tag (sum, 't');
  sqlite3_finalize (stmt);

  return status == SQLITE_DONE || cap_db_set_error (db, status, error);
}

/**
 * cap_content_hash:
 * @db: a dossier at the version of the schema that this program writes
 * @error: return location for a [error@Cap.StoreError]
 *
 * What the dossier holds, in one number: the journal, what can be done again,
 * the seals and the layout of the file do not count.
 *
 * Returns: (transfer full) (nullable): a SHA-256, in hexadecimal
 */
char *
cap_content_hash (CapDb   *db,
                  GError **error)
{
  const char * const *tables = cap_changeset_list_tables ();
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (db != NULL, NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    g_ptr_array_add (sorted, (char *) tables[i]);
  g_ptr_array_sort (sorted, compare_texts);

  g_checksum_update (sum, header, sizeof header - 1);
  for (guint i = 0; i < sorted->len; i++)
    {
      if (!put_table (sum, db, g_ptr_array_index (sorted, i), error))
        return NULL;
    }

  return g_strdup (g_checksum_get_string (sum));
}
