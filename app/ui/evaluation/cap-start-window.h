/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_START_WINDOW (cap_start_window_get_type ())

G_DECLARE_FINAL_TYPE (CapStartWindow, cap_start_window, CAP, START_WINDOW, AdwWindow)

/* Signal "started": the evaluation has started; the window goes away. */
GtkWidget *cap_start_window_new (CapWorkspace *workspace,
                                 GtkWindow    *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
