/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_IMPORT_REGISTER_WINDOW (cap_import_register_window_get_type ())

G_DECLARE_FINAL_TYPE (CapImportRegisterWindow, cap_import_register_window, CAP, IMPORT_REGISTER_WINDOW,
                      AdwWindow)

GtkWidget *cap_import_register_window_new  (GtkWindow               *parent,
                                            CapWorkspace            *workspace,
                                            CapRegisterKind          kind) G_GNUC_WARN_UNUSED_RESULT;
void       cap_import_register_window_read (CapImportRegisterWindow *self,
                                            const char              *path);

G_END_DECLS
