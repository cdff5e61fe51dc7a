/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_HANDOVER_WINDOW (cap_handover_window_get_type ())

G_DECLARE_FINAL_TYPE (CapHandoverWindow, cap_handover_window, CAP, HANDOVER_WINDOW, AdwWindow)

GtkWidget *cap_handover_window_new (CapWorkspace *workspace,
                                    GtkWindow    *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
