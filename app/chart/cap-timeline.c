/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-timeline.h"

#include <math.h>

static const int months[] = {
  [CAP_PERIOD_MONTH] = 1, [CAP_PERIOD_QUARTER] = 3, [CAP_PERIOD_YEAR] = 12,
};

/* The first day of the period that @day is in, or of one of those after it. */
static int
find_period (int       day,
             CapPeriod period,
             int       later)
{
  const int length = months[period];
  GDate date;
  int month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) MAX (day, 1));
  month = (int) g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
  month = month / length * length + later * length;
  g_date_set_dmy (&date, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));

  return (int) g_date_get_julian (&date);
}

/**
 * cap_timeline_fit:
 * @first: a day
 * @last: a day, not before
 * @width: what all of them have
 */
CapTimeline
cap_timeline_fit (int    first,
                  int    last,
                  double width)
{
  g_return_val_if_fail (last >= first, ((CapTimeline) { first, first, width }));

  return (CapTimeline) { first, last, width / (last - first + 1) };
}

/**
 * cap_timeline_widen:
 * @first: (inout): from where, or %CAP_TIMELINE_NO_DAY while there is nothing
 * @last: (inout): to where
 * @day: what must be in there, unless it is %CAP_TIMELINE_NO_DAY
 */
void
cap_timeline_widen (int *first,
                    int *last,
                    int  day)
{
  g_return_if_fail (first != NULL && last != NULL);

  if (day == CAP_TIMELINE_NO_DAY)
    return;

  *first = *first != CAP_TIMELINE_NO_DAY ? MIN (*first, day) : day;
  *last = MAX (*last, day);
}

/* Widens it to whole periods. */
void
cap_timeline_round (int       *first,
                    int       *last,
                    CapPeriod  period)
{
  g_return_if_fail (first != NULL && last != NULL && *first <= *last);

  *first = find_period (*first, period, 0);
  *last = find_period (*last, period, 1) - 1;
}

double
cap_timeline_get_width (const CapTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (self->last - self->first + 1) * self->day_width;
}

/* Where a day begins; the day after begins where it ends. */
double
cap_timeline_get_x (const CapTimeline *self,
                    int                day)
{
  g_return_val_if_fail (self != NULL, 0);

  return (day - self->first) * self->day_width;
}

int
cap_timeline_get_day (const CapTimeline *self,
                      double             x)
{
  g_return_val_if_fail (self != NULL && self->day_width > 0, 0);

  return self->first + (int) floor (x / self->day_width);
}

/* The shortest period that has room for a label of @min_width. */
CapPeriod
cap_timeline_choose_period (const CapTimeline *self,
                            double             min_width)
{
  g_return_val_if_fail (self != NULL, CAP_PERIOD_YEAR);

  if (28 * self->day_width >= min_width)
    return CAP_PERIOD_MONTH;

  return 90 * self->day_width >= min_width ? CAP_PERIOD_QUARTER : CAP_PERIOD_YEAR;
}

/**
 * cap_timeline_list_ticks:
 * @from_x: the left end of what is seen
 * @to_x: its right end
 *
 * Returns: (transfer full) (element-type CapTimelineTick): the periods that are
 *   seen, whole or in part
 */
GArray *
cap_timeline_list_ticks (const CapTimeline *self,
                         CapPeriod          period,
                         double             from_x,
                         double             to_x)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (CapTimelineTick));
  int day;

  g_return_val_if_fail (self != NULL && self->day_width > 0, ticks);

  day = find_period (MAX (cap_timeline_get_day (self, from_x), self->first), period, 0);
  while (day <= self->last && cap_timeline_get_x (self, day) < to_x)
    {
      const int next = find_period (day, period, 1);
      CapTimelineTick tick = { day, cap_timeline_get_x (self, day), (next - day) * self->day_width };

      g_array_append_val (ticks, tick);
      day = next;
    }

  return ticks;
}

