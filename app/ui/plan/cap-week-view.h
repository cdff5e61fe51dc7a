/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapWeekView:
 *
 * What deserves a look this week: late, due soon, to be checked, without owner,
 * without news, values awaited; and the way made since the last review.
 *
 * Signal "asked" (CapWeekList): all of a list is asked for.
 */
#define CAP_TYPE_WEEK_VIEW (cap_week_view_get_type ())

G_DECLARE_FINAL_TYPE (CapWeekView, cap_week_view, CAP, WEEK_VIEW, GtkWidget)

GtkWidget *cap_week_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
