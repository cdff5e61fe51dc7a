/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-figure.h"

G_BEGIN_DECLS

#define CAP_TYPE_FIGURE_VIEW (cap_figure_view_get_type ())

G_DECLARE_FINAL_TYPE (CapFigureView, cap_figure_view, CAP, FIGURE_VIEW, GtkWidget)

/* Signals:
 *   "target-activated" (const char *code)  somebody wants to see what a value is of */

GtkWidget *cap_figure_view_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_figure_view_show (CapFigureView *self,
                                 CapFigure     *figure);

G_END_DECLS
