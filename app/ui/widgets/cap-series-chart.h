/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_SERIES_CHART (cap_series_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapSeriesChart, cap_series_chart, CAP, SERIES_CHART, GtkWidget)

GtkWidget *cap_series_chart_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_series_chart_set_indicator (CapSeriesChart     *self,
                                           const CapIndicator *indicator);

G_END_DECLS
