/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-store-error.h"

G_BEGIN_DECLS

/**
 * CapRawValue:
 * @type: as in a changeset: `SQLITE_INTEGER`…, or 0 where the change says nothing of the column
 * @bytes: of a text or a blob; the eight of a number
 *
 * A value of a changeset.
 */
typedef struct
{
  int           type;
  const guint8 *bytes;
  gsize         size;
  GBytes       *owned; /* what @bytes is in, once it was set */
} CapRawValue;

/**
 * CapRawRow:
 * @operation: `SQLITE_INSERT`, `SQLITE_UPDATE` or `SQLITE_DELETE`
 * @before: (array length=n_columns): undefined all of them when inserted
 * @after: (array length=n_columns): undefined all of them when deleted
 *
 * What a changeset says of one row, to be looked at or changed. The key is not to be changed.
 */
typedef struct
{
  const char   *table;
  int           operation;
  guint         n_columns;
  const guint8 *keys;
  CapRawValue  *before;
  CapRawValue  *after;
} CapRawRow;

typedef void (*CapRawRowFunc) (CapRawRow *row,
                               gpointer   user_data);

GBytes *cap_changeset_rewrite   (GBytes             *changeset,
                                 CapRawRowFunc       func,
                                 gpointer            user_data,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

char   *cap_raw_value_dup_text  (const CapRawValue  *self) G_GNUC_WARN_UNUSED_RESULT;
void    cap_raw_value_set_text  (CapRawValue        *self,
                                 const char         *text);
void    cap_raw_value_set_int   (CapRawValue        *self,
                                 gint64              number);
void    cap_raw_value_clear     (CapRawValue        *self);
char   *cap_raw_row_dup_key     (const CapRawRow    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
