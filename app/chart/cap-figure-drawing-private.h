/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-figure-drawing.h"

G_BEGIN_DECLS

/* Under so many letters of width, a row has its words above it. */
#define CAP_FIGURE_WIDE 44.0

/**
 * CapFigureLanes:
 * @label: the room of the words of the first row
 * @track: the room of its drawing
 * @step: from one row to the next
 *
 * How the rows of a figure share its width.
 */
typedef struct
{
  CapRect label;
  CapRect track;
  double  step;
} CapFigureLanes;

/* Each draws one kind and gives the drawing its height. */
void cap_figure_draw_emblem   (CapDrawing           *drawing,
                               const CapFigure      *figure);
void cap_figure_draw_bars     (CapDrawing           *drawing,
                               const CapFigure      *figure);
void cap_figure_draw_levels   (CapDrawing           *drawing,
                               const CapFigure      *figure);
void cap_figure_draw_heat     (CapDrawing           *drawing,
                               const CapFigure      *figure);
void cap_figure_draw_voices   (CapDrawing           *drawing,
                               const CapFigure      *figure);
void cap_figure_draw_course   (CapDrawing           *drawing,
                               const CapFigure      *figure);

void    cap_figure_lanes_init  (CapFigureLanes       *self,
                                const CapDrawing     *drawing,
                                double                top,
                                double                share,
                                double                beside,
                                double                below);
CapRect cap_figure_lanes_get   (const CapFigureLanes *self,
                                const CapRect        *first,
                                guint                 row);
CapRect cap_figure_lanes_cover (const CapDrawing     *drawing,
                                const CapRect        *label,
                                const CapRect        *track);

/**
 * CapFigureKey:
 *
 * The key of a figure while it is drawn, item after item, line after line.
 */
typedef struct
{
  CapDrawing *drawing;
  double      x;
  double      y;
} CapFigureKey;

void    cap_figure_key_init   (CapFigureKey         *self,
                               CapDrawing           *drawing,
                               double                top);
CapRect cap_figure_key_add    (CapFigureKey         *self,
                               const char           *text);
double  cap_figure_key_finish (CapFigureKey         *self);

G_END_DECLS
