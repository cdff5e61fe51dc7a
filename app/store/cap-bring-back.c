/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-bring-back.h"

#include <glib/gi18n.h>

#include "model/cap-command.h"
#include "model/cap-register.h"
#include "store/cap-changeset.h"
#include "store/cap-db-private.h"
#include "store/cap-history.h"
#include "store/cap-store-error-private.h"

/* Where the rows of one thing are, registers apart, and which column says whose they are. Of the answers to a
 * criterion, only that of the evaluation in course is meant, on
 * both sides, whichever was in course then: ?2. */
static const struct
{
  const char *table;
  const char *condition;
} owned[] = {
  { "answer", "criterion = ?1 AND evaluation_id = ?2" },
  { "answer_evidence", "criterion = ?1 AND evaluation_id = ?2" },
  { "evidence", "id = ?1" },
  { "evidence_file", "evidence_id = ?1" },
  { "evidence_link", "evidence_id = ?1" },
  { "indicator", "id = ?1" },
  { "indicator_value", "indicator_id = ?1" },
  { "action", "id = ?1" },
  { "action_origin", "action_id = ?1" },
  { "action_step", "action_id = ?1" },
  { "action_note", "action_id = ?1" },
  { "action_after", "action_id = ?1" },
};

static gboolean
take_out (CapDb       *db,
          const char  *table,
          const char  *condition,
          const char  *object,
          const char  *evaluation,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", table, condition);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, object);
  if (evaluation != NULL)
    cap_stmt_bind_text (stmt, 2, evaluation);

  return cap_stmt_run (stmt, error);
}

/* Returns: a status of SQLite */
static int
copy_rows (sqlite3_stmt *from,
           sqlite3      *to,
           const char   *table)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  sqlite3_stmt *insert = NULL;
  int status;

  g_string_append_printf (sql, "INSERT INTO \"%s\" VALUES (?", table);
  for (int i = 1; i < sqlite3_column_count (from); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  status = sqlite3_prepare_v2 (to, sql->str, -1, &insert, NULL);

  while (status == SQLITE_OK && sqlite3_step (from) == SQLITE_ROW)
    {
      for (int i = 0; status == SQLITE_OK && i < sqlite3_column_count (from); i++)
        status = sqlite3_bind_value (insert, i + 1, sqlite3_column_value (from, i));
      if (status == SQLITE_OK && sqlite3_step (insert) != SQLITE_DONE)
        status = sqlite3_extended_errcode (to);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);

  return status;
}

static gboolean
put_back (CapDb       *db,
          CapDb       *past,
          const char  *table,
          const char  *condition,
          const char  *object,
          const char  *evaluation,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE %s", table, condition);
  sqlite3_stmt *from = NULL;
  int status = sqlite3_prepare_v2 (cap_db_get_handle (past), sql, -1, &from, NULL);

  if (status == SQLITE_OK)
    status = sqlite3_bind_text (from, 1, object, -1, SQLITE_TRANSIENT);
  if (status == SQLITE_OK && evaluation != NULL)
    status = sqlite3_bind_text (from, 2, evaluation, -1, SQLITE_TRANSIENT);
  if (status == SQLITE_OK)
    status = copy_rows (from, cap_db_get_handle (db), table);
  sqlite3_finalize (from);

  return status == SQLITE_OK || cap_db_set_error (db, status, error);
}

static gboolean
exchange (CapDb       *db,
          CapDb       *past,
          const char  *table,
          const char  *condition,
          const char  *object,
          const char  *evaluation,
          GError     **error)
{
  return take_out (db, table, condition, object, evaluation, error) &&
         put_back (db, past, table, condition, object, evaluation, error);
}

static char *
dup_current_evaluation (CapDb   *db,
                        GError **error)
{
  static const char sql[] = "SELECT id FROM evaluation ORDER BY number DESC LIMIT 1";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  return stmt != NULL && cap_stmt_step (stmt, error) == CAP_STEP_ROW ? cap_stmt_dup_text (stmt, 0) : NULL;
}

static gboolean
exchange_all (CapDb       *db,
              CapDb       *past,
              const char  *object,
              GError     **error)
{
  g_autofree char *evaluation = dup_current_evaluation (db, error);

  if (evaluation == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    {
      const gboolean is_answer = g_str_has_prefix (owned[i].table, "answer");

      if (!exchange (db, past, owned[i].table, owned[i].condition, object, is_answer ? evaluation : NULL,
                     error))
        return FALSE;
    }
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *reg = cap_register_get (kind);

      if (!exchange (db, past, reg->name,
                     reg->parent == CAP_REGISTER_NONE ? "id = ?1" : "id = ?1 OR parent_id = ?1", object, NULL,
                     error))
        return FALSE;
    }

  return TRUE;
}

/* Something else may stand on what the thing is now. */
static gboolean
check_references (CapDb   *db,
                  GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "PRAGMA foreign_key_check", error);
  const CapStep step = stmt != NULL ? cap_stmt_step (stmt, error) : CAP_STEP_ERROR;

  if (step == CAP_STEP_ROW)
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                         _("Something else in the dossier needs it as it is now"));

  return step == CAP_STEP_DONE;
}

static CapDb *
open_past (CapDb   *db,
           gint64   sequence,
           GError **error)
{
  g_autoptr(CapDb) past = cap_db_open_copy (db, ":memory:", error);
  g_autoptr(CapTransaction) transaction = past != NULL ? cap_transaction_begin (past, error) : NULL;

  return transaction != NULL && cap_history_go_back (past, sequence, error) &&
         cap_transaction_commit (transaction, error) ? g_steal_pointer (&past) : NULL;
}

/**
 * cap_bring_back:
 * @db: a working copy
 * @sequence: rank of a line of the journal
 * @object: UUID of an action, an indicator, a piece of evidence or a line of a register; or code of a
 *   criterion, for the answer of the evaluation in course
 * @name: what it is called
 *
 * Makes one thing what it was just after that line, with its parts, as one gesture: all else stays. Nothing
 * happens when nothing is different.
 *
 * Returns: whether it is so
 */
gboolean
cap_bring_back (CapDb       *db,
                gint64       sequence,
                const char  *object,
                const char  *name,
                GError     **error)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_BRING_BACK, name);
  g_autoptr(CapDb) past = open_past (db, sequence, error);
  g_autoptr(CapTransaction) transaction = NULL;
  g_autoptr(CapRecording) recording = NULL;
  g_autoptr(GBytes) changeset = NULL;

  transaction = past != NULL ? cap_transaction_begin (db, error) : NULL;
  if (transaction == NULL || !cap_db_exec (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  recording = cap_recording_start (db, error);
  if (recording == NULL || !exchange_all (db, past, object, error) || !check_references (db, error))
    return FALSE;

  changeset = cap_recording_finish (recording, error);
  if (changeset == NULL)
    return FALSE;

  return g_bytes_get_size (changeset) == 0 ||
         (cap_history_note (db, command, changeset, NULL, error) &&
          cap_transaction_commit (transaction, error));
}
