/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-view.h"

G_BEGIN_DECLS

/**
 * CapPlanBoard:
 *
 * The actions as cards, in a column for each state. A card goes to another
 * column by dragging it, by the keyboard, or by its menu.
 */
#define CAP_TYPE_PLAN_BOARD (cap_plan_board_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanBoard, cap_plan_board, CAP, PLAN_BOARD, CapPlanView)

GtkWidget *cap_plan_board_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
