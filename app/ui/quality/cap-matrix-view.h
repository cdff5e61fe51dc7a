/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_MATRIX_VIEW (cap_matrix_view_get_type ())

G_DECLARE_FINAL_TYPE (CapMatrixView, cap_matrix_view, CAP, MATRIX_VIEW, GtkWidget)

GtkWidget *cap_matrix_view_new  (CapWorkspace  *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_matrix_view_show (CapMatrixView *self,
                                 const char    *number);

G_END_DECLS
