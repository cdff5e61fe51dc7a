/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PERSONAL_WINDOW (cap_personal_window_get_type ())

G_DECLARE_FINAL_TYPE (CapPersonalWindow, cap_personal_window, CAP, PERSONAL_WINDOW, AdwWindow)

GtkWidget *cap_personal_window_new (GtkWindow    *parent,
                                    CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
