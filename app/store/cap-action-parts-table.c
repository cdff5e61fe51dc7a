/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-action-parts-table.h"

/* What an action has several of: origins, steps, notes, and the actions it waits for. */

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
empty (CapDb       *db,
       const char  *id,
       GError     **error)
{
  return run_with_id (db, "DELETE FROM action_origin WHERE action_id = ?1", id, error) &&
         run_with_id (db, "DELETE FROM action_step WHERE action_id = ?1", id, error) &&
         run_with_id (db, "DELETE FROM action_note WHERE action_id = ?1", id, error) &&
         run_with_id (db, "DELETE FROM action_after WHERE action_id = ?1", id, error);
}

static gboolean
put_origin (CapDb            *db,
            const CapAction  *action,
            guint             rank,
            GError          **error)
{
  const CapActionOrigin *origin = g_ptr_array_index (action->origins, rank);
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO action_origin (action_id, rank, code, kind) VALUES (?1, ?2, ?3, ?4)",
                         error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, action->id);
  cap_stmt_bind_int (stmt, 2, rank);
  cap_stmt_bind_text (stmt, 3, origin->code);
  cap_stmt_bind_text (stmt, 4, cap_origin_kind_to_name (origin->kind));

  return cap_stmt_run (stmt, error);
}

static gboolean
put_step (CapDb            *db,
          const CapAction  *action,
          guint             rank,
          GError          **error)
{
  const CapActionStep *step = g_ptr_array_index (action->steps, rank);
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO action_step (action_id, id, rank, title, done)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, action->id);
  cap_stmt_bind_text (stmt, 2, step->id);
  cap_stmt_bind_int (stmt, 3, rank);
  cap_stmt_bind_text (stmt, 4, step->title);
  cap_stmt_bind_int (stmt, 5, step->done ? 1 : 0);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_note (CapDb            *db,
          const CapAction  *action,
          guint             rank,
          GError          **error)
{
  const CapActionNote *note = g_ptr_array_index (action->notes, rank);
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO action_note (action_id, id, rank, date, text)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, action->id);
  cap_stmt_bind_text (stmt, 2, note->id);
  cap_stmt_bind_int (stmt, 3, rank);
  cap_stmt_bind_text (stmt, 4, note->date);
  cap_stmt_bind_text (stmt, 5, note->text);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_after (CapDb            *db,
           const CapAction  *action,
           guint             rank,
           GError          **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO action_after (action_id, after_id, rank) VALUES (?1, ?2, ?3)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, action->id);
  cap_stmt_bind_text (stmt, 2, action->after[rank]);
  cap_stmt_bind_int (stmt, 3, rank);

  return cap_stmt_run (stmt, error);
}

/**
 * cap_action_parts_table_put:
 * @action: an action whose row is there
 *
 * Makes its parts what @action says. What is unchanged leaves no trace in the
 * changes that are recorded.
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_action_parts_table_put (CapDb            *db,
                            const CapAction  *action,
                            GError          **error)
{
  gboolean done = empty (db, action->id, error);

  for (guint i = 0; done && i < action->origins->len; i++)
    done = put_origin (db, action, i, error);
  for (guint i = 0; done && i < action->steps->len; i++)
    done = put_step (db, action, i, error);
  for (guint i = 0; done && i < action->notes->len; i++)
    done = put_note (db, action, i, error);
  for (guint i = 0; done && action->after[i] != NULL; i++)
    done = put_after (db, action, i, error);

  return done;
}

/* The actions that waited for it wait no more. */
gboolean
cap_action_parts_table_remove (CapDb       *db,
                               const char  *id,
                               GError     **error)
{
  return empty (db, id, error) &&
         run_with_id (db, "DELETE FROM action_after WHERE after_id = ?1", id, error);
}

/* Adds what a row says to the action that it belongs to. */
typedef void (*AddPart) (CapAction *action,
                         CapStmt   *stmt);

enum { COL_ACTION, COL_FIRST, COL_SECOND, COL_THIRD };

static void
add_origin (CapAction *action,
            CapStmt   *stmt)
{
  g_autofree char *code = cap_stmt_dup_text (stmt, COL_FIRST);
  CapOriginKind kind = CAP_ORIGIN_OTHER;

  cap_origin_kind_from_name (cap_stmt_get_text (stmt, COL_SECOND), &kind);
  cap_action_add_origin (action, kind, code);
}

static void
add_step (CapAction *action,
          CapStmt   *stmt)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_FIRST);
  g_autofree char *title = cap_stmt_dup_text (stmt, COL_SECOND);

  g_ptr_array_add (action->steps, cap_action_step_new (id, title, cap_stmt_get_int (stmt, COL_THIRD) != 0));
}

static void
add_note (CapAction *action,
          CapStmt   *stmt)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_FIRST);
  g_autofree char *date = cap_stmt_dup_text (stmt, COL_SECOND);
  g_autofree char *text = cap_stmt_dup_text (stmt, COL_THIRD);

  g_ptr_array_add (action->notes, cap_action_note_new (id, date, text));
}

static void
add_after (CapAction *action,
           CapStmt   *stmt)
{
  guint length = g_strv_length (action->after);

  action->after = g_renew (char *, action->after, length + 2);
  action->after[length] = cap_stmt_dup_text (stmt, COL_FIRST);
  action->after[length + 1] = NULL;
}

static gboolean
load (CapDb       *db,
      const char  *sql,
      GHashTable  *actions,
      AddPart      add,
      GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapAction *action = g_hash_table_lookup (actions, cap_stmt_get_text (stmt, COL_ACTION));

      if (action != NULL)
        add (action, stmt);
    }

  return step == CAP_STEP_DONE;
}

/**
 * cap_action_parts_table_load:
 * @actions: (element-type CapAction): all of them: each takes its parts
 */
gboolean
cap_action_parts_table_load (CapDb            *db,
                             const GPtrArray  *actions,
                             GError          **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (actions, i);

      g_hash_table_insert (by_id, action->id, action);
    }

  return load (db, "SELECT action_id, code, kind FROM action_origin ORDER BY action_id, rank",
               by_id, add_origin, error) &&
         load (db, "SELECT action_id, id, title, done FROM action_step ORDER BY action_id, rank",
               by_id, add_step, error) &&
         load (db, "SELECT action_id, id, date, text FROM action_note ORDER BY action_id, rank",
               by_id, add_note, error) &&
         load (db, "SELECT action_id, after_id FROM action_after ORDER BY action_id, rank",
               by_id, add_after, error);
}
