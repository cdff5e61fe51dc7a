/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-bars.h"

static double
get_track_x (const CapBarsLayout *layout)
{
  return layout->label_width + (layout->label_width > 0 ? layout->gap : 0);
}

static double
get_track_width (const CapBarsLayout *layout)
{
  double right = layout->value_width + (layout->value_width > 0 ? layout->gap : 0);

  return MAX (layout->width - get_track_x (layout) - right, 0.0);
}

/* Best first, no value last; equal values keep the order that they came in. */
static int
compare_values_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const double *values = user_data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (values[first] > values[second])
    return -1;
  if (values[first] < values[second])
    return 1;

  return first < second ? -1 : first > second;
}

double
cap_bars_get_height (const CapBarsLayout *layout,
                     guint                n_bars)
{
  g_return_val_if_fail (layout != NULL, 0.0);

  return layout->row_height * n_bars;
}

/**
 * cap_bars_get_bar:
 * @layout: how the bars are laid out
 * @row: which row, from the top
 * @value: from 0 to 100, clamped; or %CAP_BARS_NO_VALUE
 *
 * Returns: the rectangles of one row
 */
CapBar
cap_bars_get_bar (const CapBarsLayout *layout,
                  guint                row,
                  double               value)
{
  CapBar bar = { 0 };
  double top;

  g_return_val_if_fail (layout != NULL, bar);

  top = layout->row_height * row;
  bar.label = (CapRect) { 0, top, layout->label_width, layout->row_height };
  bar.track = (CapRect) {
    get_track_x (layout),
    top + (layout->row_height - layout->bar_height) / 2,
    get_track_width (layout),
    layout->bar_height,
  };
  bar.bar = bar.track;
  bar.bar.width = bar.track.width * CLAMP (value, 0.0, 100.0) / 100;
  bar.figure = (CapRect) {
    layout->width - layout->value_width, top, layout->value_width, layout->row_height,
  };

  return bar;
}

/**
 * cap_bars_get_x:
 * @layout: how the bars are laid out
 * @value: from 0 to 100, clamped
 *
 * Returns: where @value stands on the horizontal scale, for grid lines and marks
 */
double
cap_bars_get_x (const CapBarsLayout *layout,
                double               value)
{
  g_return_val_if_fail (layout != NULL, 0.0);

  return get_track_x (layout) + get_track_width (layout) * CLAMP (value, 0.0, 100.0) / 100;
}

/**
 * cap_bars_sort:
 * @values: (array length=n_values): the values, %CAP_BARS_NO_VALUE where there is none
 * @n_values: how many
 * @order: (out caller-allocates) (array length=n_values): the indices of @values, best first
 *
 * Orders the bars of a chart. Bars without a value come last; equals keep their order.
 */
void
cap_bars_sort (const double *values,
               guint         n_values,
               guint        *order)
{
  g_return_if_fail (n_values == 0 || (values != NULL && order != NULL));

  for (guint i = 0; i < n_values; i++)
    order[i] = i;

  if (n_values > 1)
    g_qsort_with_data (order, (int) n_values, sizeof *order, compare_values_cb, (gpointer) values);
}
