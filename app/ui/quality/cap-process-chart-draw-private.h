/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/cap-process-map.h"

G_BEGIN_DECLS

/* From the outline of a box to its words, and how far the boxes of the realisation point. */
#define CAP_PROCESS_INSET   6
#define CAP_PROCESS_CHEVRON 9

/**
 * CapProcessDrawing:
 * @accent: of outlines, and of the arrows that stand out
 * @text: of everything else, fainter
 * @ground: inside the boxes
 * @back: behind everything
 * @lit: the box whose arrows stand out, or -1
 * @dragged: the box that is being moved, or -1
 * @shift: by how much
 * @rank: where it would go in its band
 */
typedef struct
{
  GdkRGBA  accent;
  GdkRGBA  text;
  GdkRGBA  ground;
  GdkRGBA  back;
  int      lit;
  int      dragged;
  CapPoint shift;
  guint    rank;
} CapProcessDrawing;

CapProcessMapStyle cap_process_drawing_get_style   (GtkWidget               *widget,
                                                    const GPtrArray         *processes);
CapRect            cap_process_drawing_inset       (const CapRect           *rect);
void               cap_process_drawing_allocate    (GtkWidget               *child,
                                                    CapRect                  rect);
void               cap_process_drawing_take_colors (CapProcessDrawing       *self,
                                                    GtkWidget               *widget);
void               cap_process_drawing_draw        (const CapProcessDrawing *self,
                                                    const CapProcessMap     *map,
                                                    cairo_t                 *cr);
void               cap_process_drawing_draw_dragged (const CapProcessDrawing *self,
                                                     const CapProcessMap     *map,
                                                     cairo_t                 *cr);

G_END_DECLS
