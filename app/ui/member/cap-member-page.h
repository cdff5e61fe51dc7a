/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_MEMBER_PAGE (cap_member_page_get_type ())

G_DECLARE_FINAL_TYPE (CapMemberPage, cap_member_page, CAP, MEMBER_PAGE, GtkWidget)

GtkWidget *cap_member_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
