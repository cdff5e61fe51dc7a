/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_EVALUATION_END (cap_evaluation_end_get_type ())

G_DECLARE_FINAL_TYPE (CapEvaluationEnd, cap_evaluation_end, CAP, EVALUATION_END, GtkWidget)

void cap_evaluation_end_show (CapEvaluationEnd *self,
                              CapWorkspace     *workspace);

G_END_DECLS
