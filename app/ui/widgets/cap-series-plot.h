/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_SERIES_PLOT (cap_series_plot_get_type ())

G_DECLARE_FINAL_TYPE (CapSeriesPlot, cap_series_plot, CAP, SERIES_PLOT, GtkWidget)

GtkWidget *cap_series_plot_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_series_plot_set_indicator (CapSeriesPlot      *self,
                                          const CapIndicator *indicator);

G_END_DECLS
