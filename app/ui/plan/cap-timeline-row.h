/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-model.h"
#include "ui/plan/cap-timeline-scene.h"

G_BEGIN_DECLS

/**
 * CapTimelineRow:
 *
 * A row of a timeline: the name of an action and its lane, or a heading. The
 * name of the list item around says it whole.
 */
#define CAP_TYPE_TIMELINE_ROW (cap_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (CapTimelineRow, cap_timeline_row, CAP, TIMELINE_ROW, GtkWidget)

GtkWidget   *cap_timeline_row_new        (CapPlanModel           *model,
                                          const CapTimelineScene *scene) G_GNUC_WARN_UNUSED_RESULT;
CapPlanItem *cap_timeline_row_get_item   (CapTimelineRow         *self);
/* (nullable) */
void         cap_timeline_row_set_item   (CapTimelineRow         *self,
                                          CapPlanItem            *item);
/* The scene is not the same any more. */
void         cap_timeline_row_queue_draw (CapTimelineRow         *self);

G_END_DECLS
