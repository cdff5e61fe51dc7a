/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-matrix.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_MATRIX_LINE (cap_matrix_line_get_type ())

G_DECLARE_FINAL_TYPE (CapMatrixLine, cap_matrix_line, CAP, MATRIX_LINE, AdwExpanderRow)

GtkWidget  *cap_matrix_line_new     (CapWorkspace    *workspace,
                                     const char      *key,
                                     gboolean         by_criterion) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_matrix_line_get_key (CapMatrixLine   *self);
void        cap_matrix_line_show    (CapMatrixLine   *self,
                                     const CapMatrix *matrix,
                                     gboolean         can_change);

G_END_DECLS
