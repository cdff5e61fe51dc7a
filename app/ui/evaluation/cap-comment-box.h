/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

#define CAP_TYPE_COMMENT_BOX (cap_comment_box_get_type ())

G_DECLARE_FINAL_TYPE (CapCommentBox, cap_comment_box, CAP, COMMENT_BOX, GtkWidget)

void cap_comment_box_set_editor (CapCommentBox   *self,
                                 CapAnswerEditor *editor);
void cap_comment_box_reload     (CapCommentBox   *self);
void cap_comment_box_flush      (CapCommentBox   *self);

G_END_DECLS