/**
 * cap_timeline_get_bar:
 * @start: the day it starts, or %CAP_TIMELINE_NO_DAY
 * @due: the day it is due, or %CAP_TIMELINE_NO_DAY
 *
 * Returns: what an action fills, from the beginning of the first day to the end
 *   of the last one; as wide as high at least; of no width when both are unknown
 */
CapRect
cap_timeline_get_bar (const CapTimeline *self,
                      int                start,
                      int                due,
                      double             y,
                      double             height)
{
  CapRect bar = { 0, y, 0, height };

  g_return_val_if_fail (self != NULL, bar);

  if (start == CAP_TIMELINE_NO_DAY && due == CAP_TIMELINE_NO_DAY)
    return bar;

  if (due == CAP_TIMELINE_NO_DAY)
    {
      bar.x = cap_timeline_get_x (self, start);
      bar.width = MAX (self->day_width, height);
    }
  else
    {
      const double end = cap_timeline_get_x (self, due + 1);
      const double begin = start != CAP_TIMELINE_NO_DAY ? cap_timeline_get_x (self, start) : end;

      bar.width = MAX (end - begin, MAX (self->day_width, height));
      bar.x = end - bar.width;
    }

  return bar;
}

/* Around the middle of a day: top, right, bottom, left. */
void
cap_timeline_get_diamond (const CapTimeline *self,
                          int                day,
                          double             y,
                          double             radius,
                          CapPoint           points[4])
{
  double x;

  g_return_if_fail (self != NULL && points != NULL);

  x = cap_timeline_get_x (self, day) + self->day_width / 2;
  points[0] = (CapPoint) { x, y - radius };
  points[1] = (CapPoint) { x + radius, y };
  points[2] = (CapPoint) { x, y + radius };
  points[3] = (CapPoint) { x - radius, y };
}

/**
 * cap_timeline_get_link_part:
 * @row: a row
 * @row_height: the height of each of them
 * @gap: how far a link goes on from the end of a bar before it turns
 * @points: (out): where the link goes in there; y is 0 at the top of the row
 *
 * A link leaves the end of the bar that is done before, runs down (or up)
 * beside it, and enters the beginning of the bar that waits. When that one
 * begins too early for a straight way, the link turns back under the first row.
 *
 * Returns: the number of points, in the order they are drawn; 0 when the link
 *   does not go through the row
 */
guint
cap_timeline_get_link_part (const CapTimeline     *self,
                            const CapTimelineLink *link,
                            guint                  row,
                            double                 row_height,
                            double                 gap,
                            CapPoint               points[CAP_TIMELINE_MAX_PART])
{
  gboolean down;
  double out_x;
  double turn_x;
  double in_x;

  g_return_val_if_fail (self != NULL && link != NULL && link->from_row != link->to_row && points != NULL, 0);

  if (row < MIN (link->from_row, link->to_row) || row > MAX (link->from_row, link->to_row))
    return 0;

  down = link->from_row < link->to_row;
  out_x = cap_timeline_get_x (self, link->from_day + 1);
  in_x = cap_timeline_get_x (self, link->to_day);
  turn_x = MIN (out_x + gap, in_x - gap);

  if (row == link->from_row)
    {
      points[0] = (CapPoint) { out_x, row_height / 2 };
      points[1] = (CapPoint) { out_x + gap, row_height / 2 };
      points[2] = (CapPoint) { out_x + gap, down ? row_height : 0 };
      points[3] = (CapPoint) { turn_x, down ? row_height : 0 };
      return 4;
    }

  points[0] = (CapPoint) { turn_x, down ? 0 : row_height };
  if (row != link->to_row)
    {
      points[1] = (CapPoint) { turn_x, down ? row_height : 0 };
      return 2;
    }

  points[1] = (CapPoint) { turn_x, row_height / 2 };
  points[2] = (CapPoint) { in_x, row_height / 2 };

  return 3;
}
