/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_READINESS_VIEW (cap_readiness_view_get_type ())

G_DECLARE_FINAL_TYPE (CapReadinessView, cap_readiness_view, CAP, READINESS_VIEW, GtkWidget)

GtkWidget *cap_readiness_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
