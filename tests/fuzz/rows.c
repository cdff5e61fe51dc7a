/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/dossiers.h"

#include <sqlite3.h>
#include <string.h>

#include "store/cap-db-private.h"
#include "store/cap-dossier-check.h"

#define MAX_CHANGES 16
#define MAX_GROWTH  (64 * 1024)

/* What happens to a row. */
enum { CHANGE_SET, CHANGE_SPOIL, CHANGE_COPY, CHANGE_DELETE, CHANGE_DOUBLE, N_CHANGES };

/* What a cell becomes. */
enum { VALUE_NULL, VALUE_SMALL, VALUE_LARGE, VALUE_REAL, VALUE_TEXT, VALUE_BLOB, N_VALUES };

static GPtrArray *
list_names (sqlite3    *db,
            const char *sql,
            const char *argument)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (stmt, 1, argument, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);

  return names;
}

static void
bind_value (sqlite3_stmt *stmt,
            FuzzInput    *input)
{
  const guint kind = fuzz_input_below (input, N_VALUES);
  g_autoptr(GBytes) text = fuzz_input_text (input);
  gsize size;
  const char *data = g_bytes_get_data (text, &size);
  gint64 number = 0;

  memcpy (&number, data != NULL ? data : "", MIN (size, sizeof number));
  switch (kind)
    {
    case VALUE_NULL:
      sqlite3_bind_null (stmt, 1);
      break;

    case VALUE_SMALL:
      sqlite3_bind_int64 (stmt, 1, number % 128);
      break;

    case VALUE_LARGE:
      sqlite3_bind_int64 (stmt, 1, number);
      break;

    case VALUE_REAL:
      sqlite3_bind_double (stmt, 1, (double) number);
      break;

    case VALUE_TEXT:
      sqlite3_bind_text (stmt, 1, data, (int) size, SQLITE_TRANSIENT);
      break;

    case VALUE_BLOB:
    default:
      sqlite3_bind_blob (stmt, 1, data, (int) size, SQLITE_TRANSIENT);
      break;
    }
}

/* Bytes of what the cell holds are changed: a changeset, a text that is JSON. */
static void
bind_spoilt (sqlite3      *db,
             sqlite3_stmt *stmt,
             const char   *select,
             FuzzInput    *input)
{
  g_autoptr(GBytes) patch = fuzz_input_text (input);
  gsize size;
  const guint8 *data = g_bytes_get_data (patch, &size);
  FuzzInput changes = { data, size > 0 ? data + size : data };
  sqlite3_stmt *read = NULL;

  sqlite3_prepare_v2 (db, select, -1, &read, NULL);
  if (read != NULL && sqlite3_step (read) == SQLITE_ROW)
    {
      const gboolean is_text = sqlite3_column_type (read, 0) == SQLITE_TEXT;
      const void *blob = sqlite3_column_blob (read, 0);
      g_autoptr(GBytes) sound = g_bytes_new (blob, (gsize) sqlite3_column_bytes (read, 0));
      g_autoptr(GBytes) spoilt = fuzz_input_spoil (&changes, sound);

      data = g_bytes_get_data (spoilt, &size);
      if (is_text)
        sqlite3_bind_text (stmt, 1, (const char *) data, (int) size, SQLITE_TRANSIENT);
      else
        sqlite3_bind_blob (stmt, 1, data, (int) size, SQLITE_TRANSIENT);
    }
  sqlite3_finalize (read);
}

static char *
dup_key (sqlite3    *db,
         const char *table)
{
  g_autoptr(GPtrArray) columns =
    list_names (db, "SELECT '\"' || name || '\"' FROM pragma_table_info (?1) WHERE pk > 0", table);

  g_ptr_array_add (columns, NULL);

  return g_strjoinv (", ", (char **) columns->pdata);
}

