/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-record-table.h"

/* All registers: a table is named as its register, and its columns as its
 * fields, after the UUID and, for the parts of a record, the UUID of that one.
 * Parts have a rank too: they stay in the order in which they came. The
 * statements are made of these names, which are ours, once each. */

typedef struct
{
  char *put;
  char *remove;
  char *load;
} Statements;

static guint
get_first_column (const CapRegister *reg)
{
  return reg->parent != CAP_REGISTER_NONE ? 2 : 1;
}

static void
append_columns (GString           *sql,
                const CapRegister *reg)
{
  g_string_append (sql, get_first_column (reg) == 2 ? "id, parent_id" : "id");
  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (sql, ", %s", reg->fields[i].name);
}

static char *
write_put (const CapRegister *reg)
{
  const guint first = get_first_column (reg);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", reg->name);
  append_columns (sql, reg);
  g_string_append (sql, first == 2 ? ", rank) VALUES (?1, ?2" : ") VALUES (?1");
  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", first + i + 1);
  if (first == 2)
    g_string_append_printf (sql, ", (SELECT coalesce (max (rank), 0) + 1 FROM %s WHERE parent_id = ?2)",
                            reg->name);
  g_string_append (sql, ") ON CONFLICT (id) DO UPDATE SET ");
  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? ", " : "", reg->fields[i].name, first + i + 1);

  return g_string_free (sql, FALSE);
}

static char *
write_load (const CapRegister *reg)
{
  GString *sql = g_string_new ("SELECT ");

  append_columns (sql, reg);
  g_string_append_printf (sql, " FROM %s", reg->name);
  if (get_first_column (reg) == 2)
    g_string_append (sql, " ORDER BY parent_id, rank, id");

  return g_string_free (sql, FALSE);
}

static const Statements *
get_statements (CapRegisterKind kind)
{
  static Statements statements[CAP_N_REGISTERS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (CapRegisterKind i = 0; i < CAP_N_REGISTERS; i++)
        {
          const CapRegister *reg = cap_register_get (i);

          statements[i].put = write_put (reg);
          statements[i].remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", reg->name);
          statements[i].load = write_load (reg);
        }
      g_once_init_leave (&ready, 1);
    }

  return &statements[kind];
}

/**
 * cap_record_table_put:
 * @record: what the record becomes
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_record_table_put (CapDb             *db,
                      const CapRecord   *record,
                      GError           **error)
{
  const CapRegister *reg = cap_register_get (record->kind);
  const int first = (int) get_first_column (reg);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, get_statements (record->kind)->put, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, record->id);
  if (reg->parent != CAP_REGISTER_NONE)
    cap_stmt_bind_text (stmt, 2, record->parent);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const char *value = cap_record_get (record, i);
      const int position = first + (int) i + 1;

      if (reg->fields[i].kind == CAP_VALUE_NUMBER && value != NULL)
        cap_stmt_bind_int (stmt, position, cap_record_get_number (record, i));
      else
        cap_stmt_bind_text (stmt, position, value);
    }

  return cap_stmt_run (stmt, error);
}

/* Its parts are to be removed before it. */
gboolean
cap_record_table_remove (CapDb             *db,
                         const CapRecord   *record,
                         GError           **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, get_statements (record->kind)->remove, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, record->id);

  return cap_stmt_run (stmt, error);
}

static CapRecord *
record_from_row (CapStmt           *stmt,
                 const CapRegister *reg)
{
  const guint first = get_first_column (reg);
  g_autofree char *id = cap_stmt_dup_text (stmt, 0);
  CapRecord *record = cap_record_new (reg->kind, id);

  if (reg->parent != CAP_REGISTER_NONE)
    record->parent = cap_stmt_dup_text (stmt, 1);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_autofree char *value = cap_stmt_dup_text (stmt, (int) (first + i));

      cap_record_set (record, i, value);
    }

  return record;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  return cap_record_compare (*(CapRecord * const *) a, *(CapRecord * const *) b);
}

/**
 * cap_record_table_load:
 * @records: (element-type CapRecord): takes the records of a register, in its order
 *
 * Returns: whether all of them are read
 */
gboolean
cap_record_table_load (CapDb            *db,
                       CapRegisterKind   kind,
                       GPtrArray        *records,
                       GError          **error)
{
  const CapRegister *reg = cap_register_get (kind);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, get_statements (kind)->load, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (records, record_from_row (stmt, reg));
  if (reg->parent == CAP_REGISTER_NONE)
    g_ptr_array_sort (records, compare_records);

  return step == CAP_STEP_DONE;
}
