/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "scoring/cap-votes.h"

G_BEGIN_DECLS

/**
 * CapSpreadChart:
 *
 * The votes on a criterion, a dot for each, level by level: all of them, then those of each college that may
 * be told. It reads as text.
 */
#define CAP_TYPE_SPREAD_CHART (cap_spread_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapSpreadChart, cap_spread_chart, CAP, SPREAD_CHART, GtkWidget)

GtkWidget *cap_spread_chart_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_spread_chart_show (CapSpreadChart     *self,
                                  const CapSpread    *spread,
                                  const CapFramework *framework,
                                  int                 decided);

G_END_DECLS
