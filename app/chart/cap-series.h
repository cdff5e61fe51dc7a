/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/**
 * CapSeriesValue:
 * @day: its rank among days, from cap_date_to_days()
 * @value: what was measured
 */
typedef struct
{
  int    day;
  double value;
} CapSeriesValue;

/**
 * CapSeries:
 * @plot: where the values stand
 * @first_day: at its left edge
 * @last_day: at its right edge, later than @first_day
 * @low: at its bottom: a multiple of @step
 * @high: at its top: a multiple of @step
 * @step: from one tick of the axis to the next: 1, 2 or 5 times a power of ten
 *
 * Dated values in a rectangle, time going to the right.
 */
typedef struct
{
  CapRect plot;
  int     first_day;
  int     last_day;
  double  low;
  double  high;
  double  step;
} CapSeries;

CapSeries cap_series_fit        (CapRect               plot,
                                 const CapSeriesValue *values,
                                 guint                 n_values,
                                 const double         *marks,
                                 guint                 n_marks,
                                 double                finest);
double    cap_series_get_x      (const CapSeries      *self,
                                 int                   day);
double    cap_series_get_y      (const CapSeries      *self,
                                 double                value);
CapPoint  cap_series_get_point  (const CapSeries      *self,
                                 CapSeriesValue        value);
CapRect   cap_series_get_band   (const CapSeries      *self,
                                 double                low,
                                 double                high);
guint     cap_series_get_n_ticks (const CapSeries     *self);
double    cap_series_get_tick   (const CapSeries      *self,
                                 guint                 tick);
GArray   *cap_series_list_days  (const CapSeries      *self,
                                 guint                 n_most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
