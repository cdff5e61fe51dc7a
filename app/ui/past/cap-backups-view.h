/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_BACKUPS_VIEW (cap_backups_view_get_type ())

G_DECLARE_FINAL_TYPE (CapBackupsView, cap_backups_view, CAP, BACKUPS_VIEW, GtkWidget)

void cap_backups_view_set_workspace (CapBackupsView *self,
                                     CapWorkspace   *workspace);

G_END_DECLS
