/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-merge-private.h"

#include <string.h>

#include "model/cap-register.h"

/* What both copies added got the same numbers and the same codes. What comes from the other copy gets the
 * next ones that are free, unless it is here already: then it has the one that it has here. */

/* No dossier comes near it; all numbers from here on are free. */
#define NOBODYS 1900000000u

typedef struct
{
  const char *table;
  const char *column;
} Numbered;

static const Numbered numbered[] = {
  { "evaluation", "number" },
  { "action", "number" },
  { "evidence", "number" },
};

/* One row of the other copy. */
typedef struct
{
  char *id;
  char *value;
} Row;

static void
row_clear (Row *self)
{
  g_free (self->id);
  g_free (self->value);
}

static GArray *
list_rows (CapDb       *db,
           const char  *table,
           const char  *column,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, CAST (\"%s\" AS TEXT) FROM \"%s\" ORDER BY 2, 1",
                                          column, table);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  CapStep step;

  g_array_set_clear_func (rows, (GDestroyNotify) row_clear);
  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      Row row = { cap_stmt_dup_text (stmt, 0), cap_stmt_dup_text (stmt, 1) };

      g_array_append_val (rows, row);
    }

  return step == CAP_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* What has which value: the rows of both, those of here first. */
typedef struct
{
  GHashTable *by_id;    /* of here: id → value */
  GHashTable *by_value; /* of both: value → id */
} Taken;

static void
taken_clear (Taken *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_value, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taken, taken_clear)

static void
take (Taken        *taken,
      const GArray *here,
      const GArray *there)
{
  taken->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  taken->by_value = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < here->len; i++)
    {
      const Row *row = &g_array_index (here, Row, i);

      g_hash_table_insert (taken->by_id, row->id, row->value);
      if (row->value != NULL)
        g_hash_table_insert (taken->by_value, g_strdup (row->value), row->id);
    }
  for (guint i = 0; i < there->len; i++)
    {
      const Row *row = &g_array_index (there, Row, i);

      if (row->value != NULL && !g_hash_table_contains (taken->by_value, row->value))
        g_hash_table_insert (taken->by_value, g_strdup (row->value), row->id);
    }
}

/* “R-07” after “R-06”, “8” after “7”, “Accueil-2” after “Accueil”. */
static char *
dup_free_value (const Taken *taken,
                const char  *value)
{
  const gsize length = strlen (value);
  gsize start = length;
  guint64 number;
  guint width;

  while (start > 0 && g_ascii_isdigit (value[start - 1]))
    start--;
  number = start < length ? g_ascii_strtoull (value + start, NULL, 10) : 1;
  width = (guint) (length - start);

  while (TRUE)
    {
      g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) width, ++number);
      g_autofree char *next = g_strdup_printf ("%.*s%s%s", (int) start, value, width == 0 ? "-" : "", digits);

      if (!g_hash_table_contains (taken->by_value, next))
        return g_steal_pointer (&next);
    }
}

static gboolean
set_value (CapDb       *db,
           const char  *table,
           const char  *column,
           const char  *id,
           const char  *value,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE id = ?2", table, column);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, value);
  cap_stmt_bind_text (stmt, 2, id);

  return cap_stmt_run (stmt, error);
}

/* The codes of a list are told apart by “, ”. */
static gboolean
replace_code (CapDb       *db,
              const char  *table,
              const char  *column,
              const char  *old,
              const char  *new,
              GError     **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = trim (replace (', ' || \"%s\" || ', ', ', ' || ?1 || ', ',"
                     " ', ' || ?2 || ', '), ', ')"
                     " WHERE instr (', ' || \"%s\" || ', ', ', ' || ?1 || ', ') > 0",
                     table, column, column, column);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, old);
  cap_stmt_bind_text (stmt, 2, new);

  return cap_stmt_run (stmt, error);
}

/* Nothing of here knows a code that is new there: whatever names it in the other copy means the new one. */
static gboolean
rename_references (CapDb            *db,
                   CapRegisterKind   kind,
                   const char       *old,
                   const char       *new,
                   GError          **error)
{
  for (CapRegisterKind other = 0; other < CAP_N_REGISTERS; other++)
    {
      const CapRegister *reg = cap_register_get (other);

      for (guint i = 0; i < reg->n_fields; i++)
        {
          const CapField *field = &reg->fields[i];

          if (field->kind == CAP_VALUE_CODES && cap_refers_get_register (field->refers) == kind &&
              !replace_code (db, reg->name, field->name, old, new, error))
            return FALSE;
        }
    }

  return replace_code (db, "action_origin", "code", old, new, error);
}

