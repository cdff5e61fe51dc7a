/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* Signal "told" (sentence): something was done. */
#define CAP_TYPE_PREPARE_PAGE (cap_prepare_page_get_type ())

G_DECLARE_FINAL_TYPE (CapPreparePage, cap_prepare_page, CAP, PREPARE_PAGE, GtkWidget)

void cap_prepare_page_set_workspace (CapPreparePage *self,
                                     CapWorkspace   *workspace);
void cap_prepare_page_flush         (CapPreparePage *self);

G_END_DECLS
