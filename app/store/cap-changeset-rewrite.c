/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-changeset-rewrite.h"

#include <sqlite3.h>
#include <string.h>

#include "store/cap-changeset.h"

/* A changeset is a header for each table, then its changes: see the comments of sqlite3session.c. Here it is
 * read, handed over row by row, and written again. */

#define NUMBER_SIZE sizeof (gint64)

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

/* The 32-bit numbers of SQLite. */
static guint32
read_number (Reader *reader)
{
  guint32 value = 0;
  guint8 byte;

  do
    {
      byte = *reader->at++;
      value = value << 7 | (byte & 0x7f);
    }
  while (byte & 0x80);

  return value;
}

static void
write_number (GByteArray *out,
              guint32     value)
{
  guint8 bytes[5];
  guint i = G_N_ELEMENTS (bytes);

  bytes[--i] = value & 0x7f;
  while ((value >>= 7) != 0)
    bytes[--i] = 0x80 | (value & 0x7f);

  g_byte_array_append (out, bytes + i, G_N_ELEMENTS (bytes) - i);
}

static void
read_value (Reader      *reader,
            CapRawValue *value)
{
  value->type = *reader->at++;
  value->size = 0;
  if (value->type == SQLITE_INTEGER || value->type == SQLITE_FLOAT)
    value->size = NUMBER_SIZE;
  else if (value->type == SQLITE_TEXT || value->type == SQLITE_BLOB)
    value->size = read_number (reader);

  value->bytes = reader->at;
  reader->at += value->size;
}

static void
write_value (GByteArray        *out,
             const CapRawValue *value)
{
  const guint8 type = (guint8) value->type;

  g_byte_array_append (out, &type, 1);
  if (type == SQLITE_TEXT || type == SQLITE_BLOB)
    write_number (out, (guint32) value->size);
  g_byte_array_append (out, value->bytes, (guint) value->size);
}

void
cap_raw_value_clear (CapRawValue *self)
{
  g_clear_pointer (&self->owned, g_bytes_unref);
  self->type = 0;
  self->bytes = NULL;
  self->size = 0;
}

static void
set_bytes (CapRawValue *self,
           int          type,
           GBytes      *bytes)
{
  cap_raw_value_clear (self);
  self->type = type;
  self->owned = bytes;
  self->bytes = g_bytes_get_data (bytes, &self->size);
}

/* Returns: (transfer full) (nullable): the text in UTF-8; %NULL when the value is none */
char *
cap_raw_value_dup_text (const CapRawValue *self)
{
  return self->type == SQLITE_TEXT ? g_utf8_make_valid ((const char *) self->bytes, (gssize) self->size)
    : NULL;
}

void
cap_raw_value_set_text (CapRawValue *self,
                        const char  *text)
{
  set_bytes (self, SQLITE_TEXT, g_bytes_new (text, strlen (text)));
}

void
cap_raw_value_set_int (CapRawValue *self,
                       gint64       number)
{
  const gint64 stored = GINT64_TO_BE (number);

  set_bytes (self, SQLITE_INTEGER, g_bytes_new (&stored, sizeof stored));
}

static gboolean
is_same (const CapRawValue *one,
         const CapRawValue *other)
{
  return one->type == other->type && one->size == other->size &&
         (one->size == 0 || memcmp (one->bytes, other->bytes, one->size) == 0);
}

/* Where both sides came to say the same, nothing changed there. Returns: whether anything still does */
static gboolean
settle_update (CapRawRow *row)
{
  gboolean changes = FALSE;

  for (guint i = 0; i < row->n_columns; i++)
    {
      if (row->keys[i] || row->after[i].type == 0)
        continue;
      if (is_same (&row->before[i], &row->after[i]))
        {
          cap_raw_value_clear (&row->before[i]);
          cap_raw_value_clear (&row->after[i]);
        }
      else
        changes = TRUE;
    }

  return changes;
}

