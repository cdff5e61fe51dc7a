/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/* What the page says of where one is, in the user’s language. */
char *cap_evaluation_text_dup_progress (const CapCoverage   *coverage) G_GNUC_WARN_UNUSED_RESULT;
char *cap_evaluation_text_dup_theme    (const CapPhotograph *photograph,
                                        const CapCriterion  *criterion) G_GNUC_WARN_UNUSED_RESULT;
char *cap_evaluation_text_dup_hint     (const CapFramework  *framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
