/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/* How many degrees likelihood and severity have. */
#define CAP_RISK_DEGREES 4

/**
 * CapRiskGrid:
 * @cells: what the sixteen cells fill
 * @gap: between two of them
 * @head: the height, at the top of a cell, of what it says of itself
 * @chip: how large the code of a risk is
 *
 * Severity goes to the right and likelihood up: the worst is in the top right corner. Degrees are
 * counted from 1.
 */
typedef struct
{
  CapRect  cells;
  double   gap;
  double   head;
  CapPoint chip;
} CapRiskGrid;

CapRiskGrid cap_risk_grid_fit       (CapRect            area,
                                     double             left,
                                     double             bottom,
                                     double             gap,
                                     double             head,
                                     CapPoint           chip);
CapRect     cap_risk_grid_get_cell  (const CapRiskGrid *self,
                                     int                likelihood,
                                     int                severity);
guint       cap_risk_grid_get_room  (const CapRiskGrid *self);
CapRect     cap_risk_grid_get_chip  (const CapRiskGrid *self,
                                     int                likelihood,
                                     int                severity,
                                     guint              index);
guint       cap_risk_grid_get_shown (const CapRiskGrid *self,
                                     guint              n_risks);

G_END_DECLS
