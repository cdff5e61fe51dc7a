/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-answer-evidence-table.h"

#include "store/cap-evidence-table.h"

enum { COL_CRITERION, COL_ID, COL_TITLE, COL_REFERENCE, COL_DATE };

static gboolean
add_link (CapDb       *db,
          const char  *evaluation_id,
          const char  *criterion,
          const char  *evidence_id,
          GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO answer_evidence (evaluation_id, criterion, evidence_id)"
                         " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation_id);
  cap_stmt_bind_text (stmt, 2, criterion);
  cap_stmt_bind_text (stmt, 3, evidence_id);

  return cap_stmt_run (stmt, error);
}

static gboolean
unlink_all (CapDb       *db,
            const char  *evaluation_id,
            const char  *criterion,
            GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "DELETE FROM answer_evidence WHERE evaluation_id = ?1 AND criterion = ?2", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation_id);
  cap_stmt_bind_text (stmt, 2, criterion);

  return cap_stmt_run (stmt, error);
}

static GPtrArray *
list_linked (CapDb       *db,
             const char  *evaluation_id,
             const char  *criterion,
             GError     **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT evidence_id FROM answer_evidence"
                         " WHERE evaluation_id = ?1 AND criterion = ?2", error);
  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_text (stmt, 1, evaluation_id);
  cap_stmt_bind_text (stmt, 2, criterion);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (ids, cap_stmt_dup_text (stmt, 0));

  return step == CAP_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * cap_answer_evidence_table_put:
 * @evaluation_id: of which evaluation
 * @answer: an answer that is in its table
 *
 * Makes the evidence of one answer what @answer says. A reference that served
 * it and serves nothing any more goes; a piece that has a file stays.
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_answer_evidence_table_put (CapDb            *db,
                               const char       *evaluation_id,
                               const CapAnswer  *answer,
                               GError          **error)
{
  g_autoptr(GPtrArray) before = list_linked (db, evaluation_id, answer->criterion, error);

  if (before == NULL || (before->len > 0 && !unlink_all (db, evaluation_id, answer->criterion, error)))
    return FALSE;

  for (guint i = 0; i < answer->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (answer->evidence, i);

      if (!cap_evidence_table_put_reference (db, evidence, error) ||
          !add_link (db, evaluation_id, answer->criterion, evidence->id, error))
        return FALSE;
    }

  for (guint i = 0; i < before->len; i++)
    {
      if (!cap_evidence_table_drop_unused (db, g_ptr_array_index (before, i), error))
        return FALSE;
    }

  return TRUE;
}

static void
add_evidence (CapStmt       *stmt,
              CapEvaluation *evaluation)
{
  g_autofree char *criterion = cap_stmt_dup_text (stmt, COL_CRITERION);
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_ID);
  g_autofree char *title = cap_stmt_dup_text (stmt, COL_TITLE);
  g_autofree char *reference = cap_stmt_dup_text (stmt, COL_REFERENCE);
  g_autofree char *date = cap_stmt_dup_text (stmt, COL_DATE);
  const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion);

  if (answer != NULL)
    g_ptr_array_add (answer->evidence, cap_evidence_new (id, title, reference, date));
}

/* Adds their evidence to the answers that @evaluation holds. */
gboolean
cap_answer_evidence_table_load (CapDb          *db,
                                CapEvaluation  *evaluation,
                                GError        **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT link.criterion, evidence.id, evidence.title, evidence.reference,"
                         " evidence.date"
                         " FROM answer_evidence AS link JOIN evidence ON evidence.id = link.evidence_id"
                         " WHERE link.evaluation_id = ?1"
                         " ORDER BY link.criterion, evidence.title, evidence.id", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation->id);

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    add_evidence (stmt, evaluation);

  return step == CAP_STEP_DONE;
}
