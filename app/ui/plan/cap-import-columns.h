/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-plan-exchange.h"

G_BEGIN_DECLS

/**
 * CapImportColumns:
 *
 * Which column of a file says what of an action: a choice for each field. Signal
 * "changed": somebody chose otherwise.
 */
#define CAP_TYPE_IMPORT_COLUMNS (cap_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (CapImportColumns, cap_import_columns, CAP, IMPORT_COLUMNS, GtkWidget)

/* Shows what was chosen for such a file before, else what is guessed. */
void       cap_import_columns_set_csv  (CapImportColumns *self,
                                        CapActionsCsv    *csv);
/* (array fixed-size=32): by CapActionField */
const int *cap_import_columns_get      (CapImportColumns *self);
/* For the next file with the same columns. */
void       cap_import_columns_remember (CapImportColumns *self);

G_END_DECLS
