/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/* The members that figures have everywhere: “evaluation”; “score” and “provisional”; “coverage”. */
void cap_score_json_add_evaluation (JsonBuilder         *builder,
                                    const CapEvaluation *evaluation);
void cap_score_json_add_score      (JsonBuilder         *builder,
                                    const CapScore      *score);
void cap_score_json_add_coverage   (JsonBuilder         *builder,
                                    const CapCoverage   *coverage);

G_END_DECLS
