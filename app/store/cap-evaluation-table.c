/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-evaluation-table.h"

#include "base/cap-text.h"
#include "store/cap-answer-table.h"
#include "store/cap-ballot-table.h"
#include "store/cap-framework-table.h"

enum { COL_ID, COL_NUMBER, COL_DATE, COL_MODE, COL_FRAMEWORK_SHA256, COL_PATH, COL_ADAPTATION };

static gboolean
put_header (CapDb                *db,
            const CapEvaluation  *evaluation,
            GError              **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO evaluation (id, number, date, mode, framework_sha256, path,"
                         " adaptation) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                         " ON CONFLICT (id) DO UPDATE"
                         " SET number = ?2, date = ?3, mode = ?4, framework_sha256 = ?5, path = ?6,"
                         " adaptation = ?7", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation->id);
  cap_stmt_bind_int (stmt, 2, evaluation->number);
  cap_stmt_bind_text (stmt, 3, evaluation->date);
  cap_stmt_bind_text (stmt, 4, cap_mode_to_name (evaluation->mode));
  cap_stmt_bind_text (stmt, 5, evaluation->framework->sha256);
  cap_stmt_bind_text (stmt, 6, cap_path_to_name (evaluation->path));
  cap_stmt_bind_text (stmt, 7, evaluation->framework->adaptation);

  return cap_stmt_run (stmt, error);
}

/* By code, so that the evidence that comes with them is numbered in that order. */
static gboolean
put_answers (CapDb                *db,
             const CapEvaluation  *evaluation,
             GError              **error)
{
  g_autoptr(GList) codes = g_hash_table_get_keys (evaluation->answers);

  codes = g_list_sort (codes, (GCompareFunc) cap_code_compare);
  for (GList *l = codes; l != NULL; l = l->next)
    {
      if (!cap_answer_table_put (db, evaluation->id, cap_evaluation_get_answer (evaluation, l->data), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_evaluation_table_put:
 *
 * Puts the header of an evaluation, the framework that it was made with and
 * the answers that it holds; the other answers stay.
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_evaluation_table_put (CapDb                *db,
                          const CapEvaluation  *evaluation,
                          GError              **error)
{
  return cap_framework_table_put (db, evaluation->framework, error) &&
         put_header (db, evaluation, error) &&
         put_answers (db, evaluation, error);
}

static CapEvaluation *
evaluation_from_row (CapStmt            *stmt,
                     CapFrameworkFinder  finder,
                     gpointer            user_data,
                     GError            **error)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_ID);
  g_autofree char *date = cap_stmt_dup_text (stmt, COL_DATE);
  g_autofree char *sha256 = cap_stmt_dup_text (stmt, COL_FRAMEWORK_SHA256);
  g_autofree char *adaptation = cap_stmt_dup_text (stmt, COL_ADAPTATION);
  CapFramework *framework = finder (sha256, adaptation, user_data, error);
  CapEvaluation *evaluation;
  CapMode mode = CAP_MODE_CAP;

  if (framework == NULL)
    return NULL;

  cap_mode_from_name (cap_stmt_get_text (stmt, COL_MODE), &mode);

  evaluation = cap_evaluation_new (id, (guint) cap_stmt_get_natural (stmt, COL_NUMBER), date, mode,
                                   framework);
  cap_path_from_name (cap_stmt_get_text (stmt, COL_PATH), &evaluation->path);

  return evaluation;
}

/**
 * cap_evaluation_table_load:
 * @evaluations: (element-type CapEvaluation): takes the evaluations, by number
 * @finder: gives the frameworks
 *
 * Returns: whether all of them are read, answers and evidence included
 */
gboolean
cap_evaluation_table_load (CapDb               *db,
                           GPtrArray           *evaluations,
                           CapFrameworkFinder   finder,
                           gpointer             user_data,
                           GError             **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT id, number, date, mode, framework_sha256, path, adaptation"
                         " FROM evaluation"
                         " ORDER BY number", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapEvaluation *evaluation = evaluation_from_row (stmt, finder, user_data, error);

      if (evaluation == NULL)
        return FALSE;

      g_ptr_array_add (evaluations, evaluation);
      if (!cap_answer_table_load (db, evaluation, error) || !cap_ballot_table_load (db, evaluation, error))
        return FALSE;
    }

  return step == CAP_STEP_DONE;
}
