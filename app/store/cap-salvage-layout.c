/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-salvage-layout.h"

#include "store/cap-migrations.h"
#include "store/cap-store-error-private.h"

/* Rows of sqlite_schema. */
enum { SCHEMA_TYPE, SCHEMA_NAME, SCHEMA_TABLE, SCHEMA_ROOT, SCHEMA_SQL, N_SCHEMA };

static void
free_column (CapTreeColumn *self)
{
  g_free (self->name);
  g_free (self);
}

static void
free_tree (CapTree *self)
{
  g_free (self->name);
  g_free (self->table);
  g_free (self->sql);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

static void
add_column (CapTree     *tree,
            const char  *name,
            CapCellType  type,
            gboolean     not_null)
{
  CapTreeColumn *column = g_new0 (CapTreeColumn, 1);

  column->name = g_strdup (name);
  column->type = type;
  column->not_null = not_null;
  g_ptr_array_add (tree->columns, column);
}

static CapCellType
get_type (const char *name)
{
  if (g_strcmp0 (name, "INTEGER") == 0)
    return CAP_CELL_INTEGER;

  return g_strcmp0 (name, "BLOB") == 0 ? CAP_CELL_BLOB : CAP_CELL_TEXT;
}

/* Tables with a rank are stored as they are declared; others with their key first. */
#define SELECT_COLUMNS \
  "SELECT name, type, \"notnull\" OR (pk > 0 AND ?2), NOT ?2 AND pk = 1 AND type = 'INTEGER'" \
  " FROM pragma_table_info (?1) ORDER BY CASE WHEN pk > 0 AND ?2 THEN pk ELSE 1000 END, cid"

enum { COL_NAME, COL_TYPE, COL_NOT_NULL, COL_IS_RANK };

static gboolean
describe_table (CapDb    *model,
                CapTree  *tree,
                GError  **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (model, SELECT_COLUMNS, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, tree->name);
  cap_stmt_bind_int (stmt, 2, !tree->by_rank);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      add_column (tree, cap_stmt_get_text (stmt, COL_NAME), get_type (cap_stmt_get_text (stmt, COL_TYPE)),
                  cap_stmt_get_int (stmt, COL_NOT_NULL) != 0);
      ((CapTreeColumn *) g_ptr_array_index (tree->columns, tree->columns->len - 1))->is_rank =
        cap_stmt_get_int (stmt, COL_IS_RANK) != 0;
    }

  return step == CAP_STEP_DONE;
}

/* An index has the key of its table after its own columns. */
#define SELECT_INDEX \
  "SELECT info.name, declared.type, declared.\"notnull\" FROM pragma_index_xinfo (?1) AS info" \
  " LEFT JOIN pragma_table_info (?2) AS declared ON declared.name = info.name ORDER BY info.seqno"

static gboolean
describe_index (CapDb    *model,
                CapTree  *tree,
                GError  **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (model, SELECT_INDEX, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, tree->name);
  cap_stmt_bind_text (stmt, 2, tree->table);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      const char *name = cap_stmt_get_text (stmt, COL_NAME);

      add_column (tree, name, name != NULL ? get_type (cap_stmt_get_text (stmt, COL_TYPE)) : CAP_CELL_INTEGER,
                  name == NULL || cap_stmt_get_int (stmt, COL_NOT_NULL) != 0);
    }

  return step == CAP_STEP_DONE;
}

#define SELECT_TREES \
  "SELECT schema.name, CASE schema.type WHEN 'index' THEN tbl_name END, sql, coalesce (list.wr, 1) = 0" \
  " FROM sqlite_schema AS schema LEFT JOIN pragma_table_list AS list" \
  "  ON list.name = schema.name AND schema.type = 'table' ORDER BY schema.type DESC, schema.name"

enum { COL_TREE, COL_TABLE, COL_SQL, COL_BY_RANK };

/* Returns: (transfer full) (nullable) (element-type CapTree): what a dossier of that version is made of */
static GPtrArray *
describe (CapDb   *model,
          GError **error)
{
  g_autoptr(GPtrArray) trees = g_ptr_array_new_with_free_func ((GDestroyNotify) free_tree);
  g_autoptr(CapStmt) stmt = cap_db_prepare (model, SELECT_TREES, error);
  CapStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapTree *tree = g_new0 (CapTree, 1);

      tree->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
      tree->name = cap_stmt_dup_text (stmt, COL_TREE);
      tree->table = cap_stmt_dup_text (stmt, COL_TABLE);
      tree->sql = cap_stmt_dup_text (stmt, COL_SQL);
      tree->by_rank = cap_stmt_get_int (stmt, COL_BY_RANK) != 0;
      g_ptr_array_add (trees, tree);
      if (!(tree->table == NULL ? describe_table (model, tree, error) : describe_index (model, tree, error)))
        return NULL;
    }

  return step == CAP_STEP_DONE ? g_steal_pointer (&trees) : NULL;
}

CapTree *
cap_salvage_layout_get (GPtrArray  *trees,
                        const char *name)
{
  for (guint i = 0; i < trees->len; i++)
    {
      CapTree *tree = g_ptr_array_index (trees, i);

      if (g_str_equal (tree->name, name))
        return tree;
    }

  return NULL;
}

