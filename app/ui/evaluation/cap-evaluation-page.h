/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_EVALUATION_PAGE (cap_evaluation_page_get_type ())

G_DECLARE_FINAL_TYPE (CapEvaluationPage, cap_evaluation_page, CAP, EVALUATION_PAGE, GtkWidget)

GtkWidget          *cap_evaluation_page_new            (CapWorkspace      *workspace)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (nullable) (transfer none): the criterion on display */
const CapCriterion *cap_evaluation_page_get_criterion  (CapEvaluationPage *self);
void                cap_evaluation_page_show_criterion (CapEvaluationPage *self,
                                                        const char        *code);
void                cap_evaluation_page_flush          (CapEvaluationPage *self);

G_END_DECLS
