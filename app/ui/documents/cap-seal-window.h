/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

#define CAP_TYPE_SEAL_WINDOW (cap_seal_window_get_type ())

G_DECLARE_FINAL_TYPE (CapSealWindow, cap_seal_window, CAP, SEAL_WINDOW, AdwWindow)

GtkWidget *cap_seal_window_new     (GtkWindow     *parent,
                                    CapWorkspace  *workspace,
                                    CapDocument   *document) G_GNUC_WARN_UNUSED_RESULT;
void       cap_seal_window_seal_at (CapSealWindow *self,
                                    const char    *path);

G_END_DECLS