/* A row of the schema that is ours word for word, wherever its page is. */
static void
note_root (GPtrArray     *trees,
           const CapCell *cell,
           guint32        n_pages)
{
  const CapCellValue *values = (const CapCellValue *) (gpointer) cell->values->data;
  g_autofree char *name = NULL;
  CapTree *tree;

  if (cell->values->len != N_SCHEMA || values[SCHEMA_ROOT].type != CAP_CELL_INTEGER ||
      values[SCHEMA_ROOT].number < 2 || values[SCHEMA_ROOT].number > (gint64) n_pages)
    return;

  name = cap_cell_dup_text (&values[SCHEMA_NAME]);
  tree = name != NULL ? cap_salvage_layout_get (trees, name) : NULL;
  if (tree != NULL && cap_cell_text_equal (&values[SCHEMA_TYPE], tree->table == NULL ? "table" : "index") &&
      (tree->sql != NULL ? cap_cell_text_equal (&values[SCHEMA_SQL], tree->sql)
                         : values[SCHEMA_SQL].type == CAP_CELL_NULL))
    tree->root = (guint32) values[SCHEMA_ROOT].number;
}

/* Two trees cannot begin at one page: then the file does not say where they are. */
static void
drop_shared_roots (GPtrArray *trees)
{
  for (guint i = 0; i < trees->len; i++)
    {
      CapTree *one = g_ptr_array_index (trees, i);
      gboolean shared = FALSE;

      for (guint j = i + 1; one->root != 0 && j < trees->len; j++)
        {
          CapTree *other = g_ptr_array_index (trees, j);

          if (other->root == one->root)
            {
              other->root = 0;
              shared = TRUE;
            }
        }
      if (shared)
        one->root = 0;
    }
}

/* The pages of the schema itself; the first page begins it, and goes with it. */
static gboolean
is_schema_row (const CapCell *cell)
{
  const CapCellValue *values = (const CapCellValue *) (gpointer) cell->values->data;

  return cell->values->len == N_SCHEMA &&
         (cap_cell_text_equal (&values[SCHEMA_TYPE], "table") ||
          cap_cell_text_equal (&values[SCHEMA_TYPE], "index"));
}

static void
free_cell (CapCell *cell)
{
  cap_cell_clear (cell);
  g_free (cell);
}

/* Adds the rows of the schema that a page has. Returns: whether it has any */
static gboolean
add_schema_rows (CapPages  *pages,
                 guint32    number,
                 GPtrArray *rows)
{
  const guint before = rows->len;
  CapPage page;

  if (!cap_pages_find (pages, number, &page) || page.kind != CAP_PAGE_TABLE_LEAF)
    return FALSE;

  for (guint i = 0; i < page.n_cells; i++)
    {
      CapCell *cell = g_new0 (CapCell, 1);

      if (cap_page_read_cell (pages, &page, i, cell) && is_schema_row (cell))
        g_ptr_array_add (rows, cell);
      else
        free_cell (cell);
    }

  return rows->len > before;
}

/* Returns: (transfer full) (element-type CapCell): the rows of the schema that can be read, wherever they
 * are; their pages, and only these, are used */
static GPtrArray *
list_schema_rows (CapPages *pages)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cell);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cell);

  for (guint32 number = 1; number <= cap_pages_get_n (pages); number++)
    {
      if (add_schema_rows (pages, number, seen))
        g_array_append_val (numbers, number);
    }

  cap_pages_forget_used (pages);
  cap_pages_mark_used (pages, 1);
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint32 number = g_array_index (numbers, guint32, i);

      add_schema_rows (pages, number, rows);
      cap_pages_mark_used (pages, number);
    }

  return rows;
}

static guint
note_roots (GPtrArray *trees,
            GPtrArray *rows,
            guint32    n_pages)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    note_root (trees, g_ptr_array_index (rows, i), n_pages);
  drop_shared_roots (trees);

  for (guint i = 0; i < trees->len; i++)
    n += ((CapTree *) g_ptr_array_index (trees, i))->root != 0;

  return n;
}

/**
 * cap_salvage_layout_find:
 * @pages: a file that may be damaged
 * @version: (out): of its schema
 *
 * Finds where the tables of a dossier begin in a file. Rows of the schema are looked for in all pages: the
 * first one may be lost. The version is that whose tables the file has most of, the header’s if it will do.
 */
GPtrArray *
cap_salvage_layout_find (CapPages  *pages,
                         guint     *version,
                         GError   **error)
{
  const guint latest = cap_migrations_get_latest ();
  const gint64 stored = cap_pages_get_version (pages);
  g_autoptr(GPtrArray) rows = list_schema_rows (pages);
  g_autoptr(CapDb) model = cap_db_open (":memory:", error);
  g_autoptr(GPtrArray) best = NULL;
  guint most = 0;

  *version = latest;
  for (guint at = stored >= 1 && stored <= latest ? (guint) stored : 1; model != NULL && at <= latest; at++)
    {
      g_autoptr(GPtrArray) trees = NULL;
      guint n;

      if (!cap_migrations_run (model, at, error))
        return NULL;
      trees = describe (model, error);
      if (trees == NULL)
        return NULL;

      n = note_roots (trees, rows, cap_pages_get_n (pages));
      if (best == NULL || n > most || most == 0)
        {
          *version = at;
          most = n;
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&trees);
        }
      if (at == stored && most > best->len / 2)
        break;
    }

  return g_steal_pointer (&best);
}

gboolean
cap_tree_fits (const CapTree *self,
               const CapCell *cell,
               gboolean       exactly)
{
  const guint n = cell->values->len;

  if (n == 0 || n > self->columns->len || (exactly && n != self->columns->len))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const CapTreeColumn *column = g_ptr_array_index (self->columns, i);
      const CapCellValue *value = &g_array_index (cell->values, CapCellValue, i);

      if (value->type == CAP_CELL_NULL ? column->not_null && !column->is_rank
                                       : value->type != column->type || column->is_rank)
        return FALSE;
      if (value->type == CAP_CELL_TEXT &&
          !g_utf8_validate_len ((const char *) value->data, value->size, NULL))
        return FALSE;
    }

  return TRUE;
}
