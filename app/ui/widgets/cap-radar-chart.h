/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_RADAR_CHART (cap_radar_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapRadarChart, cap_radar_chart, CAP, RADAR_CHART, GtkWidget)

void cap_radar_chart_append (CapRadarChart *self,
                             const char    *label,
                             const char    *name,
                             double         value,
                             double         previous);
void cap_radar_chart_clear  (CapRadarChart *self);

G_END_DECLS
