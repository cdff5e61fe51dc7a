/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-figure-drawing-private.h"

#include <math.h>

#define ROW_GAP     0.7  /* between two rows, in em, as all that follows */
#define COLUMN_GAP  1.0
#define LABEL_LINE  1.5
#define LETTER      0.56 /* about the width of one */
#define KEY_LINE    1.8
#define KEY_SWATCH  1.2
#define KEY_GAP     1.6

/**
 * cap_figure_lanes_init:
 * @top: of the first row
 * @share: of the width that the words take when there is room beside them, 0 to 1
 * @beside: the height of a row that has its words beside it, in em
 * @below: the height of the drawing of a row that has its words above it; the words then
 *   take as much as they would beside
 */
void
cap_figure_lanes_init (CapFigureLanes   *self,
                       const CapDrawing *drawing,
                       double            top,
                       double            share,
                       double            beside,
                       double            below)
{
  const double em = drawing->em;
  const double height = beside * em;

  if (drawing->width >= CAP_FIGURE_WIDE * em)
    {
      const double words = drawing->width * share;

      self->label = (CapRect) { 0, top, words - COLUMN_GAP * em, height };
      self->track = (CapRect) { words, top, drawing->width - words, height };
      self->step = height + ROW_GAP * em;
      return;
    }

  self->label = (CapRect) { 0, top, drawing->width, MAX (LABEL_LINE * em, height) };
  self->track = (CapRect) { 0, top + self->label.height, drawing->width, below * em };
  self->step = self->label.height + (below + ROW_GAP) * em;
}

/* All that a row covers: where its mark is. */
CapRect
cap_figure_lanes_cover (const CapDrawing *drawing,
                        const CapRect    *label,
                        const CapRect    *track)
{
  return (CapRect) { 0, label->y, drawing->width, MAX (track->y + track->height, label->y + label->height) -
                     label->y };
}

/* The room of a lane, @row rows below @first. */
CapRect
cap_figure_lanes_get (const CapFigureLanes *self,
                      const CapRect        *first,
                      guint                 row)
{
  CapRect rect = *first;

  rect.y += self->step * row;

  return rect;
}

void
cap_figure_key_init (CapFigureKey *self,
                     CapDrawing   *drawing,
                     double        top)
{
  *self = (CapFigureKey) { drawing, 0, top };
}

/**
 * cap_figure_key_add:
 *
 * Writes the next item of the key.
 *
 * Returns: the room of its swatch, which the caller fills
 */
CapRect
cap_figure_key_add (CapFigureKey *self,
                    const char   *text)
{
  const double em = self->drawing->em;
  const double words = (double) g_utf8_strlen (text, -1) * LETTER * em + em;
  const double width = (KEY_SWATCH + 0.5) * em + words;
  CapRect swatch;
  CapRect area;

  if (self->x > 0 && self->x + width > self->drawing->width)
    {
      self->x = 0;
      self->y += KEY_LINE * em;
    }
  swatch = (CapRect) { self->x, self->y + (KEY_LINE - KEY_SWATCH) / 2 * em, KEY_SWATCH * em,
                       KEY_SWATCH * em };
  area = (CapRect) { self->x + (KEY_SWATCH + 0.5) * em, self->y,
                     fmin (words, self->drawing->width - (KEY_SWATCH + 0.5) * em), KEY_LINE * em };
  cap_drawing_add_text (self->drawing, area, CAP_ALIGN_START, CAP_INK_QUIET, FALSE, text);
  self->x += width + (KEY_GAP - 1) * em;

  return swatch;
}

/* Returns: where what comes after the key starts */
double
cap_figure_key_finish (CapFigureKey *self)
{
  return self->y + KEY_LINE * self->drawing->em;
}

CapDrawing *
cap_figure_draw (const CapFigure *figure,
                 double           width,
                 double           em)
{
  static void (* const draw[CAP_N_FIGURE_KINDS]) (CapDrawing *, const CapFigure *) = {
    [CAP_FIGURE_EMBLEM] = cap_figure_draw_emblem,
    [CAP_FIGURE_BARS] = cap_figure_draw_bars,
    [CAP_FIGURE_LEVELS] = cap_figure_draw_levels,
    [CAP_FIGURE_HEAT] = cap_figure_draw_heat,
    [CAP_FIGURE_VOICES] = cap_figure_draw_voices,
    [CAP_FIGURE_COURSE] = cap_figure_draw_course,
  };
  CapDrawing *drawing;

  g_return_val_if_fail (figure != NULL && width > 0 && em > 0, NULL);

  drawing = cap_drawing_new (width, em);
  draw[figure->kind] (drawing, figure);

  return drawing;
}
