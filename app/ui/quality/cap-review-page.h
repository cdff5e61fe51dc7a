/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_REVIEW_PAGE (cap_review_page_get_type ())

G_DECLARE_FINAL_TYPE (CapReviewPage, cap_review_page, CAP, REVIEW_PAGE, GtkWidget)

/* A CapRecordView. */
GtkWidget *cap_review_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
