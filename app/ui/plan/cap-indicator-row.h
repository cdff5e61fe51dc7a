/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-action.h"
#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_INDICATOR_ROW (cap_indicator_row_get_type ())

G_DECLARE_FINAL_TYPE (CapIndicatorRow, cap_indicator_row, CAP, INDICATOR_ROW, AdwExpanderRow)

/* Signals:
 *   "changed"  a field is finished: cap_indicator_row_fill() tells what the fields say
 *   "removed"  the person wants the indicator out of the register
 *   "value-entered" (string date, int64 thousandths, string comment or NULL)
 *   "value-removed" (string date)
 */
GtkWidget          *cap_indicator_row_new           (const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

const CapIndicator *cap_indicator_row_get_indicator (CapIndicatorRow    *self);
void                cap_indicator_row_set_indicator (CapIndicatorRow    *self,
                                                     const CapIndicator *indicator,
                                                     const char         *today);
void                cap_indicator_row_set_read_only (CapIndicatorRow    *self,
                                                     gboolean            read_only);
void                cap_indicator_row_set_actions   (CapIndicatorRow    *self,
                                                     const GPtrArray    *actions);
void                cap_indicator_row_fill          (CapIndicatorRow    *self,
                                                     CapIndicator       *indicator);
void                cap_indicator_row_show_faults   (CapIndicatorRow    *self,
                                                     const GPtrArray    *faults);

G_END_DECLS
