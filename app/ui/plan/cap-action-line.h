/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapActionLine:
 *
 * A row of the list of actions: a box to choose it and its columns, or the
 * heading of a group. The name of the row says it whole.
 */
#define CAP_TYPE_ACTION_LINE (cap_action_line_get_type ())

G_DECLARE_FINAL_TYPE (CapActionLine, cap_action_line, CAP, ACTION_LINE, GtkWidget)

/* @columns: (element-type CapPlanColumn) */
GtkWidget *cap_action_line_new      (CapPlanModel    *model,
                                     const GPtrArray *columns) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the item that the row shows from now on. */
void       cap_action_line_set_item (CapActionLine   *self,
                                     CapPlanItem     *item);

/* Chooses it, or no more. */
void       cap_action_line_toggle   (CapActionLine   *self);

G_END_DECLS