static void
rewrite_change (Reader        *reader,
                CapRawRow     *row,
                CapRawRowFunc  func,
                gpointer       user_data,
                GByteArray    *out)
{
  const guint8 head[] = { reader->at[0], reader->at[1] };

  row->operation = head[0];
  reader->at += sizeof head;
  memset (row->before, 0, row->n_columns * sizeof *row->before);
  memset (row->after, 0, row->n_columns * sizeof *row->after);
  for (guint i = 0; row->operation != SQLITE_INSERT && i < row->n_columns; i++)
    read_value (reader, &row->before[i]);
  for (guint i = 0; row->operation != SQLITE_DELETE && i < row->n_columns; i++)
    read_value (reader, &row->after[i]);

  func (row, user_data);

  if (row->operation != SQLITE_UPDATE || settle_update (row))
    {
      g_byte_array_append (out, head, sizeof head);
      for (guint i = 0; row->operation != SQLITE_INSERT && i < row->n_columns; i++)
        write_value (out, &row->before[i]);
      for (guint i = 0; row->operation != SQLITE_DELETE && i < row->n_columns; i++)
        write_value (out, &row->after[i]);
    }

  for (guint i = 0; i < row->n_columns; i++)
    {
      cap_raw_value_clear (&row->before[i]);
      cap_raw_value_clear (&row->after[i]);
    }
}

/* The header is kept as it is, even when none of its changes is left: SQLite applies nothing then. */
static void
copy_header (Reader      *reader,
             CapRawRow   *row,
             GByteArray  *out)
{
  const guint8 *start = reader->at++;

  row->n_columns = read_number (reader);
  row->keys = reader->at;
  row->table = (const char *) reader->at + row->n_columns;
  reader->at += row->n_columns + strlen (row->table) + 1;
  g_byte_array_append (out, start, (guint) (reader->at - start));
  row->before = g_renew (CapRawValue, row->before, row->n_columns);
  row->after = g_renew (CapRawValue, row->after, row->n_columns);
}

/**
 * cap_changeset_rewrite:
 * @changeset: what a gesture changed, as read from the file
 * @func: called for each row, which it may change
 * @error: return location for a [error@Cap.StoreError]
 *
 * Returns: (transfer full) (nullable): the changeset with the rows as they are now; an update that changes
 *   nothing any more is left out
 */
GBytes *
cap_changeset_rewrite (GBytes         *changeset,
                       CapRawRowFunc   func,
                       gpointer        user_data,
                       GError        **error)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  CapRawRow row = { 0 };
  Reader reader;
  gsize size;

  if (!cap_changeset_check (changeset, error))
    return NULL;

  reader.at = g_bytes_get_data (changeset, &size);
  reader.end = reader.at + size;
  while (reader.at < reader.end)
    {
      if (*reader.at == 'T')
        copy_header (&reader, &row, out);
      else
        rewrite_change (&reader, &row, func, user_data, out);
    }
  g_free (row.before);
  g_free (row.after);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * cap_raw_row_dup_key:
 *
 * Returns: (transfer full): the key of the row as one text, its parts joined by a tab
 */
char *
cap_raw_row_dup_key (const CapRawRow *self)
{
  GString *key = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const CapRawValue *value = self->operation == SQLITE_INSERT ? &self->after[i] : &self->before[i];
      g_autofree char *text = NULL;

      if (!self->keys[i])
        continue;

      text = cap_raw_value_dup_text (value);
      if (text == NULL && value->type == SQLITE_INTEGER)
        {
          gint64 number;

          memcpy (&number, value->bytes, sizeof number);
          text = g_strdup_printf ("%" G_GINT64_FORMAT, GINT64_FROM_BE (number));
        }
      g_string_append_printf (key, "%s%s", first ? "" : "\t", text != NULL ? text : "");
      first = FALSE;
    }

  return g_string_free (key, FALSE);
}
