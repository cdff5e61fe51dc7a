/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-answer-table.h"

#include "store/cap-answer-evidence-table.h"
#include "store/cap-store-error-private.h"

enum { COL_CRITERION, COL_STATE, COL_LEVEL, COL_COMMENT, COL_REASON, COL_DISCUSS, COL_REVIEW };

/* In files: these never change. */
static const char * const state_names[] = {
  [CAP_ANSWER_UNANSWERED] = "unanswered",
  [CAP_ANSWER_RATED] = "rated",
  [CAP_ANSWER_NOT_APPLICABLE] = "not-applicable",
};

static gboolean
put_row (CapDb            *db,
         const char       *evaluation_id,
         const CapAnswer  *answer,
         GError          **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO answer (evaluation_id, criterion, state, level, comment, reason,"
                         " discuss, review)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                         " ON CONFLICT (evaluation_id, criterion) DO UPDATE"
                         " SET state = ?3, level = ?4, comment = ?5, reason = ?6, discuss = ?7,"
                         " review = ?8", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation_id);
  cap_stmt_bind_text (stmt, 2, answer->criterion);
  cap_stmt_bind_text (stmt, 3, state_names[answer->state]);
  cap_stmt_bind_natural (stmt, 4, answer->level);
  cap_stmt_bind_text (stmt, 5, answer->comment);
  cap_stmt_bind_text (stmt, 6, answer->reason);
  cap_stmt_bind_int (stmt, 7, answer->discuss ? 1 : 0);
  cap_stmt_bind_text (stmt, 8, cap_review_to_name (answer->review));

  return cap_stmt_run (stmt, error);
}

/**
 * cap_answer_table_put:
 * @evaluation_id: of which evaluation
 * @answer: what the answer to its criterion becomes
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_answer_table_put (CapDb            *db,
                      const char       *evaluation_id,
                      const CapAnswer  *answer,
                      GError          **error)
{
  g_return_val_if_fail (answer->state < G_N_ELEMENTS (state_names), FALSE);

  return put_row (db, evaluation_id, answer, error) &&
         cap_answer_evidence_table_put (db, evaluation_id, answer, error);
}

static CapAnswerState
state_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    {
      if (g_str_equal (state_names[i], name))
        return (CapAnswerState) i;
    }

  return CAP_ANSWER_UNANSWERED;
}

static CapAnswer *
answer_from_row (CapStmt *stmt)
{
  g_autofree char *criterion = cap_stmt_dup_text (stmt, COL_CRITERION);
  CapAnswer *answer = cap_answer_new (criterion);

  g_free (answer->comment);
  g_free (answer->reason);
  answer->state = state_from_name (cap_stmt_get_text (stmt, COL_STATE));
  answer->level = cap_stmt_get_natural (stmt, COL_LEVEL);
  answer->comment = cap_stmt_dup_text (stmt, COL_COMMENT);
  answer->reason = cap_stmt_dup_text (stmt, COL_REASON);
  answer->discuss = cap_stmt_get_int (stmt, COL_DISCUSS) != 0;
  cap_review_from_name (cap_stmt_get_text (stmt, COL_REVIEW), &answer->review);

  return answer;
}

/* The schema knows no framework: a level that this one has not was put there by somebody else. */
static gboolean
check_level (const CapAnswer     *answer,
             const CapFramework  *framework,
             GError             **error)
{
  if (answer->level == CAP_LEVEL_UNSET || cap_framework_has_level (framework, answer->level))
    return TRUE;

  cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, answer->criterion);

  return FALSE;
}

/* Fills @evaluation with its answers and their evidence. */
gboolean
cap_answer_table_load (CapDb          *db,
                       CapEvaluation  *evaluation,
                       GError        **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT criterion, state, level, comment, reason, discuss, review FROM answer"
                         " WHERE evaluation_id = ?1 ORDER BY criterion", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation->id);

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapAnswer *answer = answer_from_row (stmt);

      cap_evaluation_take_answer (evaluation, answer);
      if (!check_level (answer, evaluation->framework, error))
        return FALSE;
    }

  return step == CAP_STEP_DONE && cap_answer_evidence_table_load (db, evaluation, error);
}
