/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-salvage-rows.h"

/* Pages that no tree leads to, since the page that led to them is lost. What they hold is told by what it
 * looks like: a row goes in by the rules of one table, and of no other. Where two would do, the rows that
 * it refers to decide; where they do not, it is left out. */

typedef struct
{
  GPtrArray *rows;    /* CapCell */
  gboolean   by_rank;
  guint      n_bad;
} Stray;

static void
free_cell (CapCell *cell)
{
  cap_cell_clear (cell);
  g_free (cell);
}

static void
free_stray (Stray *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* A page and what is below it. */
static Stray *
read_stray (CapPages *pages,
            guint32   top)
{
  g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  Stray *stray = g_new0 (Stray, 1);
  CapPage page;

  stray->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cell);
  cap_pages_find (pages, top, &page);
  stray->by_rank = page.kind == CAP_PAGE_TABLE_LEAF || page.kind == CAP_PAGE_TABLE_INTERIOR;

  g_array_append_val (waiting, top);
  while (waiting->len > 0)
    {
      guint32 number = g_array_index (waiting, guint32, waiting->len - 1);

      g_array_set_size (waiting, waiting->len - 1);
      if (cap_pages_is_used (pages, number) || !cap_pages_find (pages, number, &page) ||
          stray->by_rank != (page.kind == CAP_PAGE_TABLE_LEAF || page.kind == CAP_PAGE_TABLE_INTERIOR))
        continue;

      cap_pages_mark_used (pages, number);
      for (guint i = 0; page.kind != CAP_PAGE_TABLE_INTERIOR && i < page.n_cells; i++)
        {
          CapCell *cell = g_new0 (CapCell, 1);

          if (cap_page_read_cell (pages, &page, i, cell))
            {
              g_ptr_array_add (stray->rows, cell);
              continue;
            }
          stray->n_bad++;
          free_cell (cell);
        }
      for (guint i = 0; cap_page_is_interior (&page) && i <= page.n_cells; i++)
        {
          guint32 child = cap_page_get_child (pages, &page, i);

          g_array_append_val (waiting, child);
        }
    }

  return stray;
}

static gboolean
is_stray (CapPages *pages,
          guint32   number,
          CapPage  *page)
{
  return !cap_pages_is_used (pages, number) && cap_pages_find (pages, number, page) && page->n_cells > 0;
}

/* Returns: (transfer full) (element-type Stray): whole trees first, then what only leads to itself */
static GPtrArray *
list_strays (CapPages *pages)
{
  GPtrArray *strays = g_ptr_array_new_with_free_func ((GDestroyNotify) free_stray);
  const guint32 n_pages = cap_pages_get_n (pages);
  g_autofree guint8 *below = g_malloc0 ((gsize) n_pages + 1);
  CapPage page;

  for (guint32 number = 1; number <= n_pages; number++)
    {
      if (!is_stray (pages, number, &page) || !cap_page_is_interior (&page))
        continue;
      for (guint i = 0; i <= page.n_cells; i++)
        {
          guint32 child = cap_page_get_child (pages, &page, i);

          if (child <= n_pages && child != number)
            below[child] = TRUE;
        }
    }

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint32 number = 1; number <= n_pages; number++)
        {
          if (is_stray (pages, number, &page) && (pass == 1 || !below[number]))
            g_ptr_array_add (strays, read_stray (pages, number));
        }
    }

  return strays;
}

static gboolean
is_lacking (const CapTree *tree)
{
  return tree->root == 0 || tree->n_bad_pages > 0;
}

