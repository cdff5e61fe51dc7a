/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

#define CAP_TYPE_GUIDANCE_BOX (cap_guidance_box_get_type ())

G_DECLARE_FINAL_TYPE (CapGuidanceBox, cap_guidance_box, CAP, GUIDANCE_BOX, GtkWidget)

void cap_guidance_box_show (CapGuidanceBox  *self,
                            CapAnswerEditor *editor);

G_END_DECLS
