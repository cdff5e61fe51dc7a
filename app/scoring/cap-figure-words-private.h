/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-figure.h"
#include "scoring/cap-comparison.h"

G_BEGIN_DECLS

/* What the figures say in the same words. */

/* “A2 – Faire vivre…”, which no line breaks before the dash. */
char *cap_figure_words_dup_objective (const CapObjective  *objective) G_GNUC_WARN_UNUSED_RESULT;
char *cap_figure_words_dup_points    (int                  points) G_GNUC_WARN_UNUSED_RESULT;
char *cap_figure_words_dup_extremes  (const CapFigure     *figure) G_GNUC_WARN_UNUSED_RESULT;
char *cap_figure_words_dup_change    (const CapFigure     *figure,
                                      const CapComparison *comparison,
                                      guint                now,
                                      guint                before,
                                      const char          *since) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