/* @kind: of the register that the codes are of, or %CAP_REGISTER_NONE
 * @editable: whether people change the value: a number is what was given to it once
 * @given: (nullable): the values that were given there to what was taken from here */
typedef struct
{
  const char      *table;
  const char      *column;
  CapRegisterKind  kind;
  gboolean         editable;
  GHashTable      *given;
} Place;

/* A row whose value is to be another. */
typedef struct
{
  const Row *row;
  char      *value;
} Move;

static void
move_clear (Move *self)
{
  g_free (self->value);
}

/* Whether the value is one that people there chose. */
static gboolean
is_chosen (const Place *place,
           const Row   *row)
{
  g_autofree char *value = g_strdup_printf ("%s\t%s\t%s", place->table, row->id, row->value);

  return place->editable && (place->given == NULL || !g_hash_table_contains (place->given, value));
}

/* A value that something else has here becomes the one that the row has here, or a free one. */
static void
plan_move (const Place *place,
           Taken       *taken,
           const Row   *row,
           GArray      *moves)
{
  const char *owner = row->value != NULL ? g_hash_table_lookup (taken->by_value, row->value) : row->id;
  const char *known = g_hash_table_lookup (taken->by_id, row->id);
  Move move = { row, NULL };

  if (g_str_equal (owner, row->id) &&
      (known == NULL || g_strcmp0 (known, row->value) == 0 || is_chosen (place, row)))
    return;

  move.value = known != NULL ? g_strdup (known) : dup_free_value (taken, row->value);
  g_hash_table_insert (taken->by_value, g_strdup (move.value), row->id);
  g_array_append_val (moves, move);
}

static gboolean
rename_row (CapDb        *scratch,
            const Place  *place,
            const Row    *row,
            const char   *old,
            const char   *new,
            GError      **error)
{
  return set_value (scratch, place->table, place->column, row->id, new, error) &&
         (place->kind == CAP_REGISTER_NONE || rename_references (scratch, place->kind, old, new, error));
}

/* A row may take the value that another one leaves: all leave first, for values that nothing has, so that
 * neither a row nor what refers to it is taken for another. */
static gboolean
run_moves (CapDb         *scratch,
           const Place   *place,
           const GArray  *moves,
           GError       **error)
{
  for (int arriving = 0; arriving < 2; arriving++)
    {
      for (guint i = 0; i < moves->len; i++)
        {
          const Move *move = &g_array_index (moves, Move, i);
          g_autofree char *between = g_strdup_printf ("%u", NOBODYS + i);
          const char *old = arriving ? between : move->row->value;
          const char *new = arriving ? move->value : between;

          if (!rename_row (scratch, place, move->row, old, new, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
settle (CapDb            *mine,
        CapDb            *scratch,
        const char       *table,
        const char       *column,
        CapRegisterKind   kind,
        GHashTable       *given,
        GError          **error)
{
  const Place place = { table, column, kind, !g_str_equal (column, "number"), given };
  g_autoptr(GArray) here = list_rows (mine, table, column, error);
  g_autoptr(GArray) there = here != NULL ? list_rows (scratch, table, column, error) : NULL;
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_auto(Taken) taken = { NULL };

  g_array_set_clear_func (moves, (GDestroyNotify) move_clear);
  if (there == NULL)
    return FALSE;

  take (&taken, here, there);
  for (guint i = 0; i < there->len; i++)
    plan_move (&place, &taken, &g_array_index (there, Row, i), moves);

  return run_moves (scratch, &place, moves, error);
}

/**
 * cap_merge_renumber:
 * @mine: a dossier
 * @scratch: what the other copy holds, to be changed
 * @given: (nullable) (element-type utf8): table, key and text, joined by tabs, of what merges put there that
 *   was taken from here: what is still called so there is called as it is here
 *
 * Gives what both added numbers and codes of their own.
 *
 * Returns: whether no two things have the same one
 */
gboolean
cap_merge_renumber (CapDb       *mine,
                    CapDb       *scratch,
                    GHashTable  *given,
                    GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      if (!settle (mine, scratch, numbered[i].table, numbered[i].column, CAP_REGISTER_NONE, NULL,
                   error))
        return FALSE;
    }
  if (!settle (mine, scratch, "indicator", "code", CAP_REGISTER_NONE, given, error))
    return FALSE;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *reg = cap_register_get (kind);

      if (cap_register_has_code (reg) &&
          !settle (mine, scratch, reg->name, reg->fields[0].name, kind, given, error))
        return FALSE;
    }

  return TRUE;
}
