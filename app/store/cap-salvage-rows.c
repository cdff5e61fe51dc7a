/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-salvage-rows.h"

#include "store/cap-meta-table.h"

static void
free_entry (CapIndexEntry *self)
{
  cap_cell_clear (&self->cell);
  g_free (self);
}

CapSalvageRows *
cap_salvage_rows_new (CapPages     *pages,
                      GPtrArray    *trees,
                      CapDb        *db,
                      GCancellable *cancellable)
{
  CapSalvageRows *self = g_new0 (CapSalvageRows, 1);

  self->pages = pages;
  self->trees = g_ptr_array_ref (trees);
  self->db = db;
  self->cancellable = cancellable;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);

  return self;
}

void
cap_salvage_rows_free (CapSalvageRows *self)
{
  g_ptr_array_unref (self->trees);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* @value must live until the statement is released. */
void
cap_salvage_bind (CapStmt            *stmt,
                  int                 position,
                  const CapCellValue *value)
{
  g_autoptr(GBytes) bytes = NULL;

  switch (value->type)
    {
    case CAP_CELL_INTEGER:
      cap_stmt_bind_int (stmt, position, value->number);
      break;

    case CAP_CELL_TEXT:
      bytes = g_bytes_new_static (value->data, value->size);
      cap_stmt_bind_source (stmt, position, bytes);
      break;

    case CAP_CELL_BLOB:
      bytes = g_bytes_new_static (value->data, value->size);
      cap_stmt_bind_blob (stmt, position, bytes);
      break;

    case CAP_CELL_NULL:
    default:
      cap_stmt_bind_text (stmt, position, NULL);
      break;
    }
}

/* Keys that nobody writes are not ours: a stray index looks like this table. */
static gboolean
is_meta (const CapCell *cell)
{
  static const char * const keys[] = {
    CAP_META_AUDITED, CAP_META_CREATED_BY, CAP_META_HEAD, CAP_META_ID, CAP_META_LAST_ACTION_NUMBER,
    CAP_META_LAST_EVIDENCE_NUMBER, CAP_META_REVISION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (cap_cell_text_equal (&g_array_index (cell->values, CapCellValue, 0), keys[i]))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_insert (const CapTree *tree,
            guint          n_values)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", tree->name);
  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            ((CapTreeColumn *) g_ptr_array_index (tree->columns, i))->name);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

gboolean
cap_salvage_rows_put (CapSalvageRows *self,
                      const CapTree  *tree,
                      const CapCell  *cell)
{
  g_autofree char *sql = dup_insert (tree, cell->values->len);
  g_autoptr(CapStmt) stmt = cap_db_prepare (self->db, sql, NULL);

  if (stmt == NULL || (g_str_equal (tree->name, "meta") && !is_meta (cell)))
    return FALSE;

  for (guint i = 0; i < cell->values->len; i++)
    {
      const CapTreeColumn *column = g_ptr_array_index (tree->columns, i);

      if (column->is_rank)
        cap_stmt_bind_int (stmt, (int) i + 1, cell->rowid);
      else
        cap_salvage_bind (stmt, (int) i + 1, &g_array_index (cell->values, CapCellValue, i));
    }

  return cap_stmt_run (stmt, NULL);
}

static void
take_cell (CapSalvageRows *self,
           CapTree        *tree,
           const CapPage  *page,
           guint           index)
{
  CapIndexEntry *entry = g_new0 (CapIndexEntry, 1);
  gboolean sound = cap_page_read_cell (self->pages, page, index, &entry->cell) &&
                   cap_tree_fits (tree, &entry->cell, FALSE);

  entry->tree = tree;
  if (sound && tree->table != NULL)
    {
      g_ptr_array_add (self->entries, entry);
      return;
    }

  if (!sound || !cap_salvage_rows_put (self, tree, &entry->cell))
    tree->n_bad_rows++;
  free_entry (entry);
}

static gboolean
is_of_kind (const CapTree *tree,
            CapPageKind    kind)
{
  return tree->by_rank ? kind == CAP_PAGE_TABLE_INTERIOR || kind == CAP_PAGE_TABLE_LEAF
                       : kind == CAP_PAGE_INDEX_INTERIOR || kind == CAP_PAGE_INDEX_LEAF;
}

/* A page that another tree has, or whose kind is another one, is a sign of damage. */
static void
take_page (CapSalvageRows *self,
           CapTree        *tree,
           guint32         number,
           GArray         *waiting)
{
  CapPage page;

  if (cap_pages_is_used (self->pages, number) || !cap_pages_find (self->pages, number, &page) ||
      !is_of_kind (tree, page.kind))
    {
      tree->n_bad_pages++;
      return;
    }

  cap_pages_mark_used (self->pages, number);
  for (guint i = 0; page.kind != CAP_PAGE_TABLE_INTERIOR && i < page.n_cells; i++)
    take_cell (self, tree, &page, i);
  for (guint i = 0; cap_page_is_interior (&page) && i <= page.n_cells; i++)
    {
      guint32 child = cap_page_get_child (self->pages, &page, i);

      g_array_append_val (waiting, child);
    }
}

/**
 * cap_salvage_rows_take:
 *
 * Takes each row that is in a tree whose beginning is known, and that follows the rules of its table.
 *
 * Returns: %FALSE when it was given up
 */
gboolean
cap_salvage_rows_take (CapSalvageRows  *self,
                       GError         **error)
{
  for (guint i = 0; i < self->trees->len; i++)
    {
      CapTree *tree = g_ptr_array_index (self->trees, i);
      g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (tree->root != 0)
        g_array_append_val (waiting, tree->root);
      while (waiting->len > 0)
        {
          guint32 number = g_array_index (waiting, guint32, waiting->len - 1);

          if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
            return FALSE;

          g_array_set_size (waiting, waiting->len - 1);
          take_page (self, tree, number, waiting);
        }
    }

  return TRUE;
}
