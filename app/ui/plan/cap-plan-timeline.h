/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-view.h"

G_BEGIN_DECLS

/**
 * CapPlanTimeline:
 *
 * The actions as bars along the time, with what waits for what. Those without
 * dates come last.
 */
#define CAP_TYPE_PLAN_TIMELINE (cap_plan_timeline_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanTimeline, cap_plan_timeline, CAP, PLAN_TIMELINE, CapPlanView)

GtkWidget *cap_plan_timeline_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
