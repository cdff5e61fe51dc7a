/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

#define CAP_TYPE_ACTIONS_VIEW (cap_actions_view_get_type ())

G_DECLARE_FINAL_TYPE (CapActionsView, cap_actions_view, CAP, ACTIONS_VIEW, GtkWidget)

GtkWidget *cap_actions_view_new       (CapPlanModel   *model) G_GNUC_WARN_UNUSED_RESULT;

void       cap_actions_view_show_nth  (CapActionsView *self,
                                       guint           index);
void       cap_actions_view_search    (CapActionsView *self);
/* Shows only what @focus says: from a summary to what it counts. */
void       cap_actions_view_set_focus (CapActionsView *self,
                                       CapPlanFocus    focus);

G_END_DECLS
