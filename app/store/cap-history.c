/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-history.h"

#include <glib/gi18n.h>

#include "store/cap-action-table.h"
#include "store/cap-answer-table.h"
#include "store/cap-ballot-table.h"
#include "store/cap-changeset.h"
#include "store/cap-content-table.h"
#include "store/cap-evaluation-table.h"
#include "store/cap-evidence-table.h"
#include "store/cap-gesture-table.h"
#include "store/cap-indicator-table.h"
#include "store/cap-journal-table.h"
#include "store/cap-member-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-plan-notes-table.h"
#include "store/cap-record-table.h"
#include "store/cap-store-error-private.h"

/* An output of a review names its action by the number that the store has just given. */
static gboolean
put_record (CapDb            *db,
            const CapRecord  *record,
            GError          **error)
{
  g_autoptr(CapRecord) numbered = NULL;
  g_autofree char *last = NULL;

  if (record->kind != CAP_REGISTER_REVIEW_OUTPUT ||
      cap_record_get_number (record, CAP_REVIEW_OUTPUT_ACTION) != CAP_REVIEW_ACTION_NEXT)
    return cap_record_table_put (db, record, error);

  last = cap_meta_table_get (db, CAP_META_LAST_ACTION_NUMBER, error);
  if (last == NULL)
    return FALSE;

  numbered = cap_record_copy (record);
  cap_record_set (numbered, CAP_REVIEW_OUTPUT_ACTION, last);

  return cap_record_table_put (db, numbered, error);
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

    case CAP_EDIT_PUT_INDICATOR:
      return cap_indicator_table_put (db, edit->value, error);

    case CAP_EDIT_REMOVE_INDICATOR:
      return cap_indicator_table_remove (db, edit->owner, error);

    case CAP_EDIT_PUT_SET_ASIDE:
      return cap_set_aside_table_put (db, edit->value, error);

    case CAP_EDIT_REMOVE_SET_ASIDE:
      return cap_set_aside_table_remove (db, edit->value, error);

    case CAP_EDIT_PUT_PLAN_REVIEW:
      return cap_plan_review_table_put (db, edit->value, error);

    case CAP_EDIT_PUT_RECORD:
      return put_record (db, edit->value, error);

    case CAP_EDIT_REMOVE_RECORD:
      return cap_record_table_remove (db, edit->value, error);

    case CAP_EDIT_PUT_EVIDENCE:
      return cap_evidence_table_put (db, edit->value, error);

    case CAP_EDIT_PUT_CONTENT:
      return cap_content_table_put (db, edit->owner, edit->value, error);

    case CAP_EDIT_PUT_BALLOT:
      return cap_ballot_table_put (db, edit->owner, edit->value, error);

    case CAP_EDIT_REMOVE_BALLOT:
      return cap_ballot_table_remove (db, edit->owner, error);

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
  g_autoptr(CapRecording) recording = cap_recording_start (db, error);

  if (recording == NULL)
    return NULL;

  for (guint i = 0; i < command->edits->len; i++)
    {
      if (!apply_edit (db, g_ptr_array_index (command->edits, i), error))
        return NULL;
    }

  return cap_recording_finish (recording, error);
}

/* The state of a dossier is called by the hash of the line that led to it. */
static gboolean
write_line (CapDb       *db,
            CapDeed      deed,
            gint64       gesture,
            const char  *merged,
            GError     **error)
{
  g_autofree char *revision = cap_meta_table_get (db, CAP_META_REVISION, error);
  g_autofree char *head = NULL;
  g_autofree char *next = NULL;

  if (revision == NULL || !cap_journal_table_append (db, deed, gesture, merged, &head, error))
    return FALSE;

  next = g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (revision, NULL, 10) + 1);

  return cap_meta_table_put (db, CAP_META_HEAD, head, error) &&
         cap_meta_table_put (db, CAP_META_REVISION, next, error);
}

/**
 * cap_history_note:
 * @db: a working copy, in a transaction
 * @command: a gesture
 * @changeset: what it changed
 * @merged: (nullable): the hash of the last line of the journal that it took in
 *
 * Returns: whether the gesture is in the journal, and the last one to be undone
 */
gboolean
cap_history_note (CapDb             *db,
                  const CapCommand  *command,
                  GBytes            *changeset,
                  const char        *merged,
                  GError           **error)
{
  gint64 sequence = 0;

  return cap_gesture_table_drop_undone (db, error) &&
         cap_gesture_table_append (db, command, changeset, &sequence, error) &&
         write_line (db, CAP_DEED_DONE, sequence, merged, error);
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

  return cap_history_note (db, command, changeset, NULL, error) &&
         cap_transaction_commit (transaction, error);
}

static gboolean
move_to (CapDb            *db,
         gint64            sequence,
         CapGestureState   state,
         GError          **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, sequence, error);

  return changeset != NULL &&
         (state == CAP_GESTURE_STATE_UNDONE ? cap_changeset_revert (db, changeset, error)
                                            : cap_changeset_apply (db, changeset, error)) &&
         cap_gesture_table_set_state (db, sequence, state, error) &&
         write_line (db, state == CAP_GESTURE_STATE_UNDONE ? CAP_DEED_UNDONE : CAP_DEED_REDONE, sequence,
                     NULL, error);
}

