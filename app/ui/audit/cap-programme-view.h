/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PROGRAMME_VIEW (cap_programme_view_get_type ())

G_DECLARE_FINAL_TYPE (CapProgrammeView, cap_programme_view, CAP, PROGRAMME_VIEW, GtkWidget)

GtkWidget *cap_programme_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
