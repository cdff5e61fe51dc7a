/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

/* The answer to a criterion as it is being given. Returns: (nullable): NULL when nothing may be written */
CapAnswer *cap_answer_editor_dup_draft (CapAnswerEditor *self,
                                        const char      *code) G_GNUC_WARN_UNUSED_RESULT;
/* Takes both: the gesture that puts @answer, and whatever @command does already; shown at once. */
void       cap_answer_editor_take      (CapAnswerEditor *self,
                                        CapAnswer       *answer,
                                        CapCommand      *command);

G_END_DECLS
