/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/cap-drawing.h"

G_BEGIN_DECLS

#define CAP_TYPE_DRAWING_MARK (cap_drawing_mark_get_type ())

G_DECLARE_FINAL_TYPE (CapDrawingMark, cap_drawing_mark, CAP, DRAWING_MARK, GtkWidget)

/* Signals:
 *   "activated" ()  somebody wants to go where it leads; only of a mark with a target */

GtkWidget     *cap_drawing_mark_new        (const CapMark        *mark) G_GNUC_WARN_UNUSED_RESULT;
void           cap_drawing_mark_set_mark   (CapDrawingMark       *self,
                                            const CapMark        *mark);
const char    *cap_drawing_mark_get_target (CapDrawingMark       *self);
const CapRect *cap_drawing_mark_get_area   (CapDrawingMark       *self);
void           cap_drawing_mark_set_area   (CapDrawingMark       *self,
                                            const CapRect        *area);

G_END_DECLS
