/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PROCESS_MAP_VIEW (cap_process_map_view_get_type ())

G_DECLARE_FINAL_TYPE (CapProcessMapView, cap_process_map_view, CAP, PROCESS_MAP_VIEW, GtkWidget)

GtkWidget *cap_process_map_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
