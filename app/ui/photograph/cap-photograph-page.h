/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PHOTOGRAPH_PAGE (cap_photograph_page_get_type ())

G_DECLARE_FINAL_TYPE (CapPhotographPage, cap_photograph_page, CAP, PHOTOGRAPH_PAGE, GtkWidget)

GtkWidget *cap_photograph_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
