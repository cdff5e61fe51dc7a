/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-risk-figures.h"
#include "report/cap-pdf.h"

G_BEGIN_DECLS

double cap_report_get_risk_grids_height (double           width);
void   cap_report_draw_risk_grids       (CapPdf          *pdf,
                                         const GPtrArray *figures,
                                         CapPoint         corner,
                                         double           width);

G_END_DECLS
