/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

#define CAP_TYPE_PREVIOUS_ANSWER (cap_previous_answer_get_type ())

G_DECLARE_FINAL_TYPE (CapPreviousAnswer, cap_previous_answer, CAP, PREVIOUS_ANSWER, GtkWidget)

void cap_previous_answer_show (CapPreviousAnswer *self,
                               CapAnswerEditor   *editor);

G_END_DECLS
