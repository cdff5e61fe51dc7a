/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_RERATING_WINDOW (cap_rerating_window_get_type ())

G_DECLARE_FINAL_TYPE (CapReratingWindow, cap_rerating_window, CAP, RERATING_WINDOW, AdwWindow)

GtkWidget *cap_rerating_window_new (GtkWindow    *parent,
                                    CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
