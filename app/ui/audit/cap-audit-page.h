/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_AUDIT_PAGE (cap_audit_page_get_type ())

G_DECLARE_FINAL_TYPE (CapAuditPage, cap_audit_page, CAP, AUDIT_PAGE, GtkWidget)

/* A CapRecordView. */
GtkWidget *cap_audit_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
