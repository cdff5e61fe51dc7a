/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAP_MONTH_GRID_MAX_WEEKS 6

/**
 * CapMonthGrid:
 * @first: the Monday that the first week begins with, maybe of the month before
 * @n_weeks: how many weeks the month has days in: 4 to 6
 * @month_first: the first day of the month
 * @month_last: its last day
 *
 * A month as weeks of seven days. Days are those of cap_date_to_days().
 */
typedef struct
{
  int   first;
  guint n_weeks;
  int   month_first;
  int   month_last;
} CapMonthGrid;

CapMonthGrid cap_month_grid_around    (int                 day);
int          cap_month_grid_get_day   (const CapMonthGrid *self,
                                       guint               week,
                                       guint               weekday);
/* Whether @day is in one of the weeks, and where: both can be %NULL. */
gboolean     cap_month_grid_find      (const CapMonthGrid *self,
                                       int                 day,
                                       guint              *week,
                                       guint              *weekday);
gboolean     cap_month_grid_has       (const CapMonthGrid *self,
                                       int                 day);

G_END_DECLS
