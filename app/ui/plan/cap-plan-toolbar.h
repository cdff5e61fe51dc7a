/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapPlanToolbar:
 *
 * Search, filters and groups of the actions, shared by all views. It says what
 * is filtered and changes it through the model; the actions behind its menus
 * are "filter.*".
 */
#define CAP_TYPE_PLAN_TOOLBAR (cap_plan_toolbar_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanToolbar, cap_plan_toolbar, CAP, PLAN_TOOLBAR, GtkWidget)

GtkWidget *cap_plan_toolbar_new      (CapPlanModel   *model) G_GNUC_WARN_UNUSED_RESULT;

void       cap_plan_toolbar_search   (CapPlanToolbar *self);
void       cap_plan_toolbar_show_all (CapPlanToolbar *self);
/* Groups are for the list only. */
void       cap_plan_toolbar_offer_groups (CapPlanToolbar *self,
                                          gboolean        offer);

G_END_DECLS
