/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

char *cap_score_json_write (const CapEvaluation *evaluation,
                            const CapPhotograph *photograph) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
