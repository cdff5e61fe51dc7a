/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-drawing.h"
#include "model/cap-figure.h"

G_BEGIN_DECLS

/**
 * cap_figure_draw:
 * @figure: numbers
 * @width: the room that there is
 * @em: the size of the letters
 *
 * Returns: (transfer full): @figure as a drawing, as high as it has to be
 */
CapDrawing *cap_figure_draw (const CapFigure *figure,
                             double           width,
                             double           em) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
