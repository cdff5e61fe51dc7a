/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-action-table.h"

#include "store/cap-action-parts-table.h"
#include "store/cap-meta-table.h"

/* In the order of the SELECT below and of its parameters. */
enum
{
  COL_ID, COL_NUMBER, COL_TITLE, COL_OWNER, COL_START, COL_DUE, COL_STATE, COL_SERVICE, COL_LEVEL, COL_TARGET,
  COL_DESCRIPTION, COL_EXPECTED, COL_KIND, COL_CONTRIBUTORS, COL_DAYS, COL_EUROS, COL_IMPACT, COL_EFFORT,
  COL_INDICATOR, COL_CREATED, COL_NEWS, COL_DONE, COL_CLOSED, COL_REASON, COL_CHECK_DUE, COL_CHECK_BY,
  COL_CHECK_EVIDENCE, COL_CHECKED, COL_VERDICT,
};

/* Columns that are a text of the action as it is, or NULL. */
static const struct { int column; gsize offset; } texts[] = {
  { COL_OWNER, G_STRUCT_OFFSET (CapAction, owner) },
  { COL_START, G_STRUCT_OFFSET (CapAction, start) },
  { COL_DUE, G_STRUCT_OFFSET (CapAction, due) },
  { COL_SERVICE, G_STRUCT_OFFSET (CapAction, service) },
  { COL_DESCRIPTION, G_STRUCT_OFFSET (CapAction, description) },
  { COL_EXPECTED, G_STRUCT_OFFSET (CapAction, expected) },
  { COL_CONTRIBUTORS, G_STRUCT_OFFSET (CapAction, contributors) },
  { COL_INDICATOR, G_STRUCT_OFFSET (CapAction, indicator) },
  { COL_CREATED, G_STRUCT_OFFSET (CapAction, created) },
  { COL_NEWS, G_STRUCT_OFFSET (CapAction, news) },
  { COL_DONE, G_STRUCT_OFFSET (CapAction, done) },
  { COL_CLOSED, G_STRUCT_OFFSET (CapAction, closed) },
  { COL_REASON, G_STRUCT_OFFSET (CapAction, reason) },
  { COL_CHECK_DUE, G_STRUCT_OFFSET (CapAction, check_due) },
  { COL_CHECK_BY, G_STRUCT_OFFSET (CapAction, check_by) },
  { COL_CHECK_EVIDENCE, G_STRUCT_OFFSET (CapAction, check_evidence) },
  { COL_CHECKED, G_STRUCT_OFFSET (CapAction, checked) },
};

static gboolean
get_own_number (CapDb       *db,
                const char  *id,
                gint64      *number,
                GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT number FROM action WHERE id = ?1", error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);
  step = cap_stmt_step (stmt, error);
  *number = step == CAP_STEP_ROW ? cap_stmt_get_int (stmt, 0) : 0;

  return step != CAP_STEP_ERROR;
}

/* Numbers never come back, even those of actions that were removed or undone:
 * the last one is in meta, which no changeset touches. */
static gboolean
choose_number (CapDb            *db,
               const CapAction  *action,
               gint64           *number,
               GError          **error)
{
  g_autofree char *last = cap_meta_table_get (db, CAP_META_LAST_ACTION_NUMBER, error);
  g_autofree char *next = NULL;
  gint64 own = 0;
  gint64 highest;

  if (last == NULL || !get_own_number (db, action->id, &own, error))
    return FALSE;

  highest = g_ascii_strtoll (last, NULL, 10);
  *number = action->number != 0 ? action->number : own != 0 ? own : highest + 1;
  if (*number <= highest)
    return TRUE;

  next = g_strdup_printf ("%" G_GINT64_FORMAT, *number);

  return cap_meta_table_put (db, CAP_META_LAST_ACTION_NUMBER, next, error);
}

