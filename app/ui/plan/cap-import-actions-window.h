/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_IMPORT_ACTIONS_WINDOW (cap_import_actions_window_get_type ())

G_DECLARE_FINAL_TYPE (CapImportActionsWindow, cap_import_actions_window, CAP, IMPORT_ACTIONS_WINDOW,
                      AdwWindow)

GtkWidget *cap_import_actions_window_new  (GtkWindow              *parent,
                                           CapWorkspace           *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a file, as when it is chosen. */
void       cap_import_actions_window_read (CapImportActionsWindow *self,
                                           const char             *path);

G_END_DECLS
