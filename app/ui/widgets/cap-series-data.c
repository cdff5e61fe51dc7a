/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-series-data.h"

#include "base/cap-date.h"

/* Values are shown to the thousandth: no tick stands between two of them. */
#define FINEST 1.0

/* Returns: (transfer full) (element-type CapSeriesValue): by date, in thousandths */
GArray *
cap_series_data_list_values (const CapIndicator *indicator)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (CapSeriesValue));

  g_return_val_if_fail (indicator != NULL, values);

  for (guint i = 0; i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);
      CapSeriesValue point = { .value = (double) value->thousandths };

      if (cap_date_to_days (value->date, &point.day))
        g_array_append_val (values, point);
    }

  return values;
}

/* Axes that hold the values, the baseline, the target and its tolerance. */
CapSeries
cap_series_data_fit (const CapIndicator *indicator,
                     const GArray       *values,
                     CapRect             plot)
{
  double marks[4];
  guint n_marks = 0;

  g_assert (indicator != NULL && values != NULL);

  if (indicator->baseline != CAP_QUANTITY_UNSET)
    marks[n_marks++] = (double) indicator->baseline;
  if (indicator->target != CAP_QUANTITY_UNSET)
    {
      marks[n_marks++] = (double) indicator->target;
      if (cap_series_data_get_band (indicator, &marks[n_marks], &marks[n_marks + 1]))
        n_marks += 2;
    }

  return cap_series_fit (plot, &g_array_index (values, CapSeriesValue, 0), values->len, marks, n_marks,
                         FINEST);
}

/* What is tolerated beside the target: below it, above it or both, as the direction wants. */
gboolean
cap_series_data_get_band (const CapIndicator *indicator,
                          double             *low,
                          double             *high)
{
  g_return_val_if_fail (indicator != NULL && low != NULL && high != NULL, FALSE);

  if (indicator->target == CAP_QUANTITY_UNSET || indicator->tolerance <= 0)
    return FALSE;

  *low = *high = (double) indicator->target;
  if (indicator->direction != CAP_DIRECTION_DOWN)
    *low -= (double) indicator->tolerance;
  if (indicator->direction != CAP_DIRECTION_UP)
    *high += (double) indicator->tolerance;

  return TRUE;
}

/* The line from value to value. */
void
cap_series_data_trace (cairo_t         *cr,
                       const CapSeries *series,
                       const GArray    *values)
{
  g_return_if_fail (cr != NULL && series != NULL && values != NULL);

  cairo_new_sub_path (cr);
  for (guint i = 0; i < values->len; i++)
    {
      CapPoint point = cap_series_get_point (series, g_array_index (values, CapSeriesValue, i));

      cairo_line_to (cr, point.x, point.y);
    }
}
