/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_RECORD_PAGE (cap_record_page_get_type ())

G_DECLARE_FINAL_TYPE (CapRecordPage, cap_record_page, CAP, RECORD_PAGE, GtkWidget)

/* A CapRecordView. */
GtkWidget *cap_record_page_new (CapWorkspace    *workspace,
                                CapRegisterKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
