/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "plan/cap-plan-figures.h"

G_BEGIN_DECLS

#define CAP_TYPE_FIGURE_TILE (cap_figure_tile_get_type ())

G_DECLARE_FINAL_TYPE (CapFigureTile, cap_figure_tile, CAP, FIGURE_TILE, GtkWidget)

void cap_figure_tile_show (CapFigureTile *self,
                           CapPlanFigure  which,
                           const char    *figure,
                           const char    *detail);

G_END_DECLS
