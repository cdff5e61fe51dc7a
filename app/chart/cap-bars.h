/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/**
 * CAP_BARS_NO_VALUE:
 *
 * The value of a bar that has none: its track is shown, empty, after all the others.
 */
#define CAP_BARS_NO_VALUE (-1.0)

/**
 * CapBarsLayout:
 * @width: the width of the chart
 * @row_height: the height given to a row, gap included
 * @bar_height: the height of a bar, centred in its row
 * @label_width: the column on the left
 * @value_width: the column on the right, for the figure
 * @gap: between two columns
 *
 * How horizontal bars from 0 to 100 are laid out, one row each, from the top down.
 */
typedef struct
{
  double width;
  double row_height;
  double bar_height;
  double label_width;
  double value_width;
  double gap;
} CapBarsLayout;

/**
 * CapBar:
 * @label: where the label goes
 * @track: what a bar of 100 fills
 * @bar: the bar itself, of no width when there is no value
 * @figure: where the figure goes
 */
typedef struct
{
  CapRect label;
  CapRect track;
  CapRect bar;
  CapRect figure;
} CapBar;

double cap_bars_get_height (const CapBarsLayout *layout,
                            guint                n_bars);
CapBar cap_bars_get_bar    (const CapBarsLayout *layout,
                            guint                row,
                            double               value);
double cap_bars_get_x      (const CapBarsLayout *layout,
                            double               value);
void   cap_bars_sort       (const double        *values,
                            guint                n_values,
                            guint               *order);

G_END_DECLS
