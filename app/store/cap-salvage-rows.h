/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-salvage-report.h"
#include "store/cap-salvage-layout.h"

G_BEGIN_DECLS

/**
 * CapSalvageRows:
 * @pages: the damaged file
 * @trees: (element-type CapTree): what it is made of
 * @db: takes the rows
 * @entries: (element-type CapIndexEntry): what the indexes say that there is
 * @n_unplaced: how many rows could be read, and not told what they are
 *
 * The rows that can be read in a damaged file.
 */
typedef struct
{
  CapPages     *pages;
  GPtrArray    *trees;
  CapDb        *db;
  GCancellable *cancellable;
  GPtrArray    *entries;
  guint         n_unplaced;
} CapSalvageRows;

/* A row of an index: it names a row of a table. */
typedef struct
{
  CapTree *tree;
  CapCell  cell;
} CapIndexEntry;

CapSalvageRows *cap_salvage_rows_new  (CapPages        *pages,
                                       GPtrArray       *trees,
                                       CapDb           *db,
                                       GCancellable    *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void            cap_salvage_rows_free (CapSalvageRows  *self);
gboolean        cap_salvage_rows_take (CapSalvageRows  *self,
                                       GError         **error);
/* What is in no tree whose beginning is known. */
gboolean        cap_salvage_rows_take_strays (CapSalvageRows  *self,
                                              GError         **error);
/* Whether @cell is in @tree now, or goes in by its rules. */
gboolean        cap_salvage_rows_put  (CapSalvageRows  *self,
                                       const CapTree   *tree,
                                       const CapCell   *cell);
void            cap_salvage_bind      (CapStmt         *stmt,
                                       int              position,
                                       const CapCellValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSalvageRows, cap_salvage_rows_free)

G_END_DECLS
