/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-action-table.h"

#include "store/cap-meta-table.h"

enum
{
  COL_ID, COL_NUMBER, COL_TITLE, COL_OWNER, COL_START, COL_DUE, COL_STATE, COL_SERVICE, COL_LEVEL, COL_TARGET,
};

enum { COL_ORIGIN_ACTION, COL_ORIGIN_CRITERION };

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

static gboolean
put_row (CapDb            *db,
         const CapAction  *action,
         gint64            number,
         GError          **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO action (id, number, title, owner, start, due, state, service, level,"
                         " target)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                         " ON CONFLICT (id) DO UPDATE SET number = ?2, title = ?3, owner = ?4, start = ?5,"
                         " due = ?6, state = ?7, service = ?8, level = ?9, target = ?10", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, action->id);
  cap_stmt_bind_int (stmt, 2, number);
  cap_stmt_bind_text (stmt, 3, action->title);
  cap_stmt_bind_text (stmt, 4, action->owner);
  cap_stmt_bind_text (stmt, 5, action->start);
  cap_stmt_bind_text (stmt, 6, action->due);
  cap_stmt_bind_text (stmt, 7, cap_action_state_to_name (action->state));
  cap_stmt_bind_text (stmt, 8, action->service);
  cap_stmt_bind_natural (stmt, 9, action->level);
  cap_stmt_bind_natural (stmt, 10, action->target);

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
remove_origins (CapDb       *db,
                const char  *id,
                GError     **error)
{
  return run_with_id (db, "DELETE FROM action_origin WHERE action_id = ?1", id, error);
}

static gboolean
put_origins (CapDb            *db,
             const CapAction  *action,
             GError          **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && action->origins[i] != NULL; i++)
    {
      g_autoptr(CapStmt) stmt = NULL;

      stmt = cap_db_prepare (db,
                             "INSERT INTO action_origin (action_id, rank, criterion) VALUES (?1, ?2, ?3)",
                             error);
      if (stmt == NULL)
        return FALSE;

      cap_stmt_bind_text (stmt, 1, action->id);
      cap_stmt_bind_int (stmt, 2, i);
      cap_stmt_bind_text (stmt, 3, action->origins[i]);
      done = cap_stmt_run (stmt, error);
    }

  return done;
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
         remove_origins (db, action->id, error) &&
         put_origins (db, action, error);
}

/* An action that is not there is removed already. */
gboolean
cap_action_table_remove (CapDb       *db,
                         const char  *id,
                         GError     **error)
{
  return remove_origins (db, id, error) &&
         run_with_id (db, "DELETE FROM action WHERE id = ?1", id, error);
}

static CapAction *
action_from_row (CapStmt *stmt)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_ID);
  g_autofree char *title = cap_stmt_dup_text (stmt, COL_TITLE);
  CapAction *action = cap_action_new (id, title);

  action->number = (guint) cap_stmt_get_natural (stmt, COL_NUMBER);
  action->owner = cap_stmt_dup_text (stmt, COL_OWNER);
  action->start = cap_stmt_dup_text (stmt, COL_START);
  action->due = cap_stmt_dup_text (stmt, COL_DUE);
  cap_action_state_from_name (cap_stmt_get_text (stmt, COL_STATE), &action->state);
  action->service = cap_stmt_dup_text (stmt, COL_SERVICE);
  action->level = cap_stmt_get_natural (stmt, COL_LEVEL);
  action->target = cap_stmt_get_natural (stmt, COL_TARGET);

  return action;
}

/* action id → GStrvBuilder, so that one statement reads the origins of all. */
static GHashTable *
load_origins (CapDb   *db,
              GError **error)
{
  g_autoptr(GHashTable) origins = NULL;
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strv_builder_unref);
  stmt = cap_db_prepare (db,
                         "SELECT action_id, criterion FROM action_origin ORDER BY action_id, rank", error);
  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *id = cap_stmt_dup_text (stmt, COL_ORIGIN_ACTION);
      g_autofree char *criterion = cap_stmt_dup_text (stmt, COL_ORIGIN_CRITERION);
      GStrvBuilder *builder = g_hash_table_lookup (origins, id);

      if (builder == NULL)
        {
          builder = g_strv_builder_new ();
          g_hash_table_insert (origins, g_steal_pointer (&id), builder);
        }
      g_strv_builder_add (builder, criterion);
    }

  return step == CAP_STEP_DONE ? g_steal_pointer (&origins) : NULL;
}

static void
set_origins (CapAction  *action,
             GHashTable *origins)
{
  GStrvBuilder *builder = g_hash_table_lookup (origins, action->id);

  if (builder == NULL)
    return;

  g_strfreev (action->origins);
  action->origins = g_strv_builder_end (builder);
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
  g_autoptr(GHashTable) origins = load_origins (db, error);
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  if (origins == NULL)
    return FALSE;

  stmt = cap_db_prepare (db,
                         "SELECT id, number, title, owner, start, due, state, service, level, target"
                         " FROM action ORDER BY number", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapAction *action = action_from_row (stmt);

      set_origins (action, origins);
      g_ptr_array_add (actions, action);
    }

  return step == CAP_STEP_DONE;
}