/* Returns: (transfer full): the statement of a change */
static char *
dup_sql (guint       change,
         const char *table,
         const char *column,
         const char *other,
         const char *key,
         guint       row)
{
  g_autofree char *where = g_strdup_printf ("(%s) = (SELECT %s FROM \"%s\" LIMIT 1 OFFSET"
                                            " %u %% (SELECT max (1, count (*)) FROM \"%s\"))",
                                            key, key, table, row, table);

  switch (change)
    {
    case CHANGE_COPY:
      return g_strdup_printf ("UPDATE OR IGNORE \"%s\" SET \"%s\" = \"%s\" WHERE %s", table, column, other,
                              where);

    case CHANGE_DELETE:
      return g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", table, where);

    case CHANGE_DOUBLE:
      return g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" SELECT * FROM \"%s\" WHERE NOT (%s) LIMIT %u",
                              table, table, where, row);

    case CHANGE_SET:
    case CHANGE_SPOIL:
    default:
      return g_strdup_printf ("UPDATE OR IGNORE \"%s\" SET \"%s\" = ?1 WHERE %s", table, column, where);
    }
}

static void
change (sqlite3   *db,
        GPtrArray *tables,
        FuzzInput *input)
{
  const char *table = g_ptr_array_index (tables, fuzz_input_below (input, tables->len));
  const guint kind = fuzz_input_below (input, N_CHANGES);
  const guint row = fuzz_input_byte (input);
  g_autoptr(GPtrArray) columns = list_names (db, "SELECT name FROM pragma_table_info (?1)", table);
  const char *column = g_ptr_array_index (columns, fuzz_input_byte (input) % columns->len);
  const char *other = g_ptr_array_index (columns, fuzz_input_byte (input) % columns->len);
  g_autofree char *key = dup_key (db, table);
  g_autofree char *sql = dup_sql (kind, table, column, other, key, row);
  g_autofree char *select = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" LIMIT 1 OFFSET %u", column, table,
                                             row);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (kind == CHANGE_SET)
    bind_value (stmt, input);
  else if (kind == CHANGE_SPOIL)
    bind_spoilt (db, stmt, select, input);
  sqlite3_step (stmt); /* what types refuse is refused */
  sqlite3_finalize (stmt);
}

static void
change_rows (sqlite3   *db,
             FuzzInput *input)
{
  g_autoptr(GPtrArray) tables =
    list_names (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name != ?1 ORDER BY name", "");

  for (guint i = 0; i < MAX_CHANGES && input->at < input->end; i++)
    change (db, tables, input);
}

/* The header, the pages and the schema stay sound: what is in the rows does not. */
GBytes *
fuzz_dossiers_change_file (GBytes    *dossier,
                           FuzzInput *input)
{
  const gsize size = g_bytes_get_size (dossier);
  unsigned char *pages = sqlite3_malloc64 (size + MAX_GROWTH);
  sqlite3_int64 new_size = 0;
  sqlite3 *db = NULL;
  GBytes *changed;

  memcpy (pages, g_bytes_get_data (dossier, NULL), size);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_deserialize (db, "main", pages, (sqlite3_int64) size,
                                        (sqlite3_int64) size + MAX_GROWTH,
                                        SQLITE_DESERIALIZE_FREEONCLOSE), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON; BEGIN", NULL, NULL, NULL);
  change_rows (db, input);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  pages = sqlite3_serialize (db, "main", &new_size, SQLITE_SERIALIZE_NOCOPY);
  changed = g_bytes_new (pages, (gsize) new_size);
  sqlite3_close (db);

  return changed;
}

/* The same in a transaction: to end it restores the dossier. Opening a file is most of what it costs. */
gboolean
fuzz_dossiers_change_rows (CapDb     *db,
                           FuzzInput *input)
{
  cap_db_exec (db, "PRAGMA ignore_check_constraints = ON", NULL);
  change_rows (cap_db_get_handle (db), input);
  cap_db_exec (db, "PRAGMA ignore_check_constraints = OFF", NULL);

  return cap_dossier_check_is_sound (db, CAP_CHECK_QUICK, NULL);
}
