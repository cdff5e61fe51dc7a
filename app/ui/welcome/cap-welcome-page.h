/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/welcome/cap-recent.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_WELCOME_PAGE (cap_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (CapWelcomePage, cap_welcome_page, CAP, WELCOME_PAGE, GtkWidget)

GtkWidget *cap_welcome_page_new        (CapWorkspace   *workspace,
                                        CapRecent      *recent) G_GNUC_WARN_UNUSED_RESULT;

void       cap_welcome_page_start_new  (CapWelcomePage *self);
void       cap_welcome_page_show_error (CapWelcomePage *self,
                                        const char     *message);
void       cap_welcome_page_show_damaged (CapWelcomePage *self,
                                        const char     *path,
                                        const char     *reason);

G_END_DECLS
