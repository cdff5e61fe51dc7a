/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_AUDITOR_COPY_WINDOW (cap_auditor_copy_window_get_type ())

G_DECLARE_FINAL_TYPE (CapAuditorCopyWindow, cap_auditor_copy_window, CAP, AUDITOR_COPY_WINDOW, AdwWindow)

GtkWidget *cap_auditor_copy_window_new (GtkWindow    *parent,
                                        CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
