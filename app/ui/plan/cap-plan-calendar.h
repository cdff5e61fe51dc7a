/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-view.h"

G_BEGIN_DECLS

/**
 * CapPlanCalendar:
 *
 * A month with the actions that are due and those of which the effect is to be
 * checked, and those of the day that is picked, as cards.
 */
#define CAP_TYPE_PLAN_CALENDAR (cap_plan_calendar_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanCalendar, cap_plan_calendar, CAP, PLAN_CALENDAR, CapPlanView)

GtkWidget *cap_plan_calendar_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
