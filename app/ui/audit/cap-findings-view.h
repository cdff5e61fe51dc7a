/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_FINDINGS_VIEW (cap_findings_view_get_type ())

G_DECLARE_FINAL_TYPE (CapFindingsView, cap_findings_view, CAP, FINDINGS_VIEW, GtkWidget)

GtkWidget *cap_findings_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
