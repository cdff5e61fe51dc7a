/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_RECORD_ACTIONS (cap_record_actions_get_type ())

G_DECLARE_FINAL_TYPE (CapRecordActions, cap_record_actions, CAP, RECORD_ACTIONS, AdwBin)

/* Whether actions of the plan may come from a line of this register. */
gboolean   cap_record_actions_suit (CapRegisterKind   kind);
GtkWidget *cap_record_actions_new  (CapWorkspace     *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_record_actions_show (CapRecordActions *self,
                                    const CapRecord  *record);

G_END_DECLS
