/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_POINTS_VIEW (cap_points_view_get_type ())

G_DECLARE_FINAL_TYPE (CapPointsView, cap_points_view, CAP, POINTS_VIEW, GtkWidget)

void cap_points_view_set_workspace (CapPointsView *self,
                                    CapWorkspace  *workspace);

G_END_DECLS
