/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-figure.h"
#include "scoring/cap-figures.h"

G_BEGIN_DECLS

/**
 * CapSlide:
 * @title: never %NULL
 * @number: (nullable): a figure to read from the back of the room
 * @text: (nullable): what is said
 * @figure: (nullable): what is shown
 *
 * One slide of a photograph: seen on the screen and printed alike.
 */
typedef struct
{
  char      *title;
  char      *number;
  char      *text;
  CapFigure *figure;
} CapSlide;

/**
 * cap_slides_list:
 * @dossier: a dossier
 * @evaluation: one of its evaluations
 * @photograph: its results
 * @comparison: (nullable): with the evaluation before
 *
 * Returns: (transfer full) (element-type CapSlide): whose results, the whole,
 *   each figure on as many slides as can be read, what comes first
 */
GPtrArray *cap_slides_list (const CapDossier    *dossier,
                            const CapEvaluation *evaluation,
                            const CapPhotograph *photograph,
                            const CapComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
