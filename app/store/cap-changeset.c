/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-changeset.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/cap-register.h"
#include "store/cap-db-private.h"
#include "store/cap-store-error-private.h"

#define MAX_COLUMNS 100

/* What gestures change, registers apart. The rest is about the file itself, and no changeset touches it. */
static const char * const own_tables[] = {
  "member", "evaluation", "answer", "evidence", "evidence_file", "evidence_link", "answer_evidence",
  "indicator", "indicator_value", "action", "action_origin", "action_step", "action_note", "action_after",
  "set_aside", "plan_review", "ballot", "vote",
};

/* The types of values in a changeset: see sqlite3session.c. */
enum { VALUE_UNDEFINED, VALUE_INTEGER, VALUE_FLOAT, VALUE_TEXT, VALUE_BLOB, VALUE_NULL };

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const guint8 *keys;      /* which columns of the table are its key */
  guint64       n_columns; /* 0: no table yet */
} Reader;

/* Returns: (array zero-terminated=1): the tables that gestures change: each register is one */
const char * const *
cap_changeset_list_tables (void)
{
  static const char *tables[G_N_ELEMENTS (own_tables) + CAP_N_REGISTERS + 1];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
        tables[i] = own_tables[i];
      for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
        tables[G_N_ELEMENTS (own_tables) + (guint) kind] = cap_register_get (kind)->name;
      g_once_init_leave (&ready, 1);
    }

  return tables;
}

static gboolean
skip (Reader *reader,
      guint64 size)
{
  if (size > (guint64) (reader->end - reader->at))
    return FALSE;

  reader->at += size;

  return TRUE;
}

/* The 32-bit numbers of SQLite: seven bits at a time, the highest first. */
static gboolean
read_number (Reader  *reader,
             guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 5 && reader->at < reader->end; i++)
    {
      guint8 byte = *reader->at++;

      *value = *value << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return *value <= G_MAXINT32;
    }

  return FALSE;
}

static gboolean
skip_value (Reader *reader,
            guint8 *type)
{
  guint64 size;

  if (reader->at == reader->end)
    return FALSE;

  *type = *reader->at++;
  switch (*type)
    {
    case VALUE_UNDEFINED:
    case VALUE_NULL:
      return TRUE;

    case VALUE_INTEGER:
    case VALUE_FLOAT:
      return skip (reader, sizeof (gint64));

    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_number (reader, &size) && skip (reader, size);

    default:
      return FALSE;
    }
}

/* “T”, how many columns, which of them are the key, and the name of the table. */
static gboolean
skip_table_header (Reader *reader)
{
  const char *name;
  const guint8 *end;

  if (!skip (reader, 1) || !read_number (reader, &reader->n_columns) ||
      reader->n_columns == 0 || reader->n_columns > MAX_COLUMNS)
    return FALSE;

  reader->keys = reader->at;
  if (!skip (reader, reader->n_columns))
    return FALSE;

  name = (const char *) reader->at;
  end = memchr (reader->at, '\0', (gsize) (reader->end - reader->at));
  if (end == NULL)
    return FALSE;

  reader->at = end + 1;

  return g_strv_contains (cap_changeset_list_tables (), name);
}

/* @types: of each column */
static gboolean
skip_row (Reader *reader,
          guint8  types[MAX_COLUMNS])
{
  for (guint64 i = 0; i < reader->n_columns; i++)
    {
      if (!skip_value (reader, &types[i]))
        return FALSE;
    }

  return TRUE;
}

/* A row that was inserted or deleted has all of its values. An update has the key before, and both values of
 * what changed: SQLite looks for the row by a key that it does not check to be there. */
static gboolean
is_complete (const Reader *reader,
             const guint8  before[MAX_COLUMNS],
             const guint8 *after)
{
  for (guint64 i = 0; i < reader->n_columns; i++)
    {
      const gboolean known = before[i] != VALUE_UNDEFINED;

      if (after == NULL ? !known
                        : reader->keys[i] != 0 ? !known || after[i] != VALUE_UNDEFINED
                                               : known != (after[i] != VALUE_UNDEFINED))
        return FALSE;
    }

  return TRUE;
}

/* What was done, whether it was by itself, and the row before or after; both when updated. */
static gboolean
skip_change (Reader *reader)
{
  const guint8 operation = *reader->at;
  guint8 before[MAX_COLUMNS];
  guint8 after[MAX_COLUMNS];

  if (operation != SQLITE_INSERT && operation != SQLITE_DELETE && operation != SQLITE_UPDATE)
    return FALSE;

  return skip (reader, 2) &&
         skip_row (reader, before) &&
         (operation != SQLITE_UPDATE || skip_row (reader, after)) &&
         is_complete (reader, before, operation == SQLITE_UPDATE ? after : NULL);
}

