/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_FINDING_PAGE (cap_finding_page_get_type ())

G_DECLARE_FINAL_TYPE (CapFindingPage, cap_finding_page, CAP, FINDING_PAGE, GtkWidget)

/* A CapRecordView. */
GtkWidget *cap_finding_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
