/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/cap-series.h"
#include "model/cap-indicator.h"

G_BEGIN_DECLS

/* The values of an indicator as a chart takes them; a value whose day is not in the calendar is left out. */
GArray    *cap_series_data_list_values (const CapIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
CapSeries  cap_series_data_fit         (const CapIndicator *indicator,
                                        const GArray       *values,
                                        CapRect             plot);
gboolean   cap_series_data_get_band    (const CapIndicator *indicator,
                                        double             *low,
                                        double             *high);
void       cap_series_data_trace       (cairo_t            *cr,
                                        const CapSeries    *series,
                                        const GArray       *values);

G_END_DECLS
