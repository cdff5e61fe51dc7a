/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-row-change.h"

#include "store/cap-changeset.h"

/**
 * cap_row_change_foreach:
 * @db: where failures are told of
 * @changeset: from a file that anybody may have written; may be empty
 * @func: is given each row that it changes, in their order
 * @error: return location for a [error@Cap.StoreError]
 *
 * Returns: whether all of it could be read
 */
gboolean
cap_row_change_foreach (CapDb             *db,
                        GBytes            *changeset,
                        CapRowChangeFunc   func,
                        gpointer           data,
                        GError           **error)
{
  g_autoptr(sqlite3_changeset_iter) iter = NULL;
  int status;

  if (g_bytes_get_size (changeset) == 0)
    return TRUE;
  if (!cap_changeset_check (changeset, error))
    return FALSE;

  status = sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                                   (void *) g_bytes_get_data (changeset, NULL));
  while (status == SQLITE_OK && (status = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      CapRowChange change;

      cap_row_change_init (&change, iter);
      func (&change, data);
      status = SQLITE_OK;
    }

  return status == SQLITE_DONE || cap_db_set_error (db, status, error);
}

/**
 * cap_row_change_init:
 * @iter: that was just moved to a change
 */
void
cap_row_change_init (CapRowChange           *self,
                     sqlite3_changeset_iter *iter)
{
  unsigned char *keys = NULL;

  self->iter = iter;
  sqlite3changeset_op (iter, &self->table, &self->n_columns, &self->operation, NULL);
  sqlite3changeset_pk (iter, &keys, NULL);
  self->keys = keys;
}

sqlite3_value *
cap_row_change_get_old (const CapRowChange *self,
                        int                 column)
{
  sqlite3_value *value = NULL;

  if (self->operation != SQLITE_INSERT)
    sqlite3changeset_old (self->iter, column, &value);

  return value;
}

sqlite3_value *
cap_row_change_get_new (const CapRowChange *self,
                        int                 column)
{
  sqlite3_value *value = NULL;

  if (self->operation != SQLITE_DELETE)
    sqlite3changeset_new (self->iter, column, &value);

  return value;
}

/**
 * cap_row_change_dup_key:
 *
 * Returns: (transfer full): the key of the row as one text, its parts joined by a tab
 */
char *
cap_row_change_dup_key (const CapRowChange *self)
{
  GString *key = g_string_new (NULL);

  for (int i = 0; i < self->n_columns; i++)
    {
      sqlite3_value *value = self->operation == SQLITE_INSERT ? cap_row_change_get_new (self, i)
                                                              : cap_row_change_get_old (self, i);
      const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
      g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

      if (self->keys[i])
        g_string_append_printf (key, "%s%s", key->len > 0 ? "\t" : "", valid);
    }

  return g_string_free (key, FALSE);
}