static void
bind_row (CapStmt         *stmt,
          const CapAction *action,
          gint64           number)
{
  cap_stmt_bind_text (stmt, COL_ID + 1, action->id);
  cap_stmt_bind_int (stmt, COL_NUMBER + 1, number);
  cap_stmt_bind_text (stmt, COL_TITLE + 1, action->title);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cap_stmt_bind_text (stmt, texts[i].column + 1, G_STRUCT_MEMBER (char *, action, texts[i].offset));
  cap_stmt_bind_text (stmt, COL_STATE + 1, cap_action_state_to_name (action->state));
  cap_stmt_bind_natural (stmt, COL_LEVEL + 1, action->level);
  cap_stmt_bind_natural (stmt, COL_TARGET + 1, action->target);
  cap_stmt_bind_text (stmt, COL_KIND + 1, cap_action_kind_to_name (action->kind));
  cap_stmt_bind_natural (stmt, COL_DAYS + 1, action->days_hundredths);
  cap_stmt_bind_natural (stmt, COL_EUROS + 1, action->euros);
  cap_stmt_bind_int (stmt, COL_IMPACT + 1, action->impact);
  cap_stmt_bind_int (stmt, COL_EFFORT + 1, action->effort);
  cap_stmt_bind_text (stmt, COL_VERDICT + 1, cap_verdict_to_name (action->verdict));
}

static gboolean
put_row (CapDb            *db,
         const CapAction  *action,
         gint64            number,
         GError          **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO action (id, number, title, owner, start, due, state, service, level,"
                         " target, description, expected, kind, contributors, days_hundredths, euros, impact,"
                         " effort, indicator_id, created, news, done, closed, reason, check_due, check_by,"
                         " check_evidence, checked, verdict)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
                         " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)"
                         " ON CONFLICT (id) DO UPDATE SET number = ?2, title = ?3, owner = ?4, start = ?5,"
                         " due = ?6, state = ?7, service = ?8, level = ?9, target = ?10, description = ?11,"
                         " expected = ?12, kind = ?13, contributors = ?14, days_hundredths = ?15,"
                         " euros = ?16, impact = ?17, effort = ?18, indicator_id = ?19, created = ?20,"
                         " news = ?21, done = ?22, closed = ?23, reason = ?24, check_due = ?25,"
                         " check_by = ?26, check_evidence = ?27, checked = ?28, verdict = ?29", error);
  if (stmt == NULL)
    return FALSE;

  bind_row (stmt, action, number);

  return cap_stmt_run (stmt, error);
}

/**
 * cap_action_table_put:
 * @action: what the action becomes; number 0 keeps its number, or asks for the
 *   next one when the action is new
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_action_table_put (CapDb            *db,
                      const CapAction  *action,
                      GError          **error)
{
  gint64 number;

  return choose_number (db, action, &number, error) &&
         put_row (db, action, number, error) &&
         cap_action_parts_table_put (db, action, error);
}

/* An action that is not there is removed already. */
gboolean
cap_action_table_remove (CapDb       *db,
                         const char  *id,
                         GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  if (!cap_action_parts_table_remove (db, id, error))
    return FALSE;

  stmt = cap_db_prepare (db, "DELETE FROM action WHERE id = ?1", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);

  return cap_stmt_run (stmt, error);
}

static CapAction *
action_from_row (CapStmt *stmt)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_ID);
  g_autofree char *title = cap_stmt_dup_text (stmt, COL_TITLE);
  CapAction *action = cap_action_new (id, title);

  action->number = (guint) cap_stmt_get_natural (stmt, COL_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, action, texts[i].offset) = cap_stmt_dup_text (stmt, texts[i].column);
  cap_action_state_from_name (cap_stmt_get_text (stmt, COL_STATE), &action->state);
  action->level = cap_stmt_get_natural (stmt, COL_LEVEL);
  action->target = cap_stmt_get_natural (stmt, COL_TARGET);
  cap_action_kind_from_name (cap_stmt_get_text (stmt, COL_KIND), &action->kind);
  action->days_hundredths = cap_stmt_get_natural (stmt, COL_DAYS);
  action->euros = cap_stmt_get_natural (stmt, COL_EUROS);
  action->impact = cap_stmt_get_natural (stmt, COL_IMPACT);
  action->effort = cap_stmt_get_natural (stmt, COL_EFFORT);
  cap_verdict_from_name (cap_stmt_get_text (stmt, COL_VERDICT), &action->verdict);

  return action;
}

/**
 * cap_action_table_load:
 * @actions: (element-type CapAction): takes the actions, by number
 */
gboolean
cap_action_table_load (CapDb      *db,
                       GPtrArray  *actions,
                       GError    **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT id, number, title, owner, start, due, state, service, level, target,"
                         " description, expected, kind, contributors, days_hundredths, euros, impact,"
                         " effort, indicator_id, created, news, done, closed, reason, check_due, check_by,"
                         " check_evidence, checked, verdict"
                         " FROM action ORDER BY number", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (actions, action_from_row (stmt));

  return step == CAP_STEP_DONE && cap_action_parts_table_load (db, actions, error);
}
