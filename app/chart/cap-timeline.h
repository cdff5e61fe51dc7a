/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/* No day in particular: the calendar starts at 1. Days are those of cap_date_to_days(). */
#define CAP_TIMELINE_NO_DAY 0

/**
 * CapTimeline:
 * @first: the day at the left end
 * @last: the day at the right end, included
 * @day_width: how wide a day is
 *
 * The axis of a timeline: x is 0 where the first day begins.
 */
typedef struct
{
  int    first;
  int    last;
  double day_width;
} CapTimeline;

typedef enum
{
  CAP_PERIOD_MONTH,
  CAP_PERIOD_QUARTER,
  CAP_PERIOD_YEAR,
} CapPeriod;

/**
 * CapTimelineTick:
 * @day: the first day of a period
 * @x: where it begins, maybe left of the axis
 * @width: how wide the period is
 */
typedef struct
{
  int    day;
  double x;
  double width;
} CapTimelineTick;

/**
 * CapTimelineLink:
 * @from_row: the row of an action that must be done before
 * @from_day: the day it ends
 * @to_row: the row of the one that waits for it
 * @to_day: the day that one begins
 */
typedef struct
{
  guint from_row;
  int   from_day;
  guint to_row;
  int   to_day;
} CapTimelineLink;

/* How many points the part of a link that lies in one row can have. */
#define CAP_TIMELINE_MAX_PART 4

CapTimeline cap_timeline_fit            (int                    first,
                                         int                    last,
                                         double                 width);
void        cap_timeline_widen          (int                   *first,
                                         int                   *last,
                                         int                    day);
void        cap_timeline_round          (int                   *first,
                                         int                   *last,
                                         CapPeriod              period);

double      cap_timeline_get_width      (const CapTimeline     *self);
double      cap_timeline_get_x          (const CapTimeline     *self,
                                         int                    day);
int         cap_timeline_get_day        (const CapTimeline     *self,
                                         double                 x);
CapPeriod   cap_timeline_choose_period  (const CapTimeline     *self,
                                         double                 min_width);
GArray     *cap_timeline_list_ticks     (const CapTimeline     *self,
                                         CapPeriod              period,
                                         double                 from_x,
                                         double                 to_x) G_GNUC_WARN_UNUSED_RESULT;

CapRect     cap_timeline_get_bar        (const CapTimeline     *self,
                                         int                    start,
                                         int                    due,
                                         double                 y,
                                         double                 height);
void        cap_timeline_get_diamond    (const CapTimeline     *self,
                                         int                    day,
                                         double                 y,
                                         double                 radius,
                                         CapPoint               points[4]);
guint       cap_timeline_get_link_part  (const CapTimeline     *self,
                                         const CapTimelineLink *link,
                                         guint                  row,
                                         double                 row_height,
                                         double                 gap,
                                         CapPoint               points[CAP_TIMELINE_MAX_PART]);

G_END_DECLS
