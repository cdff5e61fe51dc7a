/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_MERGE_WINDOW (cap_merge_window_get_type ())

G_DECLARE_FINAL_TYPE (CapMergeWindow, cap_merge_window, CAP, MERGE_WINDOW, AdwWindow)

GtkWidget *cap_merge_window_new  (GtkWindow      *parent,
                                  CapWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_merge_window_read (CapMergeWindow *self,
                                  const char     *path);

G_END_DECLS
