/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_VALUE_GRID (cap_value_grid_get_type ())

G_DECLARE_FINAL_TYPE (CapValueGrid, cap_value_grid, CAP, VALUE_GRID, GtkWidget)

/* Signals:
 *   "entered" (string id, string date, int64 thousandths)  a cell is finished: the value of an
 *     indicator on a day, or %CAP_QUANTITY_UNSET to take it out
 */
GtkWidget *cap_value_grid_new            (CapFrequency     frequency) G_GNUC_WARN_UNUSED_RESULT;
void       cap_value_grid_set_indicators (CapValueGrid    *self,
                                          const GPtrArray *indicators,
                                          const char      *today);

G_END_DECLS
