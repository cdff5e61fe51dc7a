/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-db-private.h"

struct _CapStmt
{
  CapDb        *db;
  sqlite3_stmt *handle;
  int           status; /* first bind that failed: reported by the next step */
};

/**
 * cap_db_prepare:
 * @self: a database
 * @sql: one statement; always a literal, never built from user text
 * @error: return location for a [error@Cap.StoreError]
 *
 * Borrows a statement, from the cache when it has run before.
 *
 * Returns: (transfer full) (nullable): a statement to release
 */
CapStmt *
cap_db_prepare (CapDb       *self,
                const char  *sql,
                GError     **error)
{
  sqlite3_stmt *handle = NULL;
  CapStmt *stmt;
  int status;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  if (!cap_db_settle (self, error))
    return NULL;

  if (!g_hash_table_steal_extended (self->idle, sql, NULL, (gpointer *) &handle))
    {
      status = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
      if (status != SQLITE_OK)
        {
          cap_db_set_error (self, status, error);
          return NULL;
        }
    }

  stmt = g_new0 (CapStmt, 1);
  stmt->db = self;
  stmt->handle = handle;

  return stmt;
}

void
cap_stmt_release (CapStmt *self)
{
  const char *sql;

  g_return_if_fail (self != NULL);

  sql = sqlite3_sql (self->handle);
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);

  if (g_hash_table_contains (self->db->idle, sql))
    sqlite3_finalize (self->handle);
  else
    g_hash_table_insert (self->db->idle, (char *) sql, self->handle);

  g_free (self);
}

static void
note_status (CapStmt *self,
             int      status)
{
  if (self->status == SQLITE_OK)
    self->status = status;
}

void
cap_stmt_bind_int (CapStmt *self,
                   int      position,
                   gint64   value)
{
  note_status (self, sqlite3_bind_int64 (self->handle, position, value));
}

/* For a number from 0 on; a negative one stands for “not known”: NULL. */
void
cap_stmt_bind_natural (CapStmt *self,
                       int      position,
                       int      value)
{
  if (value < 0)
    note_status (self, sqlite3_bind_null (self->handle, position));
  else
    cap_stmt_bind_int (self, position, value);
}

/* %NULL is allowed: NULL. */
void
cap_stmt_bind_text (CapStmt    *self,
                    int         position,
                    const char *value)
{
  note_status (self, sqlite3_bind_text (self->handle, position, value, -1, SQLITE_TRANSIENT));
}

/* For a long text: @value is not copied, it must live until the statement is released. */
void
cap_stmt_bind_source (CapStmt *self,
                      int      position,
                      GBytes  *value)
{
  gsize size;
  const char *data = g_bytes_get_data (value, &size);

  note_status (self, sqlite3_bind_text64 (self->handle, position, data != NULL ? data : "", size,
                                          SQLITE_STATIC, SQLITE_UTF8));
}

/* @value is not copied: it must live until the statement is released. */
void
cap_stmt_bind_blob (CapStmt *self,
                    int      position,
                    GBytes  *value)
{
  gsize size;
  const void *data = g_bytes_get_data (value, &size);

  note_status (self, sqlite3_bind_blob64 (self->handle, position, data != NULL ? data : "", size,
                                          SQLITE_STATIC));
}

/**
 * cap_stmt_step:
 * @self: a statement
 * @error: return location for a [error@Cap.StoreError]
 *
 * Advances to the next row. A bind that failed before is reported here, so
 * that callers bind without checking and check once.
 *
 * Returns: whether there is a row, the end, or an error
 */
CapStep
cap_stmt_step (CapStmt  *self,
               GError  **error)
{
  int status;

  g_return_val_if_fail (self != NULL, CAP_STEP_ERROR);

  status = self->status != SQLITE_OK ? self->status : sqlite3_step (self->handle);

  switch (status)
    {
    case SQLITE_ROW:
      return CAP_STEP_ROW;

    case SQLITE_DONE:
      return CAP_STEP_DONE;

    default:
      cap_db_set_error (self->db, status, error);
      return CAP_STEP_ERROR;
    }
}

/* For a statement that returns no row. */
gboolean
cap_stmt_run (CapStmt  *self,
              GError  **error)
{
  CapStep step = cap_stmt_step (self, error);

  g_return_val_if_fail (step != CAP_STEP_ROW, FALSE);

  return step == CAP_STEP_DONE;
}

gint64
cap_stmt_get_int (CapStmt *self,
                  int      column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/* The counterpart of cap_stmt_bind_natural(). */
int
cap_stmt_get_natural (CapStmt *self,
                      int      column)
{
  if (sqlite3_column_type (self->handle, column) == SQLITE_NULL)
    return -1;

  return (int) CLAMP (sqlite3_column_int64 (self->handle, column), 0, G_MAXINT);
}

/* What it returns lives until the next step. */
const char *
cap_stmt_get_text (CapStmt *self,
                   int      column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * cap_stmt_dup_text:
 *
 * Returns: (transfer full) (nullable): the text, made valid UTF-8 if the file
 *   holds something else; %NULL for NULL
 */
char *
cap_stmt_dup_text (CapStmt *self,
                   int      column)
{
  const char *text = cap_stmt_get_text (self, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* The bytes of a text or of a blob, exactly. */
GBytes *
cap_stmt_dup_bytes (CapStmt *self,
                    int      column)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}
