/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-criterion.h"

G_BEGIN_DECLS

/**
 * CapSheetRow:
 *
 * A criterion of a questionnaire that is typed in: its code, its label, and the cell of its figure.
 */
#define CAP_TYPE_SHEET_ROW (cap_sheet_row_get_type ())

G_DECLARE_FINAL_TYPE (CapSheetRow, cap_sheet_row, CAP, SHEET_ROW, GtkListBoxRow)

GtkWidget          *cap_sheet_row_new           (const CapCriterion *criterion) G_GNUC_WARN_UNUSED_RESULT;
const CapCriterion *cap_sheet_row_get_criterion (CapSheetRow        *self);
void                cap_sheet_row_show_figure   (CapSheetRow        *self,
                                                 int                 figure,
                                                 const char         *meaning);

G_END_DECLS
