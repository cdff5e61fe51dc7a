/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_INDICATOR_VALUES (cap_indicator_values_get_type ())

G_DECLARE_FINAL_TYPE (CapIndicatorValues, cap_indicator_values, CAP, INDICATOR_VALUES, AdwExpanderRow)

/* Signals:
 *   "removed" (string date)  the person wants this value out
 */
GtkWidget *cap_indicator_values_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_indicator_values_set_indicator (CapIndicatorValues *self,
                                               const CapIndicator *indicator);
void       cap_indicator_values_set_read_only (CapIndicatorValues *self,
                                               gboolean            read_only);

G_END_DECLS
