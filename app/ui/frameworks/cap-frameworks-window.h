/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_FRAMEWORKS_WINDOW (cap_frameworks_window_get_type ())

G_DECLARE_FINAL_TYPE (CapFrameworksWindow, cap_frameworks_window, CAP, FRAMEWORKS_WINDOW, AdwWindow)

GtkWindow *cap_frameworks_window_new          (const char * const  *dossiers) G_GNUC_WARN_UNUSED_RESULT;

void       cap_frameworks_window_set_dossiers (CapFrameworksWindow *self,
                                               const char * const  *dossiers);
void       cap_frameworks_window_import       (CapFrameworksWindow *self,
                                               const char          *path);

G_END_DECLS