/* Whoever just sealed may want to take the seal back: it is said that it stays. */
static char *
dup_undone (const CapGestureRow *undone,
            const CapGestureRow *passed)
{
  g_autofree char *label = cap_gesture_row_dup_label (undone);
  g_autofree char *kept = cap_gesture_row_dup_label (passed);

  /* Translators: what was undone; the name of a gesture that is not undone, as a seal */
  return kept != NULL ? g_strdup_printf (_("%1$s. What came after it stays: %2$s"), label, kept)
                      : g_steal_pointer (&label);
}

/**
 * cap_history_undo:
 * @db: a working copy
 *
 * Takes back the last gesture, in one transaction.
 *
 * Returns: (transfer full) (nullable): what was undone, and what was done last
 *   if that stays; having nothing to undo is an error
 */
char *
cap_history_undo (CapDb   *db,
                  GError **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_auto(CapGestureRow) passed = { 0 };
  g_auto(CapGestureRow) row = { 0 };

  if (transaction == NULL || !cap_gesture_table_find_undoable (db, &row, error) ||
      !cap_gesture_table_find_passed (db, &passed, error))
    return NULL;

  if (row.sequence == 0)
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_FAILED, _("There is nothing to undo"));
      return NULL;
    }

  return move_to (db, row.sequence, CAP_GESTURE_STATE_UNDONE, error) &&
         cap_transaction_commit (transaction, error) ? dup_undone (&row, &passed) : NULL;
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

/**
 * cap_history_hand_over:
 * @db: a working copy
 * @audit_id: UUID of an audit
 * @code: its code
 *
 * Makes of a dossier the copy that the auditor works in: from here on there is nothing to undo.
 *
 * Returns: whether it is one
 */
gboolean
cap_history_hand_over (CapDb       *db,
                       const char  *audit_id,
                       const char  *code,
                       GError     **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_HAND_OVER, code);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);

  return transaction != NULL &&
         cap_meta_table_put (db, CAP_META_AUDITED, audit_id, error) &&
         cap_history_note (db, command, nothing, NULL, error) &&
         cap_transaction_commit (transaction, error);
}

/**
 * cap_history_mark:
 * @db: a working copy
 * @gesture: one that changes nothing that is undone: a restore point, a seal
 * @detail: on what
 *
 * Puts a line in the journal at what the dossier is now. What was undone can still be done again.
 *
 * Returns: whether it is there
 */
gboolean
cap_history_mark (CapDb       *db,
                  CapGesture   gesture,
                  const char  *detail,
                  GError     **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_autoptr(CapCommand) command = cap_command_new (gesture, detail);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  gint64 sequence = 0;

  return transaction != NULL &&
         cap_gesture_table_append (db, command, nothing, &sequence, error) &&
         write_line (db, CAP_DEED_DONE, sequence, NULL, error) &&
         cap_transaction_commit (transaction, error);
}

/**
 * cap_history_note_known:
 * @db: a working copy, in a transaction
 * @detail: name of another copy
 * @merged: the hash of the last line of its journal
 *
 * Notes that all that was done there is here, or was decided upon: nothing changes, and nothing is undone.
 *
 * Returns: whether it is in the journal
 */
gboolean
cap_history_note_known (CapDb       *db,
                        const char  *detail,
                        const char  *merged,
                        GError     **error)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_KNOW, detail);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  gint64 sequence = 0;

  return cap_gesture_table_append (db, command, nothing, &sequence, error) &&
         write_line (db, CAP_DEED_DONE, sequence, merged, error);
}

/**
 * cap_history_go_back:
 * @db: a database in a transaction
 * @sequence: rank of a line of the journal, not below the first
 *
 * Makes the rows what they were just after that line. The journal stays as it is.
 *
 * Returns: whether they are
 */
gboolean
cap_history_go_back (CapDb   *db,
                     gint64   sequence,
                     GError **error)
{
  g_autoptr(GPtrArray) lines = cap_journal_table_list (db, error);

  if (lines == NULL)
    return FALSE;

  if (sequence < 1 || sequence > (gint64) lines->len)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_NOT_FOUND, NULL);
      return FALSE;
    }

  return cap_journal_play (db, lines, (guint) sequence, FALSE, error);
}

/**
 * cap_history_return:
 * @db: a working copy
 * @sequence: rank of a line of the journal
 * @name: what that point is called
 *
 * Makes the dossier what it was just after that line, as one gesture: it can be undone, and nothing of what
 * was done since leaves the journal. Nothing happens when nothing is different.
 *
 * Returns: whether it is so
 */
gboolean
cap_history_return (CapDb       *db,
                    gint64       sequence,
                    const char  *name,
                    GError     **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RETURN, name);
  g_autoptr(CapRecording) recording = NULL;
  g_autoptr(GBytes) changeset = NULL;

  recording = transaction != NULL ? cap_recording_start (db, error) : NULL;
  if (recording == NULL || !cap_history_go_back (db, sequence, error))
    return FALSE;

  changeset = cap_recording_finish (recording, error);
  if (changeset == NULL)
    return FALSE;

  return g_bytes_get_size (changeset) == 0 ||
         (cap_history_note (db, command, changeset, NULL, error) &&
          cap_transaction_commit (transaction, error));
}
