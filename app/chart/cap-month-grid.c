/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-month-grid.h"

#define WEEK 7

/**
 * cap_month_grid_around:
 * @day: any day of the month
 */
CapMonthGrid
cap_month_grid_around (int day)
{
  CapMonthGrid self = { 0 };
  GDate date;

  g_return_val_if_fail (day > 0, self);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) day);
  self.month_first = day - g_date_get_day (&date) + 1;
  self.month_last = self.month_first - 1 + g_date_get_days_in_month (g_date_get_month (&date),
                                                                     g_date_get_year (&date));
  /* Day 1 is a Monday. */
  self.first = self.month_first - (self.month_first - 1) % WEEK;
  self.n_weeks = (guint) (self.month_last - self.first) / WEEK + 1;

  return self;
}

int
cap_month_grid_get_day (const CapMonthGrid *self,
                        guint               week,
                        guint               weekday)
{
  g_return_val_if_fail (self != NULL && week < CAP_MONTH_GRID_MAX_WEEKS && weekday < WEEK, 0);

  return self->first + (int) (week * WEEK + weekday);
}

gboolean
cap_month_grid_find (const CapMonthGrid *self,
                     int                 day,
                     guint              *week,
                     guint              *weekday)
{
  const int rank = self != NULL ? day - self->first : -1;

  g_return_val_if_fail (self != NULL, FALSE);

  if (rank < 0 || rank >= (int) self->n_weeks * WEEK)
    return FALSE;

  if (week != NULL)
    *week = (guint) rank / WEEK;
  if (weekday != NULL)
    *weekday = (guint) rank % WEEK;

  return TRUE;
}

/* Whether @day is of the month itself. */
gboolean
cap_month_grid_has (const CapMonthGrid *self,
                    int                 day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return day >= self->month_first && day <= self->month_last;
}
