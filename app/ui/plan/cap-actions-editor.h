/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapActionsEditor:
 *
 * Changes several actions at once, in one gesture: those that are chosen in the
 * model. A field that is left as it is changes nothing.
 */
#define CAP_TYPE_ACTIONS_EDITOR (cap_actions_editor_get_type ())

G_DECLARE_FINAL_TYPE (CapActionsEditor, cap_actions_editor, CAP, ACTIONS_EDITOR, AdwWindow)

GtkWidget *cap_actions_editor_new (CapPlanModel *model,
                                   GtkWindow    *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
