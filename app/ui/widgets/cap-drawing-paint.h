/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/cap-drawing.h"

G_BEGIN_DECLS

/* The size of the letters of @widget, in pixels: a drawing is made for it. */
double cap_drawing_paint_get_em (GtkWidget        *widget);
/* Paints @drawing in the colours and the letters of @widget. */
void   cap_drawing_paint        (const CapDrawing *drawing,
                                 GtkWidget        *widget,
                                 GtkSnapshot      *snapshot);

G_END_DECLS
