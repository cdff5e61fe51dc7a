/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-indicator-table.h"

enum
{
  COL_ID, COL_CODE, COL_LABEL, COL_DEFINITION, COL_SOURCE, COL_UNIT, COL_OWNER, COL_OBJECTIVE, COL_FREQUENCY,
  COL_DIRECTION, COL_BASELINE, COL_TARGET, COL_TOLERANCE, COL_CREATED,
};

enum { COL_VALUE_INDICATOR, COL_VALUE_DATE, COL_VALUE, COL_VALUE_COMMENT };

static void
bind_quantity (CapStmt *stmt,
               int      position,
               gint64   quantity)
{
  if (quantity == CAP_QUANTITY_UNSET)
    cap_stmt_bind_text (stmt, position, NULL);
  else
    cap_stmt_bind_int (stmt, position, quantity);
}

static gint64
get_quantity (CapStmt *stmt,
              int      column)
{
  return cap_stmt_get_text (stmt, column) == NULL ? CAP_QUANTITY_UNSET : cap_stmt_get_int (stmt, column);
}

static gboolean
put_row (CapDb               *db,
         const CapIndicator  *indicator,
         GError             **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO indicator (id, code, label, definition, source, unit, owner, objective,"
                         " frequency, direction, baseline, target, tolerance, created)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                         " ON CONFLICT (id) DO UPDATE SET code = ?2, label = ?3, definition = ?4,"
                         " source = ?5, unit = ?6, owner = ?7, objective = ?8, frequency = ?9,"
                         " direction = ?10, baseline = ?11, target = ?12, tolerance = ?13, created = ?14",
                         error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, COL_ID + 1, indicator->id);
  cap_stmt_bind_text (stmt, COL_CODE + 1, indicator->code);
  cap_stmt_bind_text (stmt, COL_LABEL + 1, indicator->label);
  cap_stmt_bind_text (stmt, COL_DEFINITION + 1, indicator->definition);
  cap_stmt_bind_text (stmt, COL_SOURCE + 1, indicator->source);
  cap_stmt_bind_text (stmt, COL_UNIT + 1, indicator->unit);
  cap_stmt_bind_text (stmt, COL_OWNER + 1, indicator->owner);
  cap_stmt_bind_text (stmt, COL_OBJECTIVE + 1, indicator->objective);
  cap_stmt_bind_text (stmt, COL_FREQUENCY + 1, cap_frequency_to_name (indicator->frequency));
  cap_stmt_bind_text (stmt, COL_DIRECTION + 1, cap_direction_to_name (indicator->direction));
  bind_quantity (stmt, COL_BASELINE + 1, indicator->baseline);
  bind_quantity (stmt, COL_TARGET + 1, indicator->target);
  cap_stmt_bind_int (stmt, COL_TOLERANCE + 1, indicator->tolerance);
  cap_stmt_bind_text (stmt, COL_CREATED + 1, indicator->created);

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
put_value (CapDb                    *db,
           const char               *id,
           const CapIndicatorValue  *value,
           GError                  **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO indicator_value (indicator_id, date, value, comment)"
                         " VALUES (?1, ?2, ?3, ?4)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);
  cap_stmt_bind_text (stmt, 2, value->date);
  cap_stmt_bind_int (stmt, 3, value->thousandths);
  cap_stmt_bind_text (stmt, 4, value->comment);

  return cap_stmt_run (stmt, error);
}

/**
 * cap_indicator_table_put:
 * @indicator: what it becomes, its values included
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_indicator_table_put (CapDb               *db,
                         const CapIndicator  *indicator,
                         GError             **error)
{
  gboolean done = put_row (db, indicator, error) &&
                  run_with_id (db, "DELETE FROM indicator_value WHERE indicator_id = ?1", indicator->id,
                               error);

  for (guint i = 0; done && i < indicator->values->len; i++)
    done = put_value (db, indicator->id, g_ptr_array_index (indicator->values, i), error);

  return done;
}

/* The actions that it showed the effect of live on without it. */
gboolean
cap_indicator_table_remove (CapDb       *db,
                            const char  *id,
                            GError     **error)
{
  return run_with_id (db, "UPDATE action SET indicator_id = NULL WHERE indicator_id = ?1", id, error) &&
         run_with_id (db, "DELETE FROM indicator_value WHERE indicator_id = ?1", id, error) &&
         run_with_id (db, "DELETE FROM indicator WHERE id = ?1", id, error);
}

static CapIndicator *
indicator_from_row (CapStmt *stmt)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_ID);
  g_autofree char *code = cap_stmt_dup_text (stmt, COL_CODE);
  g_autofree char *label = cap_stmt_dup_text (stmt, COL_LABEL);
  CapIndicator *indicator = cap_indicator_new (id, code, label);

  indicator->definition = cap_stmt_dup_text (stmt, COL_DEFINITION);
  indicator->source = cap_stmt_dup_text (stmt, COL_SOURCE);
  indicator->unit = cap_stmt_dup_text (stmt, COL_UNIT);
  indicator->owner = cap_stmt_dup_text (stmt, COL_OWNER);
  indicator->objective = cap_stmt_dup_text (stmt, COL_OBJECTIVE);
  cap_frequency_from_name (cap_stmt_get_text (stmt, COL_FREQUENCY), &indicator->frequency);
  cap_direction_from_name (cap_stmt_get_text (stmt, COL_DIRECTION), &indicator->direction);
  indicator->baseline = get_quantity (stmt, COL_BASELINE);
  indicator->target = get_quantity (stmt, COL_TARGET);
  indicator->tolerance = cap_stmt_get_int (stmt, COL_TOLERANCE);
  indicator->created = cap_stmt_dup_text (stmt, COL_CREATED);

  return indicator;
}

static gboolean
load_values (CapDb      *db,
             GPtrArray  *indicators,
             GError    **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  for (guint i = 0; i < indicators->len; i++)
    {
      CapIndicator *indicator = g_ptr_array_index (indicators, i);

      g_hash_table_insert (by_id, indicator->id, indicator);
    }

  stmt = cap_db_prepare (db,
                         "SELECT indicator_id, date, value, comment FROM indicator_value"
                         " ORDER BY indicator_id, date", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapIndicator *indicator = g_hash_table_lookup (by_id, cap_stmt_get_text (stmt, COL_VALUE_INDICATOR));
      g_autofree char *date = cap_stmt_dup_text (stmt, COL_VALUE_DATE);
      g_autofree char *comment = cap_stmt_dup_text (stmt, COL_VALUE_COMMENT);

      if (indicator != NULL)
        cap_indicator_set_value (indicator, date, cap_stmt_get_int (stmt, COL_VALUE), comment);
    }

  return step == CAP_STEP_DONE;
}

/**
 * cap_indicator_table_load:
 * @indicators: (element-type CapIndicator): takes the indicators, by code
 */
gboolean
cap_indicator_table_load (CapDb      *db,
                          GPtrArray  *indicators,
                          GError    **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT id, code, label, definition, source, unit, owner, objective, frequency,"
                         " direction, baseline, target, tolerance, created FROM indicator ORDER BY code",
                         error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (indicators, indicator_from_row (stmt));

  return step == CAP_STEP_DONE && load_values (db, indicators, error);
}
