/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/widgets/cap-bar-row.h"

G_BEGIN_DECLS

#define CAP_TYPE_BAR_CHART (cap_bar_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapBarChart, cap_bar_chart, CAP, BAR_CHART, GtkWidget)

void cap_bar_chart_append (CapBarChart *self,
                           CapBarRow   *row);
void cap_bar_chart_clear  (CapBarChart *self);

G_END_DECLS
