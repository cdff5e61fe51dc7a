/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "scoring/cap-framework-diff.h"

G_BEGIN_DECLS

#define CAP_TYPE_CRITERION_ROW (cap_criterion_row_get_type ())

G_DECLARE_FINAL_TYPE (CapCriterionRow, cap_criterion_row, CAP, CRITERION_ROW, AdwExpanderRow)

GtkWidget *cap_criterion_row_new            (CapFramework           *framework,
                                             const CapCriterion     *criterion) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_criterion_row_new_for_change (const CapFrameworkDiff *diff,
                                             const CapChange        *change) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
