/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapActionPage:
 *
 * All that one action says, to read and to change in place. Each field that is
 * finished is saved, unless something is in the way: that is said under the
 * field, and what was typed waits there.
 *
 * Signal "closed": people are done with it.
 */
#define CAP_TYPE_ACTION_PAGE (cap_action_page_get_type ())

G_DECLARE_FINAL_TYPE (CapActionPage, cap_action_page, CAP, ACTION_PAGE, GtkWidget)

GtkWidget *cap_action_page_new  (CapPlanModel  *model) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the action with this number, unless another one cannot be saved yet. */
void       cap_action_page_show (CapActionPage *self,
                                 guint          number);
/* The same, as if @state had been chosen there: what is in the way is said under its field. */
void       cap_action_page_try_state (CapActionPage  *self,
                                      guint           number,
                                      CapActionState  state);

G_END_DECLS
