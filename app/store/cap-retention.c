/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-retention.h"

#include "base/cap-date.h"
#include "model/cap-command.h"
#include "store/cap-history.h"

/* Until when a dossier is kept is what the journal last says of it: it tells who decided, and when. */

/**
 * cap_retention_put:
 * @db: a working copy
 * @date: (nullable): ISO 8601; %NULL when it is not known any more
 *
 * Returns: whether the journal says so
 */
gboolean
cap_retention_put (CapDb       *db,
                   const char  *date,
                   GError     **error)
{
  return cap_history_mark (db, CAP_GESTURE_RETAIN, date != NULL ? date : "–", error);
}

/**
 * cap_retention_find:
 * @date: (out) (transfer full) (nullable): until when the dossier is kept; %NULL when nobody said
 *
 * Returns: whether it could be looked up
 */
gboolean
cap_retention_find (CapDb   *db,
                    char   **date,
                    GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT detail FROM gesture WHERE kind = ?1"
                                                " ORDER BY sequence DESC LIMIT 1", error);
  g_autofree char *detail = NULL;
  CapStep step;

  *date = NULL;
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_int (stmt, 1, CAP_GESTURE_RETAIN);
  step = cap_stmt_step (stmt, error);
  if (step == CAP_STEP_ROW)
    detail = cap_stmt_dup_text (stmt, 0);
  if (detail != NULL && cap_date_is_valid (detail))
    *date = g_steal_pointer (&detail);

  return step != CAP_STEP_ERROR;
}
