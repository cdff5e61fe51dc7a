/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

#define CAP_TYPE_REVIEW_BOX (cap_review_box_get_type ())

G_DECLARE_FINAL_TYPE (CapReviewBox, cap_review_box, CAP, REVIEW_BOX, GtkWidget)

void cap_review_box_show (CapReviewBox    *self,
                          CapAnswerEditor *editor);

G_END_DECLS