static gboolean
fits (const Stray   *stray,
      const CapTree *tree)
{
  if (!is_lacking (tree) || tree->by_rank != stray->by_rank)
    return FALSE;

  for (guint i = 0; i < stray->rows->len; i++)
    {
      if (!cap_tree_fits (tree, g_ptr_array_index (stray->rows, i), TRUE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_all (CapSalvageRows *self,
         const Stray    *stray,
         const CapTree  *tree)
{
  for (guint i = 0; i < stray->rows->len; i++)
    {
      if (!cap_salvage_rows_put (self, tree, g_ptr_array_index (stray->rows, i)))
        return FALSE;
    }

  return TRUE;
}

/* How many references of a table lead nowhere; -1: it has none. */
static gint64
count_faults (CapSalvageRows *self,
              const CapTree  *tree)
{
  g_autofree char *all = g_strdup_printf ("SELECT count (*) FROM pragma_foreign_key_list ('%s')",
                                          tree->name);
  g_autofree char *bad = g_strdup_printf ("SELECT count (*) FROM pragma_foreign_key_check ('%s')",
                                          tree->name);
  gint64 n_all = 0;
  gint64 n_bad = 0;

  if (!cap_db_get_int (self->db, all, &n_all, NULL) || n_all == 0 ||
      !cap_db_get_int (self->db, bad, &n_bad, NULL))
    return -1;

  return n_bad;
}

/* Whether all the rows go into a table; in earnest or to see. @strictly: what they refer to is there too. */
static gboolean
try_tree (CapSalvageRows *self,
          const Stray    *stray,
          const CapTree  *tree,
          gboolean        strictly,
          gboolean        keep)
{
  const gint64 before = strictly ? count_faults (self, tree) : 0;
  g_autoptr(CapTransaction) trial = before >= 0 ? cap_transaction_begin (self->db, NULL) : NULL;

  return trial != NULL && put_all (self, stray, tree) &&
         (!strictly || count_faults (self, tree) == before) &&
         (!keep || cap_transaction_commit (trial, NULL));
}

/* Returns: (nullable): the one table that the rows are of. @others: (out): whether something else would do */
static CapTree *
find_table (CapSalvageRows *self,
            const Stray    *stray,
            gboolean        strictly,
            guint          *n_tables,
            guint          *n_indexes)
{
  CapTree *found = NULL;

  *n_tables = 0;
  *n_indexes = 0;
  for (guint i = 0; i < self->trees->len; i++)
    {
      CapTree *tree = g_ptr_array_index (self->trees, i);

      if (!fits (stray, tree))
        continue;
      if (tree->table != NULL)
        {
          (*n_indexes)++;
        }
      else if (try_tree (self, stray, tree, strictly, FALSE))
        {
          found = tree;
          (*n_tables)++;
        }
    }

  return *n_tables == 1 && (strictly || *n_indexes == 0) ? found : NULL;
}

static void
settle (CapSalvageRows *self,
        const Stray    *stray,
        CapTree        *tree)
{
  if (try_tree (self, stray, tree, FALSE, TRUE))
    tree->n_bad_rows += stray->n_bad;
}

/**
 * cap_salvage_rows_take_strays:
 *
 * Takes the rows of pages that no tree leads to, once cap_salvage_rows_take() has taken the others.
 *
 * Returns: %FALSE when it was given up
 */
gboolean
cap_salvage_rows_take_strays (CapSalvageRows  *self,
                              GError         **error)
{
  gboolean lacking = FALSE;
  g_autoptr(GPtrArray) strays = NULL;

  for (guint i = 0; i < self->trees->len; i++)
    lacking = lacking || is_lacking (g_ptr_array_index (self->trees, i));
  if (!lacking)
    return TRUE;

  cap_pages_mark_free_list (self->pages);
  strays = list_strays (self->pages);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = strays->len; i > 0; i--)
        {
          const Stray *stray = g_ptr_array_index (strays, i - 1);
          guint n_tables;
          guint n_indexes;
          CapTree *tree;

          if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
            return FALSE;

          tree = stray->rows->len > 0 ? find_table (self, stray, pass == 1, &n_tables, &n_indexes) : NULL;
          if (tree != NULL)
            settle (self, stray, tree);
          else if (pass == 1 && stray->rows->len > 0 && n_indexes == 0)
            self->n_unplaced += stray->rows->len;
          if (tree != NULL || pass == 1 || stray->rows->len == 0)
            g_ptr_array_remove_index_fast (strays, i - 1);
        }
    }

  return TRUE;
}
