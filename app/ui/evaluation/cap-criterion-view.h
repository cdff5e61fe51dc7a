/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

#define CAP_TYPE_CRITERION_VIEW (cap_criterion_view_get_type ())

G_DECLARE_FINAL_TYPE (CapCriterionView, cap_criterion_view, CAP, CRITERION_VIEW, GtkWidget)

void cap_criterion_view_set_editor     (CapCriterionView *self,
                                        CapAnswerEditor  *editor);
void cap_criterion_view_flush          (CapCriterionView *self);
void cap_criterion_view_show_top       (CapCriterionView *self);

void cap_criterion_view_rate           (CapCriterionView *self,
                                        int               level);
void cap_criterion_view_clear          (CapCriterionView *self);
void cap_criterion_view_toggle_discuss (CapCriterionView *self);
void cap_criterion_view_carry_over     (CapCriterionView *self);
void cap_criterion_view_ask_reason     (CapCriterionView *self);
void cap_criterion_view_add_evidence   (CapCriterionView *self);
void cap_criterion_view_write_comment  (CapCriterionView *self);
void cap_criterion_view_toggle_plain   (CapCriterionView *self);
void cap_criterion_view_confirm        (CapCriterionView *self);

G_END_DECLS
