/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_REGISTER_VIEW (cap_register_view_get_type ())

G_DECLARE_FINAL_TYPE (CapRegisterView, cap_register_view, CAP, REGISTER_VIEW, GtkWidget)

GtkWidget *cap_register_view_new (CapWorkspace    *workspace,
                                  CapRegisterKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
