/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_REVIEWS_VIEW (cap_reviews_view_get_type ())

G_DECLARE_FINAL_TYPE (CapReviewsView, cap_reviews_view, CAP, REVIEWS_VIEW, GtkWidget)

GtkWidget *cap_reviews_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
