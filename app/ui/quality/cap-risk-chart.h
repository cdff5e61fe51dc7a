/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_RISK_CHART (cap_risk_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapRiskChart, cap_risk_chart, CAP, RISK_CHART, GtkWidget)

/* Signal "chosen": another cell is chosen, or none. */
GtkWidget *cap_risk_chart_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_risk_chart_show       (CapRiskChart    *self,
                                      const GPtrArray *figures,
                                      gboolean         after);
gboolean   cap_risk_chart_get_chosen (CapRiskChart    *self,
                                      int             *likelihood,
                                      int             *severity);
void       cap_risk_chart_choose_none (CapRiskChart   *self);

G_END_DECLS
