/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-csv.h"

G_BEGIN_DECLS

/**
 * CapCsvColumn:
 * @name: its name in files, in English
 * @others: other names that people write, in lower case without accents,
 *   separated by `|`
 * @required: whether a file without it is at fault
 */
typedef struct
{
  const char *name;
  const char *others;
  gboolean    required;
} CapCsvColumn;

GPtrArray  *cap_csv_columns_read      (GBytes              *source,
                                       const CapCsvColumn  *columns,
                                       guint                n_columns,
                                       int                 *indexes,
                                       GPtrArray           *faults) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_csv_columns_dup_cell  (const CapCsvRow     *row,
                                       int                  index) G_GNUC_WARN_UNUSED_RESULT;
void        cap_csv_columns_add_fault (GPtrArray           *faults,
                                       guint                line,
                                       const char          *sentence);

G_END_DECLS
