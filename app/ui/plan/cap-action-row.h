/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-action.h"

G_BEGIN_DECLS

#define CAP_TYPE_ACTION_ROW (cap_action_row_get_type ())

G_DECLARE_FINAL_TYPE (CapActionRow, cap_action_row, CAP, ACTION_ROW, AdwExpanderRow)

/* Signals:
 *   "changed"  a field is finished: cap_action_row_dup_action() is the action as it is now
 *   "removed"  the person wants the action out of the plan
 */
GtkWidget       *cap_action_row_new        (const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

const CapAction *cap_action_row_get_action (CapActionRow       *self);
void             cap_action_row_set_action (CapActionRow       *self,
                                            const CapAction    *action,
                                            const char         *today);
CapAction       *cap_action_row_dup_action (CapActionRow       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
