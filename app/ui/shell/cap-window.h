/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/shell/cap-application.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_WINDOW (cap_window_get_type ())

G_DECLARE_FINAL_TYPE (CapWindow, cap_window, CAP, WINDOW, AdwApplicationWindow)

CapWindow  *cap_window_new       (CapApplication *application) G_GNUC_WARN_UNUSED_RESULT;

gboolean    cap_window_is_free   (CapWindow      *self);
gboolean    cap_window_has_file  (CapWindow      *self,
                                  GFile          *file);

void        cap_window_open      (CapWindow      *self,
                                  GFile          *file);
void        cap_window_open_demo (CapWindow      *self,
                                  GFile          *file);
void        cap_window_start_new (CapWindow      *self);

G_END_DECLS
