/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-plan-notes-table.h"

enum { COL_KIND, COL_CRITERION, COL_LEVEL, COL_REASON, COL_DATE };
enum { COL_REVIEW_ID, COL_REVIEW_DATE, COL_REVIEW_NOTE };

gboolean
cap_set_aside_table_put (CapDb              *db,
                         const CapSetAside  *set_aside,
                         GError            **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO set_aside (kind, criterion, level, reason, date)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)"
                         " ON CONFLICT (kind, criterion) DO UPDATE SET level = ?3, reason = ?4, date = ?5",
                         error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, cap_set_aside_kind_to_name (set_aside->kind));
  cap_stmt_bind_text (stmt, 2, set_aside->criterion);
  cap_stmt_bind_int (stmt, 3, set_aside->level);
  cap_stmt_bind_text (stmt, 4, set_aside->reason);
  cap_stmt_bind_text (stmt, 5, set_aside->date);

  return cap_stmt_run (stmt, error);
}

gboolean
cap_set_aside_table_remove (CapDb              *db,
                            const CapSetAside  *set_aside,
                            GError            **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db, "DELETE FROM set_aside WHERE kind = ?1 AND criterion = ?2", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, cap_set_aside_kind_to_name (set_aside->kind));
  cap_stmt_bind_text (stmt, 2, set_aside->criterion);

  return cap_stmt_run (stmt, error);
}

gboolean
cap_plan_review_table_put (CapDb                *db,
                           const CapPlanReview  *review,
                           GError              **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO plan_review (id, date, note) VALUES (?1, ?2, ?3)"
                         " ON CONFLICT (id) DO UPDATE SET date = ?2, note = ?3", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, review->id);
  cap_stmt_bind_text (stmt, 2, review->date);
  cap_stmt_bind_text (stmt, 3, review->note);

  return cap_stmt_run (stmt, error);
}

static CapSetAside *
set_aside_from_row (CapStmt *stmt)
{
  const char *rating = cap_set_aside_kind_to_name (CAP_SET_ASIDE_RATING);
  const gboolean is_rating = g_strcmp0 (cap_stmt_get_text (stmt, COL_KIND), rating) == 0;
  g_autofree char *criterion = cap_stmt_dup_text (stmt, COL_CRITERION);
  g_autofree char *reason = cap_stmt_dup_text (stmt, COL_REASON);
  g_autofree char *date = cap_stmt_dup_text (stmt, COL_DATE);

  return cap_set_aside_new (is_rating ? CAP_SET_ASIDE_RATING : CAP_SET_ASIDE_PROPOSAL, criterion,
                            cap_stmt_get_natural (stmt, COL_LEVEL), reason, date);
}

static gboolean
load_set_asides (CapDb       *db,
                 CapDossier  *dossier,
                 GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT kind, criterion, level, reason, date FROM set_aside"
                         " ORDER BY kind, criterion", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (dossier->set_asides, set_aside_from_row (stmt));

  return step == CAP_STEP_DONE;
}

static gboolean
load_reviews (CapDb       *db,
              CapDossier  *dossier,
              GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db, "SELECT id, date, note FROM plan_review ORDER BY date, id", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *id = cap_stmt_dup_text (stmt, COL_REVIEW_ID);
      g_autofree char *date = cap_stmt_dup_text (stmt, COL_REVIEW_DATE);
      g_autofree char *note = cap_stmt_dup_text (stmt, COL_REVIEW_NOTE);

      g_ptr_array_add (dossier->reviews, cap_plan_review_new (id, date, note));
    }

  return step == CAP_STEP_DONE;
}

/* Fills the set-aside proposals and the reviews of @dossier. */
gboolean
cap_plan_notes_table_load (CapDb       *db,
                           CapDossier  *dossier,
                           GError     **error)
{
  return load_set_asides (db, dossier, error) && load_reviews (db, dossier, error);
}
