/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-gesture-table.h"

#include "store/cap-store-error-private.h"

/* What changes nothing that is undone. */
static const CapGesture passed_over[] = {
  CAP_GESTURE_MARK, CAP_GESTURE_SEAL, CAP_GESTURE_SEAL_KEY, CAP_GESTURE_REDACT, CAP_GESTURE_RETAIN,
  CAP_GESTURE_KNOW, CAP_GESTURE_ENCRYPT, CAP_GESTURE_PASSPHRASE, CAP_GESTURE_DECRYPT,
};

#define NOT_PASSED_OVER "kind NOT IN (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"

G_STATIC_ASSERT (G_N_ELEMENTS (passed_over) == 9);

enum { COL_SEQUENCE, COL_KIND, COL_DETAIL };

/* In files: these never change. */
static const char * const state_names[] = {
  [CAP_GESTURE_STATE_DONE] = "done",
  [CAP_GESTURE_STATE_UNDONE] = "undone",
  [CAP_GESTURE_STATE_DROPPED] = "dropped",
};

/**
 * cap_gesture_table_append:
 * @command: what was done
 * @changeset: what it changed
 * @sequence: (out): its rank
 *
 * Returns: whether the gesture is recorded, after all the others
 */
gboolean
cap_gesture_table_append (CapDb             *db,
                          const CapCommand  *command,
                          GBytes            *changeset,
                          gint64            *sequence,
                          GError           **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(CapStmt) stmt = NULL;
  gint64 last = 0;

  stmt = cap_db_prepare (db, "INSERT INTO gesture (sequence, id, kind, detail, state, changeset)"
                             " VALUES (?1, ?2, ?3, ?4, 'done', ?5)", error);
  if (stmt == NULL || !cap_db_get_int (db, "SELECT coalesce (max (sequence), 0) FROM gesture", &last, error))
    return FALSE;

  *sequence = last + 1;
  cap_stmt_bind_int (stmt, 1, *sequence);
  cap_stmt_bind_text (stmt, 2, id);
  cap_stmt_bind_int (stmt, 3, command->gesture);
  cap_stmt_bind_text (stmt, 4, command->detail);
  cap_stmt_bind_blob (stmt, 5, changeset);

  return cap_stmt_run (stmt, error);
}

/* Once something else is done, what was undone cannot be done again. */
gboolean
cap_gesture_table_drop_undone (CapDb   *db,
                               GError **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db, "UPDATE gesture SET state = 'dropped' WHERE state = 'undone'", error);

  return stmt != NULL && cap_stmt_run (stmt, error);
}

static gboolean
find (CapDb          *db,
      const char     *sql,
      CapGestureRow  *row,
      GError        **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (passed_over); i++)
    cap_stmt_bind_int (stmt, (int) i + 1, passed_over[i]);
  step = cap_stmt_step (stmt, error);
  if (step == CAP_STEP_ROW)
    {
      row->sequence = cap_stmt_get_int (stmt, COL_SEQUENCE);
      row->kind = (CapGesture) cap_stmt_get_natural (stmt, COL_KIND);
      row->detail = cap_stmt_dup_text (stmt, COL_DETAIL);
    }

  return step != CAP_STEP_ERROR;
}

/* The creation of the dossier is not undone, nor what is older than the copy for an auditor, nor what was
 * saved of a damaged file. What changes nothing that is undone is passed over. */
gboolean
cap_gesture_table_find_undoable (CapDb          *db,
                                 CapGestureRow  *row,
                                 GError        **error)
{
  if (!find (db,
             "SELECT sequence, kind, detail FROM gesture"
             " WHERE state = 'done' AND " NOT_PASSED_OVER
             " ORDER BY sequence DESC LIMIT 1",
             row, error))
    return FALSE;

  if (row->kind == CAP_GESTURE_CREATE || row->kind == CAP_GESTURE_HAND_OVER ||
      row->kind == CAP_GESTURE_SALVAGE)
    cap_gesture_row_clear (row);

  return TRUE;
}

gboolean
cap_gesture_table_find_redoable (CapDb          *db,
                                 CapGestureRow  *row,
                                 GError        **error)
{
  return find (db,
               "SELECT sequence, kind, detail FROM gesture"
               " WHERE state = 'undone' AND " NOT_PASSED_OVER " ORDER BY sequence LIMIT 1",
               row, error);
}

gboolean
cap_gesture_table_find_passed (CapDb          *db,
                               CapGestureRow  *row,
                               GError        **error)
{
  return find (db,
               "SELECT sequence, kind, detail FROM gesture"
               " WHERE NOT (" NOT_PASSED_OVER ") AND sequence ="
               " (SELECT gesture FROM journal ORDER BY sequence DESC LIMIT 1)",
               row, error);
}

GBytes *
cap_gesture_table_get_changeset (CapDb   *db,
                                 gint64   sequence,
                                 GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT changeset FROM gesture WHERE sequence = ?1", error);

  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_int (stmt, 1, sequence);

  switch (cap_stmt_step (stmt, error))
    {
    case CAP_STEP_ROW:
      return cap_stmt_dup_bytes (stmt, 0);

    case CAP_STEP_DONE:
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "gesture");
      return NULL;

    case CAP_STEP_ERROR:
    default:
      return NULL;
    }
}

gboolean
cap_gesture_table_set_state (CapDb            *db,
                             gint64            sequence,
                             CapGestureState   state,
                             GError          **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "UPDATE gesture SET state = ?2 WHERE sequence = ?1", error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_int (stmt, 1, sequence);
  cap_stmt_bind_text (stmt, 2, state_names[state]);

  return cap_stmt_run (stmt, error);
}

gboolean
cap_gesture_table_passes_over (CapGesture kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (passed_over); i++)
    {
      if (kind == passed_over[i])
        return TRUE;
    }

  return FALSE;
}

/**
 * cap_gesture_row_dup_label:
 *
 * Returns: (transfer full) (nullable): what the gesture did, in the user’s
 *   language; %NULL when there is no gesture
 */
char *
cap_gesture_row_dup_label (const CapGestureRow *self)
{
  return self->sequence != 0 ? cap_gesture_dup_label (self->kind, self->detail) : NULL;
}

void
cap_gesture_row_clear (CapGestureRow *self)
{
  g_clear_pointer (&self->detail, g_free);
  self->sequence = 0;
}
