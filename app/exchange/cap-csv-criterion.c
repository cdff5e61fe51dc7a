/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-csv-criterion-private.h"

#include "exchange/cap-csv-columns-private.h"

/* Returns: (transfer full) (nullable): the code in a cell, as the framework writes it: “a1.1” is A1.1 */
char *
cap_csv_dup_criterion (const CapFramework *framework,
                       const CapCsvRow    *row,
                       int                 index)
{
  g_autofree char *cell = cap_csv_columns_dup_cell (row, index);
  g_autofree char *upper = cell != NULL ? g_ascii_strup (cell, -1) : NULL;

  if (upper != NULL && cap_framework_find_criterion (framework, cell) == NULL &&
      cap_framework_find_criterion (framework, upper) != NULL)
    return g_steal_pointer (&upper);

  return g_steal_pointer (&cell);
}
