/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_AUDITOR_RETURN_WINDOW (cap_auditor_return_window_get_type ())

G_DECLARE_FINAL_TYPE (CapAuditorReturnWindow, cap_auditor_return_window, CAP, AUDITOR_RETURN_WINDOW,
                      AdwWindow)

GtkWidget *cap_auditor_return_window_new  (GtkWindow              *parent,
                                           CapWorkspace           *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_auditor_return_window_read (CapAuditorReturnWindow *self,
                                           const char             *path);

G_END_DECLS
