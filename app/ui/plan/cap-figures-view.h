/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_FIGURES_VIEW (cap_figures_view_get_type ())

G_DECLARE_FINAL_TYPE (CapFiguresView, cap_figures_view, CAP, FIGURES_VIEW, GtkWidget)

GtkWidget *cap_figures_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
