/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_RADIOGRAPHY_VIEW (cap_radiography_view_get_type ())

G_DECLARE_FINAL_TYPE (CapRadiographyView, cap_radiography_view, CAP, RADIOGRAPHY_VIEW, GtkWidget)

/* Rows open their place with the action “journey.open” (an address) of a widget above. */
GtkWidget *cap_radiography_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
