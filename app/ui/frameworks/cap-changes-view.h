/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

#define CAP_TYPE_CHANGES_VIEW (cap_changes_view_get_type ())

G_DECLARE_FINAL_TYPE (CapChangesView, cap_changes_view, CAP, CHANGES_VIEW, GtkWidget)

/* Signal "compared": the summary is another one. */
GtkWidget  *cap_changes_view_new         (CapFramework    *framework,
                                          const GPtrArray *others,
                                          guint            first) G_GNUC_WARN_UNUSED_RESULT;

char       *cap_changes_view_dup_summary (CapChangesView  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
