/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-figure.h"

G_BEGIN_DECLS

#define CAP_TYPE_DRAWING_VIEW (cap_drawing_view_get_type ())

G_DECLARE_FINAL_TYPE (CapDrawingView, cap_drawing_view, CAP, DRAWING_VIEW, GtkWidget)

/* Signals:
 *   "target-activated" (const char *code)  somebody wants to see what a value is of */

GtkWidget *cap_drawing_view_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_drawing_view_set_fit (CapDrawingView *self,
                                     gboolean        fit);
void       cap_drawing_view_show (CapDrawingView *self,
                                  CapFigure      *figure);

G_END_DECLS
