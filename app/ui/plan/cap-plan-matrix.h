/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-view.h"

G_BEGIN_DECLS

/**
 * CapPlanMatrix:
 *
 * The actions by impact, the highest on top, and effort, the lowest at left:
 * what brings much for little is in the corner. Those of which one is not said
 * wait below, to be placed.
 */
#define CAP_TYPE_PLAN_MATRIX (cap_plan_matrix_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanMatrix, cap_plan_matrix, CAP, PLAN_MATRIX, CapPlanView)

GtkWidget *cap_plan_matrix_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
