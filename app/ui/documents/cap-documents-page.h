/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_DOCUMENTS_PAGE (cap_documents_page_get_type ())

G_DECLARE_FINAL_TYPE (CapDocumentsPage, cap_documents_page, CAP, DOCUMENTS_PAGE, GtkWidget)

GtkWidget *cap_documents_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
