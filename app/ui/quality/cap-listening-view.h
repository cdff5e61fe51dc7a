/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_LISTENING_VIEW (cap_listening_view_get_type ())

G_DECLARE_FINAL_TYPE (CapListeningView, cap_listening_view, CAP, LISTENING_VIEW, GtkWidget)

GtkWidget *cap_listening_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
