/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-ballot-table.h"

#include "store/cap-store-error-private.h"

enum { COL_ID, COL_RESPONDENT, COL_COLLEGE, COL_FORM };
enum { COL_VOTE_BALLOT, COL_VOTE_CRITERION, COL_VOTE_LEVEL };

static gboolean
put_row (CapDb            *db,
         const char       *evaluation_id,
         const CapBallot  *ballot,
         GError          **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO ballot (id, evaluation_id, respondent, college, form)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)"
                         " ON CONFLICT (id) DO UPDATE SET respondent = ?3, college = ?4, form = ?5", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, ballot->id);
  cap_stmt_bind_text (stmt, 2, evaluation_id);
  cap_stmt_bind_text (stmt, 3, ballot->respondent);
  cap_stmt_bind_text (stmt, 4, cap_college_to_name (ballot->college));
  cap_stmt_bind_text (stmt, 5, cap_ballot_form_to_name (ballot->form));

  return cap_stmt_run (stmt, error);
}

static gboolean
run_with_id (CapDb       *db,
             const char  *sql,
             const char  *id,
             GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_votes (CapDb            *db,
           const CapBallot  *ballot,
           GError          **error)
{
  g_autoptr(GList) criteria = cap_ballot_list_criteria (ballot);

  for (const GList *l = criteria; l != NULL; l = l->next)
    {
      g_autoptr(CapStmt) stmt = NULL;

      stmt = cap_db_prepare (db, "INSERT INTO vote (ballot_id, criterion, level) VALUES (?1, ?2, ?3)", error);
      if (stmt == NULL)
        return FALSE;

      cap_stmt_bind_text (stmt, 1, ballot->id);
      cap_stmt_bind_text (stmt, 2, l->data);
      cap_stmt_bind_int (stmt, 3, cap_ballot_get_level (ballot, l->data));
      if (!cap_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_ballot_table_put:
 * @evaluation_id: of which evaluation
 * @ballot: what it becomes, with all its votes
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_ballot_table_put (CapDb            *db,
                      const char       *evaluation_id,
                      const CapBallot  *ballot,
                      GError          **error)
{
  return put_row (db, evaluation_id, ballot, error) &&
         run_with_id (db, "DELETE FROM vote WHERE ballot_id = ?1", ballot->id, error) &&
         put_votes (db, ballot, error);
}

gboolean
cap_ballot_table_remove (CapDb       *db,
                         const char  *ballot_id,
                         GError     **error)
{
  return run_with_id (db, "DELETE FROM vote WHERE ballot_id = ?1", ballot_id, error) &&
         run_with_id (db, "DELETE FROM ballot WHERE id = ?1", ballot_id, error);
}

static CapBallot *
ballot_from_row (CapStmt *stmt)
{
  CapCollege college = CAP_COLLEGE_DIRECTION;
  CapBallot *ballot;

  cap_college_from_name (cap_stmt_get_text (stmt, COL_COLLEGE), &college);
  ballot = cap_ballot_new (cap_stmt_get_text (stmt, COL_ID), cap_stmt_get_text (stmt, COL_RESPONDENT),
                           college);
  cap_ballot_form_from_name (cap_stmt_get_text (stmt, COL_FORM), &ballot->form);

  return ballot;
}

/* The schema knows no framework: a level that this one has not was put there by somebody else. */
static gboolean
take_vote (CapStmt        *stmt,
           GHashTable     *by_id,
           CapEvaluation  *evaluation,
           GError        **error)
{
  CapBallot *ballot = g_hash_table_lookup (by_id, cap_stmt_get_text (stmt, COL_VOTE_BALLOT));
  const char *criterion = cap_stmt_get_text (stmt, COL_VOTE_CRITERION);
  const int level = (int) cap_stmt_get_int (stmt, COL_VOTE_LEVEL);

  if (ballot == NULL || !cap_framework_has_level (evaluation->framework, level))
    {
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, criterion);
      return FALSE;
    }

  cap_ballot_set_level (ballot, criterion, level);

  return TRUE;
}

static gboolean
load_votes (CapDb          *db,
            CapEvaluation  *evaluation,
            GError        **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  for (guint i = 0; i < evaluation->ballots->len; i++)
    {
      CapBallot *ballot = g_ptr_array_index (evaluation->ballots, i);

      g_hash_table_insert (by_id, ballot->id, ballot);
    }

  stmt = cap_db_prepare (db,
                         "SELECT ballot_id, criterion, level FROM vote WHERE ballot_id IN"
                         " (SELECT id FROM ballot WHERE evaluation_id = ?1)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation->id);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      if (!take_vote (stmt, by_id, evaluation, error))
        return FALSE;
    }

  return step == CAP_STEP_DONE;
}

static int
compare_ballots (gconstpointer a,
                 gconstpointer b)
{
  return cap_ballot_compare (*(const CapBallot * const *) a, *(const CapBallot * const *) b);
}

/* Fills @evaluation with its ballots, by college and by code. */
gboolean
cap_ballot_table_load (CapDb          *db,
                       CapEvaluation  *evaluation,
                       GError        **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT id, respondent, college, form FROM ballot WHERE evaluation_id = ?1", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evaluation->id);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (evaluation->ballots, ballot_from_row (stmt));
  if (step != CAP_STEP_DONE)
    return FALSE;

  g_ptr_array_sort (evaluation->ballots, compare_ballots);

  return evaluation->ballots->len == 0 || load_votes (db, evaluation, error);
}
