/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-timeline-scene.h"

G_BEGIN_DECLS

/**
 * CapTimelineAxis:
 *
 * The names of the months, quarters or years over a timeline, and today. Its
 * width says how much of the time is seen.
 */
#define CAP_TYPE_TIMELINE_AXIS (cap_timeline_axis_get_type ())

G_DECLARE_FINAL_TYPE (CapTimelineAxis, cap_timeline_axis, CAP, TIMELINE_AXIS, GtkWidget)

GtkWidget *cap_timeline_axis_new         (const CapTimelineScene *scene) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the scroll bar fit the axis and what is seen of it. */
void       cap_timeline_axis_fit         (CapTimelineAxis        *self);

/* The periods that lines are drawn between, in the axis and in the rows. */
CapPeriod  cap_timeline_axis_get_period  (const CapTimelineScene *scene);

G_END_DECLS
