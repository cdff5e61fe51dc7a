/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_GATHER_PAGE (cap_gather_page_get_type ())

G_DECLARE_FINAL_TYPE (CapGatherPage, cap_gather_page, CAP, GATHER_PAGE, GtkWidget)

void cap_gather_page_set_workspace (CapGatherPage *self,
                                    CapWorkspace  *workspace);

G_END_DECLS
