/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-fields.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapColumn:
 * @use: what it may say of somebody
 * @key: whether it is part of the key
 */
typedef struct
{
  char           *name;
  CapPersonalUse  use;
  gboolean        key;
} CapColumn;

/* Tables and their columns, looked up once. */
typedef GHashTable CapTableColumns;

CapTableColumns *cap_table_columns_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *cap_table_columns_get (CapTableColumns  *self,
                                        CapDb            *db,
                                        const char       *table);

G_END_DECLS
