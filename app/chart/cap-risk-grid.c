/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-risk-grid.h"

#include <math.h>

#define CHIP_GAP 3.0

static guint
count_columns (const CapRiskGrid *self)
{
  const double width = cap_risk_grid_get_cell (self, 1, 1).width;

  return (guint) MAX (floor ((width - CHIP_GAP) / (self->chip.x + CHIP_GAP)), 1);
}

/**
 * cap_risk_grid_fit:
 * @area: what the chart may fill
 * @left: kept for the degrees of likelihood
 * @bottom: kept for those of severity
 * @gap: between two cells
 * @head: what a cell says of itself
 * @chip: the size of a code
 */
CapRiskGrid
cap_risk_grid_fit (CapRect  area,
                   double   left,
                   double   bottom,
                   double   gap,
                   double   head,
                   CapPoint chip)
{
  CapRiskGrid self = { area, gap, head, chip };

  self.cells.x += left;
  self.cells.width = MAX (area.width - left, 0);
  self.cells.height = MAX (area.height - bottom, 0);

  return self;
}

CapRect
cap_risk_grid_get_cell (const CapRiskGrid *self,
                        int                likelihood,
                        int                severity)
{
  double width;
  double height;

  g_return_val_if_fail (self != NULL, ((CapRect) { 0 }));
  g_return_val_if_fail (likelihood >= 1 && likelihood <= CAP_RISK_DEGREES, ((CapRect) { 0 }));
  g_return_val_if_fail (severity >= 1 && severity <= CAP_RISK_DEGREES, ((CapRect) { 0 }));

  width = (self->cells.width - (CAP_RISK_DEGREES - 1) * self->gap) / CAP_RISK_DEGREES;
  height = (self->cells.height - (CAP_RISK_DEGREES - 1) * self->gap) / CAP_RISK_DEGREES;

  return (CapRect) {
    self->cells.x + (severity - 1) * (width + self->gap),
    self->cells.y + (CAP_RISK_DEGREES - likelihood) * (height + self->gap),
    width, height,
  };
}

/* How many codes a cell has room for; one at least. */
guint
cap_risk_grid_get_room (const CapRiskGrid *self)
{
  double height;

  g_return_val_if_fail (self != NULL, 1);

  height = cap_risk_grid_get_cell (self, 1, 1).height - self->head;

  return count_columns (self) *
         (guint) MAX (floor ((height - CHIP_GAP) / (self->chip.y + CHIP_GAP)), 1);
}

/* Where a code is in its cell: from left to right, then from the top down. */
CapRect
cap_risk_grid_get_chip (const CapRiskGrid *self,
                        int                likelihood,
                        int                severity,
                        guint              index)
{
  CapRect cell;
  guint n_columns;

  g_return_val_if_fail (self != NULL, ((CapRect) { 0 }));

  cell = cap_risk_grid_get_cell (self, likelihood, severity);
  n_columns = count_columns (self);

  return (CapRect) {
    cell.x + CHIP_GAP + index % n_columns * (self->chip.x + CHIP_GAP),
    cell.y + self->head + index / n_columns * (self->chip.y + CHIP_GAP),
    MIN (self->chip.x, cell.width - 2 * CHIP_GAP), self->chip.y,
  };
}

/* How many codes of so many are shown: all of them, or all but those that the last place counts. */
guint
cap_risk_grid_get_shown (const CapRiskGrid *self,
                         guint              n_risks)
{
  const guint room = cap_risk_grid_get_room (self);

  return n_risks <= room ? n_risks : room - 1;
}
