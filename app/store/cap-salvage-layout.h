/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"
#include "store/cap-pages.h"

G_BEGIN_DECLS

/**
 * CapTreeColumn:
 * @name: (nullable): %NULL for the rank of a row of a rowid table, at the end of its indexes
 * @is_rank: whether it is the rank of the row: stored as NULL
 */
typedef struct
{
  char        *name;
  CapCellType  type;
  gboolean     not_null;
  gboolean     is_rank;
} CapTreeColumn;

/**
 * CapTree:
 * @name: of a table, or of an index
 * @table: the table of an index; %NULL for a table
 * @sql: (nullable): what the schema says of it
 * @by_rank: whether its rows have a rank: a table of its kind of pages; other tables are indexes
 * @columns: (element-type CapTreeColumn): in the order that they are stored in
 * @root: its first page, as the file says; 0 when the file says no more
 * @n_bad_pages: how many pages of it could not be read
 * @n_bad_rows: how many rows could not be read
 * @whole: whether it is certain that nothing is missing, however much was damaged
 *
 * A b-tree that a dossier has, and what was found of it.
 */
typedef struct
{
  char      *name;
  char      *table;
  char      *sql;
  gboolean   by_rank;
  GPtrArray *columns;
  guint32    root;
  guint      n_bad_pages;
  guint      n_bad_rows;
  gboolean   whole;
} CapTree;

/* Returns: (transfer full) (nullable) (element-type CapTree): of a schema version, found in the file. */
GPtrArray *cap_salvage_layout_find   (CapPages      *pages,
                                      guint         *version,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
CapTree   *cap_salvage_layout_get    (GPtrArray     *trees,
                                      const char    *name);
/* Whether a row could be one of it: as many values, of these types. */
gboolean   cap_tree_fits             (const CapTree *self,
                                      const CapCell *cell,
                                      gboolean       exactly);

G_END_DECLS
