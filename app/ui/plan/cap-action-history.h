/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_ACTION_HISTORY (cap_action_history_get_type ())

G_DECLARE_FINAL_TYPE (CapActionHistory, cap_action_history, CAP, ACTION_HISTORY, GtkWidget)

GtkWidget *cap_action_history_new        (CapWorkspace     *workspace) G_GNUC_WARN_UNUSED_RESULT;

void       cap_action_history_set_action (CapActionHistory *self,
                                          const char       *id);

G_END_DECLS
