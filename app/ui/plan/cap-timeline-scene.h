/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/cap-timeline.h"

G_BEGIN_DECLS

/* The column of names left of the axis. */
#define CAP_TIMELINE_NAMES_WIDTH 250

/**
 * CapTimelineScene:
 * @axis: all the days
 * @scroll: its value is the x of the axis at the left end of what is seen
 * @today: the day of today
 * @rows: (element-type CapPlanItem guint): the row of each action that has a day
 * @links: (element-type CapTimelineLink): what waits for what
 *
 * What the rows of a timeline and its axis have in common. Owned by the view.
 */
typedef struct
{
  CapTimeline    axis;
  GtkAdjustment *scroll;
  int            today;
  GHashTable    *rows;
  GArray        *links;
} CapTimelineScene;

G_END_DECLS
