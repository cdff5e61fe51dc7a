/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_KEEP_VIEW (cap_keep_view_get_type ())

G_DECLARE_FINAL_TYPE (CapKeepView, cap_keep_view, CAP, KEEP_VIEW, GtkWidget)

GtkWidget *cap_keep_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