/* SQLite 3.40 trusts the form of a changeset: a table header that does not end
 * keeps sqlite3changeset_invert() busy for ever, an update without its key
 * crashes sqlite3changeset_apply(). Ours come from a file that
 * anybody may have written. */
static gboolean
is_well_formed (GBytes *changeset)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (changeset, &size);
  Reader reader;

  if (size == 0 || size > G_MAXINT)
    return FALSE;

  reader = (Reader) { .at = data, .end = data + size };
  while (reader.at < reader.end)
    {
      if (*reader.at == 'T' ? !skip_table_header (&reader) : reader.n_columns == 0 || !skip_change (&reader))
        return FALSE;
    }

  return TRUE;
}

static int
conflict_cb (void                    *data,
             int                      reason,
             sqlite3_changeset_iter  *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (CapDb    *db,
       int       size,
       void     *data,
       GError  **error)
{
  int status = sqlite3changeset_apply (cap_db_get_handle (db), size, data, NULL, conflict_cb, NULL);

  if (status == SQLITE_ABORT)
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                           _("The dossier no longer holds what this change was about"));
      return FALSE;
    }

  return status == SQLITE_OK || cap_db_set_error (db, status, error);
}

/**
 * cap_changeset_check:
 * @changeset: as read from the file
 *
 * Returns: whether its form is sound: to be known before SQLite reads it
 */
gboolean
cap_changeset_check (GBytes  *changeset,
                     GError **error)
{
  if (is_well_formed (changeset))
    return TRUE;

  cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "changeset");

  return FALSE;
}

/**
 * cap_changeset_apply:
 * @db: a database, in a transaction
 * @changeset: what a gesture changed, as read from the file
 *
 * Does again what was done. Fails if the rows are not what they were.
 *
 * Returns: whether all of it is applied
 */
gboolean
cap_changeset_apply (CapDb   *db,
                     GBytes  *changeset,
                     GError **error)
{
  return cap_changeset_check (changeset, error) &&
         apply (db, (int) g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL), error);
}

/* The opposite: takes back what was done. */
gboolean
cap_changeset_revert (CapDb   *db,
                      GBytes  *changeset,
                      GError **error)
{
  void *inverted = NULL;
  int size = 0;
  int status;
  gboolean done;

  if (!cap_changeset_check (changeset, error))
    return FALSE;

  status = sqlite3changeset_invert ((int) g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL),
                                    &size, &inverted);
  if (status != SQLITE_OK)
    return cap_db_set_error (db, status, error);

  done = apply (db, size, inverted, error);
  sqlite3_free (inverted);

  return done;
}

struct _CapRecording
{
  CapDb           *db;
  sqlite3_session *session;
};

/**
 * cap_recording_start:
 * @db: a database that stays open
 *
 * Returns: (transfer full) (nullable): what records the changes of the tables
 *   that gestures change
 */
CapRecording *
cap_recording_start (CapDb   *db,
                     GError **error)
{
  const char * const *tables = cap_changeset_list_tables ();
  g_autoptr(CapRecording) self = g_new0 (CapRecording, 1);
  int status = sqlite3session_create (cap_db_get_handle (db), "main", &self->session);

  self->db = db;
  for (guint i = 0; status == SQLITE_OK && tables[i] != NULL; i++)
    status = sqlite3session_attach (self->session, tables[i]);

  if (status != SQLITE_OK)
    {
      cap_db_set_error (db, status, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * cap_recording_finish:
 *
 * Returns: (transfer full) (nullable): what was changed; empty when nothing was
 */
GBytes *
cap_recording_finish (CapRecording  *self,
                      GError       **error)
{
  void *data = NULL;
  int size = 0;
  int status = sqlite3session_changeset (self->session, &size, &data);

  if (status != SQLITE_OK)
    {
      cap_db_set_error (self->db, status, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

void
cap_recording_free (CapRecording *self)
{
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

/* How many rows a changeset of ours changes. */
guint
cap_changeset_count (GBytes *changeset)
{
  sqlite3_changeset_iter *iter = NULL;
  guint count = 0;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    return 0;

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    count++;
  sqlite3changeset_finalize (iter);

  return count;
}
