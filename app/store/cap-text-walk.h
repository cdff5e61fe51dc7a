/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-table-columns.h"

G_BEGIN_DECLS

/**
 * CapTextSource:
 * @CAP_TEXT_ROW: a column of a row as it is now
 * @CAP_TEXT_PAST: the same as a gesture of the past changed it
 * @CAP_TEXT_DETAIL: what a gesture was about
 * @CAP_TEXT_AUTHOR: who made a gesture
 * @CAP_TEXT_CONTENT: the text of a file
 */
typedef enum
{
  CAP_TEXT_ROW,
  CAP_TEXT_PAST,
  CAP_TEXT_DETAIL,
  CAP_TEXT_AUTHOR,
  CAP_TEXT_CONTENT,
} CapTextSource;

/**
 * CapTextPlace:
 * @table: (nullable): of a row
 * @column: (nullable): of a row
 * @key: of a row, its parts joined by a tab; of a content, its SHA-256
 *
 * Where a text is.
 */
typedef struct
{
  CapTextSource     source;
  const char       *table;
  const CapColumn  *column;
  const char       *key;
} CapTextPlace;

typedef void (*CapTextVisitor) (const CapTextPlace *place,
                                const char         *text,
                                gpointer            user_data);

gboolean cap_text_walk (CapDb           *db,
                        CapTextVisitor   visit,
                        gpointer         user_data,
                        GError         **error);

G_END_DECLS
