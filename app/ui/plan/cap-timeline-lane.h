/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-model.h"
#include "ui/plan/cap-timeline-scene.h"

G_BEGIN_DECLS

/**
 * CapTimelineLane:
 *
 * The bar of one action, the diamond of its check, and what of the links
 * between actions goes by. The bar can be dragged, and each of its ends; the
 * action "timeline.shift" is told.
 */
#define CAP_TYPE_TIMELINE_LANE (cap_timeline_lane_get_type ())

G_DECLARE_FINAL_TYPE (CapTimelineLane, cap_timeline_lane, CAP, TIMELINE_LANE, GtkWidget)

GtkWidget *cap_timeline_lane_new         (CapPlanModel           *model,
                                          const CapTimelineScene *scene) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): an action */
void       cap_timeline_lane_show_item   (CapTimelineLane        *self,
                                          CapPlanItem            *item);

G_END_DECLS
