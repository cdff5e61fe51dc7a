/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db-private.h"

G_BEGIN_DECLS

/**
 * CapRowChange:
 * @table: which one
 * @n_columns: how many columns the row has
 * @operation: `SQLITE_INSERT`, `SQLITE_UPDATE` or `SQLITE_DELETE`
 * @keys: (array length=n_columns): which columns are the key
 *
 * What a changeset says of one row, while it is looked at.
 */
typedef struct
{
  sqlite3_changeset_iter *iter;
  const char             *table;
  int                     n_columns;
  int                     operation;
  const unsigned char    *keys;
} CapRowChange;

/* @change: valid until it returns */
typedef void (*CapRowChangeFunc) (const CapRowChange *change,
                                  gpointer            data);

gboolean       cap_row_change_foreach (CapDb                  *db,
                                       GBytes                 *changeset,
                                       CapRowChangeFunc        func,
                                       gpointer                data,
                                       GError                **error);
void           cap_row_change_init    (CapRowChange           *self,
                                       sqlite3_changeset_iter *iter);
/* (nullable): %NULL when there is no such side, or the column did not change */
sqlite3_value *cap_row_change_get_old (const CapRowChange     *self,
                                       int                     column);
sqlite3_value *cap_row_change_get_new (const CapRowChange     *self,
                                       int                     column);
char          *cap_row_change_dup_key (const CapRowChange     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_changeset_iter, sqlite3changeset_finalize)

G_END_DECLS
