/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-matrix.h"

G_BEGIN_DECLS

/* Rows for what else than its own evidence a line of the matrix unfolds to: (transfer full)
 * (element-type GtkWidget), floating. They activate "journey.open" (address), "matrix.create-action"
 * (number of a clause) and "matrix.exclude" (number, reason). */
GPtrArray *cap_matrix_detail_list_rows           (const CapMatrix          *matrix,
                                                  const CapMatrixRow       *row,
                                                  gboolean                  can_change)
                                                  G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *cap_matrix_detail_list_criterion_rows (const CapMatrix          *matrix,
                                                  const CapMatrixCriterion *criterion)
                                                  G_GNUC_WARN_UNUSED_RESULT;
char      *cap_matrix_detail_dup_level           (const CapMatrix          *matrix,
                                                  const CapCriterionResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
