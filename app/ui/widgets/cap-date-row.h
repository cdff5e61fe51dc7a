/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_DATE_ROW (cap_date_row_get_type ())

G_DECLARE_FINAL_TYPE (CapDateRow, cap_date_row, CAP, DATE_ROW, AdwEntryRow)

/* Signal "chosen": a date was finished, or taken away. */
GtkWidget  *cap_date_row_new      (const char *title) G_GNUC_WARN_UNUSED_RESULT;

const char *cap_date_row_get_date (CapDateRow *self);
void        cap_date_row_set_date (CapDateRow *self,
                                   const char *date);

G_END_DECLS
