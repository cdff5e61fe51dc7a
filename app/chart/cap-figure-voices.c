/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-figure-drawing-private.h"

#define LABEL_SHARE 0.46
#define ROW         1.7  /* in em, as all that follows */
#define AXIS        1.9
#define SIGN        0.52
#define MARGIN      1.0

/* By column: a college is told by its shape, full or hollow, not by its colour. */
static void
draw_sign (CapDrawing *drawing,
           CapPoint    at,
           guint       column)
{
  const double r = SIGN * drawing->em;
  const CapPoint triangle[] = { { at.x, at.y - r * 1.1 }, { at.x + r, at.y + r * 0.8 },
                                { at.x - r, at.y + r * 0.8 } };
  const CapPoint diamond[] = { { at.x, at.y - r * 1.15 }, { at.x + r * 1.15, at.y },
                               { at.x, at.y + r * 1.15 }, { at.x - r * 1.15, at.y } };

  switch (column)
    {
    case 0:
      cap_drawing_add_line (drawing, (CapPoint) { at.x, at.y - r * 1.5 }, (CapPoint) { at.x, at.y + r * 1.5 },
                            CAP_INK_TEXT, 3);
      break;

    case 1:
      cap_drawing_add_circle (drawing, at, r, CAP_INK_ACCENT, CAP_INK_GROUND);
      break;

    case 2:
      cap_drawing_add_rect (drawing, (CapRect) { at.x - r * 0.9, at.y - r * 0.9, r * 1.8, r * 1.8 },
                            CAP_INK_GROUND, CAP_INK_TEXT);
      break;

    case 3:
      cap_drawing_add_polygon (drawing, triangle, G_N_ELEMENTS (triangle), CAP_INK_ACCENT, CAP_INK_GROUND);
      break;

    case 4:
      cap_drawing_add_polygon (drawing, diamond, G_N_ELEMENTS (diamond), CAP_INK_GROUND, CAP_INK_TEXT);
      break;

    default:
      cap_drawing_add_circle (drawing, at, r * 0.85, CAP_INK_GROUND, CAP_INK_TEXT);
      break;
    }
}

static double
get_x (const CapRect   *track,
       const CapFigure *figure,
       double           value)
{
  return track->x + track->width * value / figure->maximum;
}

static void
draw_axis (CapDrawing      *drawing,
           const CapFigure *figure,
           const CapRect   *track,
           double           bottom)
{
  const double em = drawing->em;

  for (guint i = 0; i < figure->scale->len; i++)
    {
      const double x = get_x (track, figure, i);

      cap_drawing_add_line (drawing, (CapPoint) { x, AXIS * em }, (CapPoint) { x, bottom }, CAP_INK_RULE, 1);
      cap_drawing_add_text (drawing, (CapRect) { x - MARGIN * em, 0, 2 * MARGIN * em, AXIS * em },
                            CAP_ALIGN_CENTER, CAP_INK_QUIET, FALSE, g_ptr_array_index (figure->scale, i));
    }
}

/* A line from the lowest college to the highest, then the signs: everybody first, under the others. */
static void
draw_row (CapDrawing         *drawing,
          const CapFigure    *figure,
          const CapFigureRow *row,
          const CapRect      *track)
{
  const double y = track->y + track->height / 2;
  double low = figure->maximum;
  double high = 0;

  for (guint i = 1; i < row->cells->len; i++)
    {
      const double value = cap_figure_row_get (row, i)->value;

      if (value < 0)
        continue;
      low = MIN (low, value);
      high = MAX (high, value);
    }
  if (low < high)
    cap_drawing_add_line (drawing, (CapPoint) { get_x (track, figure, low), y },
                          (CapPoint) { get_x (track, figure, high), y }, CAP_INK_QUIET, 1.5);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const double value = cap_figure_row_get (row, i)->value;

      if (value >= 0)
        draw_sign (drawing, (CapPoint) { get_x (track, figure, value), y }, i);
    }
}

static gboolean
is_told (const CapFigure *figure,
         guint            column)
{
  for (guint i = 0; i < figure->rows->len; i++)
    {
      if (cap_figure_row_get (cap_figure_get_row (figure, i), column)->value >= 0)
        return TRUE;
    }

  return FALSE;
}

static void
draw_key (CapDrawing      *drawing,
          const CapFigure *figure,
          double           top)
{
  CapFigureKey key;

  cap_figure_key_init (&key, drawing, top);
  for (guint i = 0; i < figure->columns->len; i++)
    {
      CapRect swatch;

      if (!is_told (figure, i))
        continue;
      swatch = cap_figure_key_add (&key, cap_figure_get_column (figure, i));
      draw_sign (drawing, (CapPoint) { swatch.x + swatch.width / 2, swatch.y + swatch.height / 2 }, i);
    }
  drawing->height = cap_figure_key_finish (&key);
}

void
cap_figure_draw_voices (CapDrawing      *drawing,
                        const CapFigure *figure)
{
  const double em = drawing->em;
  CapFigureLanes lanes;
  double bottom;

  cap_figure_lanes_init (&lanes, drawing, AXIS * em, LABEL_SHARE, ROW, ROW);
  lanes.track.x += MARGIN * em;
  lanes.track.width -= 2 * MARGIN * em;
  bottom = AXIS * em + lanes.step * figure->rows->len;
  draw_axis (drawing, figure, &lanes.track, bottom);
  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);
      const CapRect label = cap_figure_lanes_get (&lanes, &lanes.label, i);
      const CapRect track = cap_figure_lanes_get (&lanes, &lanes.track, i);

      cap_drawing_add_text (drawing, label, CAP_ALIGN_START, CAP_INK_TEXT, FALSE, row->label);
      draw_row (drawing, figure, row, &track);
      cap_drawing_add_mark (drawing, cap_figure_lanes_cover (drawing, &label, &track), row->name, row->code);
    }
  draw_key (drawing, figure, bottom + 0.4 * em);
}
