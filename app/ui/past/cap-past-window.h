/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PAST_WINDOW (cap_past_window_get_type ())

G_DECLARE_FINAL_TYPE (CapPastWindow, cap_past_window, CAP, PAST_WINDOW, AdwWindow)

GtkWidget *cap_past_window_new         (GtkWindow     *parent,
                                        CapWorkspace  *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_past_window_show_object (CapPastWindow *self,
                                        const char    *object,
                                        const char    *name);

G_END_DECLS
