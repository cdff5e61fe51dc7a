/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-history.h"

#include <glib/gi18n.h>

#include "store/cap-action-table.h"
#include "store/cap-answer-table.h"
#include "store/cap-db-private.h"
#include "store/cap-evaluation-table.h"
#include "store/cap-gesture-table.h"
#include "store/cap-member-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-store-error-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

/* What gestures change. The rest is about the file itself, and no changeset touches it. */
static const char * const recorded_tables[] = {
  "member", "evaluation", "answer", "evidence", "answer_evidence", "action", "action_origin", NULL,
};

static sqlite3_session *
start_recording (CapDb   *db,
                 GError **error)
{
  g_autoptr(sqlite3_session) session = NULL;
  int status = sqlite3session_create (cap_db_get_handle (db), "main", &session);

  for (guint i = 0; status == SQLITE_OK && recorded_tables[i] != NULL; i++)
    status = sqlite3session_attach (session, recorded_tables[i]);

  if (status != SQLITE_OK)
    {
      cap_db_set_error (db, status, error);
      return NULL;
    }

  return g_steal_pointer (&session);
}

static GBytes *
get_changeset (CapDb            *db,
               sqlite3_session  *session,
               GError          **error)
{
  void *data = NULL;
  int size = 0;
  int status = sqlite3session_changeset (session, &size, &data);

  if (status != SQLITE_OK)
    {
      cap_db_set_error (db, status, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

static gboolean
apply_edit (CapDb          *db,
            const CapEdit  *edit,
            GError        **error)
{
  switch (edit->kind)
    {
    case CAP_EDIT_PUT_MEMBER:
      return cap_member_table_put (db, edit->value, error);

    case CAP_EDIT_PUT_EVALUATION:
      return cap_evaluation_table_put (db, edit->value, error);

    case CAP_EDIT_PUT_ANSWER:
      return cap_answer_table_put (db, edit->owner, edit->value, error);

    case CAP_EDIT_PUT_ACTION:
      return cap_action_table_put (db, edit->value, error);

    case CAP_EDIT_REMOVE_ACTION:
      return cap_action_table_remove (db, edit->owner, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Applies the edits and returns what they changed. */
static GBytes *
record (CapDb             *db,
        const CapCommand  *command,
        GError           **error)
{
  g_autoptr(sqlite3_session) session = start_recording (db, error);

  if (session == NULL)
    return NULL;

  for (guint i = 0; i < command->edits->len; i++)
    {
      if (!apply_edit (db, g_ptr_array_index (command->edits, i), error))
        return NULL;
    }

  return get_changeset (db, session, error);
}

static gboolean
renew_head (CapDb   *db,
            GError **error)
{
  g_autofree char *head = g_uuid_string_random ();

  return cap_meta_table_put (db, CAP_META_HEAD, head, error);
}

/**
 * cap_history_run:
 * @db: a working copy
 * @command: one gesture
 *
 * Applies a gesture in one transaction, whole or not at all, and records what
 * it changed. A gesture that changes nothing leaves no trace.
 *
 * Returns: whether the gesture is done
 */
gboolean
cap_history_run (CapDb             *db,
                 const CapCommand  *command,
                 GError           **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_autoptr(GBytes) changeset = NULL;

  if (transaction == NULL)
    return FALSE;

  changeset = record (db, command, error);
  if (changeset == NULL)
    return FALSE;

  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  return cap_gesture_table_drop_undone (db, error) &&
         cap_gesture_table_append (db, command, changeset, error) &&
         renew_head (db, error) &&
         cap_transaction_commit (transaction, error);
}

/* A changeset comes from the file: it may only touch what gestures change. */
static int
filter_cb (void       *data,
           const char *table)
{
  return g_strv_contains (recorded_tables, table);
}

static int
conflict_cb (void                     *data,
             int                       reason,
             sqlite3_changeset_iter   *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changeset (CapDb       *db,
                 int          size,
                 const void  *data,
                 GError     **error)
{
  int status = sqlite3changeset_apply (cap_db_get_handle (db), size, (void *) data,
                                       filter_cb, conflict_cb, NULL);

  if (status == SQLITE_ABORT)
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                           _("The dossier no longer holds what this change was about"));
      return FALSE;
    }

  return status == SQLITE_OK || cap_db_set_error (db, status, error);
}

static gboolean
apply_inverted (CapDb       *db,
                int          size,
                const void  *data,
                GError     **error)
{
  void *inverted = NULL;
  int inverted_size = 0;
  int status = sqlite3changeset_invert (size, data, &inverted_size, &inverted);
  gboolean done;

  if (status != SQLITE_OK)
    return cap_db_set_error (db, status, error);

  done = apply_changeset (db, inverted_size, inverted, error);
  sqlite3_free (inverted);

  return done;
}

static gboolean
move_to (CapDb            *db,
         gint64            sequence,
         CapGestureState   state,
         GError          **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, sequence, error);
  const void *data;
  gsize size;

  if (changeset == NULL)
    return FALSE;

  data = g_bytes_get_data (changeset, &size);

  return (state == CAP_GESTURE_STATE_UNDONE ? apply_inverted (db, (int) size, data, error)
                                            : apply_changeset (db, (int) size, data, error)) &&
         cap_gesture_table_set_state (db, sequence, state, error) &&
         renew_head (db, error);
}

/**
 * cap_history_undo:
 * @db: a working copy
 *
 * Takes back the last gesture, in one transaction.
 *
 * Returns: (transfer full) (nullable): what was undone; having nothing to undo
 *   is an error
 */
char *
cap_history_undo (CapDb   *db,
                  GError **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_auto(CapGestureRow) row = { 0 };

  if (transaction == NULL || !cap_gesture_table_find_undoable (db, &row, error))
    return NULL;

  if (row.sequence == 0)
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_FAILED, _("There is nothing to undo"));
      return NULL;
    }

  return move_to (db, row.sequence, CAP_GESTURE_STATE_UNDONE, error) &&
         cap_transaction_commit (transaction, error) ? cap_gesture_row_dup_label (&row) : NULL;
}

/**
 * cap_history_redo:
 * @db: a working copy
 *
 * Does again what was undone last, in one transaction.
 *
 * Returns: (transfer full) (nullable): what was done again; having nothing to
 *   do again is an error
 */
char *
cap_history_redo (CapDb   *db,
                  GError **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_auto(CapGestureRow) row = { 0 };

  if (transaction == NULL || !cap_gesture_table_find_redoable (db, &row, error))
    return NULL;

  if (row.sequence == 0)
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_FAILED, _("There is nothing to redo"));
      return NULL;
    }

  return move_to (db, row.sequence, CAP_GESTURE_STATE_DONE, error) &&
         cap_transaction_commit (transaction, error) ? cap_gesture_row_dup_label (&row) : NULL;
}
