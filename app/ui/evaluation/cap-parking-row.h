/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapParkingRow:
 *
 * What is kept for another time: what is written enters the list of the CAP day, with the criterion in
 * course.
 */
#define CAP_TYPE_PARKING_ROW (cap_parking_row_get_type ())

G_DECLARE_FINAL_TYPE (CapParkingRow, cap_parking_row, CAP, PARKING_ROW, GtkWidget)

GtkWidget *cap_parking_row_new           (CapWorkspace  *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_parking_row_set_criterion (CapParkingRow *self,
                                          const char    *code);

G_END_DECLS
