/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_RISK_CELL (cap_risk_cell_get_type ())

G_DECLARE_FINAL_TYPE (CapRiskCell, cap_risk_cell, CAP, RISK_CELL, GtkToggleButton)

GtkWidget *cap_risk_cell_new  (int                likelihood,
                               int                severity) G_GNUC_WARN_UNUSED_RESULT;
void       cap_risk_cell_show (CapRiskCell       *self,
                               const char * const *codes,
                               guint              room);

G_END_DECLS
