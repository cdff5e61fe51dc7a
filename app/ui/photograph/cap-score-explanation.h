/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

#define CAP_TYPE_SCORE_EXPLANATION (cap_score_explanation_get_type ())

G_DECLARE_FINAL_TYPE (CapScoreExplanation, cap_score_explanation, CAP, SCORE_EXPLANATION, GtkWidget)

void cap_score_explanation_unfold (CapScoreExplanation *self);
void cap_score_explanation_show   (CapScoreExplanation *self,
                                   CapPhotograph       *photograph);

G_END_DECLS
