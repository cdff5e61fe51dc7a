/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_NEW_PAGE (cap_new_page_get_type ())

G_DECLARE_FINAL_TYPE (CapNewPage, cap_new_page, CAP, NEW_PAGE, GtkWidget)

GtkWidget *cap_new_page_new    (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

void       cap_new_page_enter  (CapNewPage   *self);
void       cap_new_page_create (CapNewPage   *self,
                                GFile        *file);

G_END_DECLS
