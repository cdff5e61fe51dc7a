/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-series.h"

#include <math.h>

#include "base/cap-date.h"

#define N_STEPS      4  /* about so many from the bottom to the top */
#define LONE_MARGIN 30  /* days around a value that is alone */

/* The smallest of 1, 2, 5, 10… that is at least @step. */
static double
round_step (double step)
{
  double power = pow (10, floor (log10 (step)));
  double ratio = step / power;

  /* What rounding left over is not a reason for the next one. */
  if (ratio <= 1.000001)
    return power;
  if (ratio <= 2.000001)
    return 2 * power;

  return ratio <= 5.000001 ? 5 * power : 10 * power;
}

static void
include (double  value,
         double *lowest,
         double *highest)
{
  *lowest = fmin (*lowest, value);
  *highest = fmax (*highest, value);
}

static void
fit_values (CapSeries *self,
            double     lowest,
            double     highest,
            double     finest)
{
  double span = highest - lowest;

  self->step = round_step (fmax (span / N_STEPS, finest));
  self->low = floor (lowest / self->step + 1e-9) * self->step;
  self->high = ceil (highest / self->step - 1e-9) * self->step;

  /* Values that are all the same stand in the middle, unless this is zero. */
  if (self->high - self->low < self->step / 2)
    {
      self->low -= lowest > 0 || lowest < 0 ? self->step : 0;
      self->high += self->step;
    }
}

/**
 * cap_series_fit:
 * @plot: where the values stand
 * @values: (array length=n_values): by date
 * @marks: (array length=n_marks): other values that must be seen: the target…
 * @finest: a step of the axis is no smaller
 *
 * Returns: axes that hold the values and the marks
 */
CapSeries
cap_series_fit (CapRect               plot,
                const CapSeriesValue *values,
                guint                 n_values,
                const double         *marks,
                guint                 n_marks,
                double                finest)
{
  CapSeries self = { .plot = plot, .last_day = LONE_MARGIN, .high = finest, .step = finest };
  double lowest = INFINITY;
  double highest = -INFINITY;

  g_return_val_if_fail (finest > 0, self);

  for (guint i = 0; i < n_values; i++)
    include (values[i].value, &lowest, &highest);
  for (guint i = 0; i < n_marks; i++)
    include (marks[i], &lowest, &highest);

  if (n_values > 0)
    {
      self.first_day = values[0].day;
      self.last_day = values[n_values - 1].day;
    }
  if (n_values == 1)
    {
      self.first_day -= LONE_MARGIN;
      self.last_day += LONE_MARGIN;
    }
  if (n_values + n_marks > 0)
    fit_values (&self, lowest, highest, finest);

  return self;
}

double
cap_series_get_x (const CapSeries *self,
                  int              day)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->plot.x +
         self->plot.width * (day - self->first_day) / MAX (self->last_day - self->first_day, 1);
}

double
cap_series_get_y (const CapSeries *self,
                  double           value)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->plot.y + self->plot.height * (self->high - value) / (self->high - self->low);
}

CapPoint
cap_series_get_point (const CapSeries *self,
                      CapSeriesValue   value)
{
  return (CapPoint) { cap_series_get_x (self, value.day), cap_series_get_y (self, value.value) };
}

/**
 * cap_series_get_band:
 * @low: its lower edge, minus infinity for none
 * @high: its upper edge, infinity for none
 *
 * Returns: the strip between two values, as far as it is in the plot
 */
CapRect
cap_series_get_band (const CapSeries *self,
                     double           low,
                     double           high)
{
  CapRect band = { 0, 0, 0, 0 };
  double top;
  double bottom;

  g_return_val_if_fail (self != NULL, band);

  top = cap_series_get_y (self, CLAMP (high, self->low, self->high));
  bottom = cap_series_get_y (self, CLAMP (low, self->low, self->high));

  return (CapRect) { self->plot.x, top, self->plot.width, MAX (bottom - top, 0) };
}

guint
cap_series_get_n_ticks (const CapSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) lround ((self->high - self->low) / self->step) + 1;
}

/* The value of a tick of the axis, from the bottom up. */
double
cap_series_get_tick (const CapSeries *self,
                     guint            tick)
{
  g_return_val_if_fail (self != NULL, 0);

  /* Multiples of the step, so that the rounding of many additions does not show. */
  return (round (self->low / self->step) + tick) * self->step;
}

/* The first days of every @months-th month of the calendar, counted from January. */
static GArray *
list_first_days (const CapSeries *self,
                 int              months)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *start = cap_date_from_days (self->first_day);
  g_autofree char *date = NULL;
  int year = start != NULL ? (int) g_ascii_strtoll (start, NULL, 10) : 1;
  int day;

  year = MAX (year - year % MAX (months / 12, 1), 1);
  date = g_strdup_printf ("%04d-01-01", year);

  while (cap_date_to_days (date, &day) && day <= self->last_day)
    {
      char *next = cap_date_add_months (date, months);

      if (day >= self->first_day)
        g_array_append_val (days, day);
      g_free (date);
      date = next;
    }

  return days;
}

/**
 * cap_series_list_days:
 * @n_most: for how many labels there is room
 *
 * Returns: (transfer full) (element-type int): ticks of the axis of time, on
 *   first days of months, quarters, half-years or years; none when there is no
 *   room, or no such day between the first value and the last one
 */
GArray *
cap_series_list_days (const CapSeries *self,
                      guint            n_most)
{
  static const int lengths[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
  GArray *days = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_clear_pointer (&days, g_array_unref);
      days = list_first_days (self, lengths[i]);
      if (days->len <= n_most)
        return days;
    }

  g_array_set_size (days, n_most);

  return days;
}
