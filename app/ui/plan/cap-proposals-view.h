/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PROPOSALS_VIEW (cap_proposals_view_get_type ())

G_DECLARE_FINAL_TYPE (CapProposalsView, cap_proposals_view, CAP, PROPOSALS_VIEW, GtkWidget)

GtkWidget *cap_proposals_view_new       (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

char      *cap_proposals_view_dup_title (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
