/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapPlanList:
 *
 * The actions as a list: columns to choose, to sort by, and groups. Costs no
 * more than what is seen of it.
 */
#define CAP_TYPE_PLAN_LIST (cap_plan_list_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanList, cap_plan_list, CAP, PLAN_LIST, GtkWidget)

GtkWidget *cap_plan_list_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
