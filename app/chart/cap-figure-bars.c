/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-figure-drawing-private.h"

#include "chart/cap-radar.h"

#define LABEL_SHARE  0.46
#define BAR          1.05 /* in em, as all that follows */
#define ROW          2.9
#define ROW_PLAIN    1.6
#define TEXT         1.45
#define DETAIL       1.35
#define FIGURE       4.0
#define TICK         0.3
#define EMBLEM       26.0
#define GAP          0.7
#define SMALLEST     3.0
#define SIDE_WIDTH   8.6
#define SIDE_HEIGHT  4.6
#define END_WIDTH   17.0
#define END_HEIGHT   3.0

static gboolean
has_before (const CapFigure *figure)
{
  return figure->columns->len > 2;
}

static double
get_before (const CapFigure    *figure,
            const CapFigureRow *row)
{
  return has_before (figure) ? cap_figure_row_get (row, 1)->value : CAP_FIGURE_NONE;
}

/* A mark across the bar, cut out of what it crosses. */
static void
draw_tick (CapDrawing    *drawing,
           const CapRect *bar,
           double         value)
{
  const double x = bar->x + bar->width * value / 100;
  const double reach = TICK * drawing->em;
  const CapPoint top = { x, bar->y - reach };
  const CapPoint bottom = { x, bar->y + bar->height + reach };

  cap_drawing_add_line (drawing, top, bottom, CAP_INK_GROUND, 4);
  cap_drawing_add_line (drawing, top, bottom, CAP_INK_TEXT, 2);
}

static void
draw_bar (CapDrawing         *drawing,
          const CapFigure    *figure,
          const CapFigureRow *row,
          CapRect             track)
{
  const double value = cap_figure_row_get (row, 0)->value;
  const double before = get_before (figure, row);
  CapRect bar = track;

  cap_drawing_add_rect (drawing, track, CAP_INK_TRACK, CAP_INK_NONE);
  if (value > 0)
    {
      bar.width = track.width * value / figure->maximum;
      cap_drawing_add_rect (drawing, bar, CAP_INK_ACCENT, CAP_INK_NONE);
      if ((row->flags & CAP_FIGURE_PROVISIONAL) != 0)
        cap_drawing_add_hatching (drawing, bar, CAP_INK_GROUND);
    }
  if (before >= 0)
    draw_tick (drawing, &track, before);
}

/* The label, and under it what the score rests on. */
static void
draw_words (CapDrawing         *drawing,
            const CapFigureRow *row,
            CapRect             area)
{
  const double em = drawing->em;
  const double lines = (TEXT + DETAIL) * em;

  if (row->detail == NULL)
    {
      cap_drawing_add_text (drawing, area, CAP_ALIGN_START, CAP_INK_TEXT, FALSE, row->label);
      return;
    }

  area.y += (area.height - lines) / 2;
  cap_drawing_add_text (drawing, (CapRect) { area.x, area.y, area.width, TEXT * em }, CAP_ALIGN_START,
                        CAP_INK_TEXT, FALSE, row->label);
  cap_drawing_add_text (drawing, (CapRect) { area.x, area.y + TEXT * em, area.width, DETAIL * em },
                        CAP_ALIGN_START, CAP_INK_QUIET, FALSE, row->detail);
}

/* The score and, under it, how it moved. */
static void
draw_value (CapDrawing         *drawing,
            const CapFigure    *figure,
            const CapFigureRow *row,
            CapRect             area)
{
  const double em = drawing->em;
  const char *score = cap_figure_row_get (row, 0)->text;

  if (!has_before (figure))
    {
      cap_drawing_add_text (drawing, area, CAP_ALIGN_END, CAP_INK_TEXT, TRUE, score);
      return;
    }

  area.y += (area.height - (TEXT + DETAIL) * em) / 2;
  cap_drawing_add_text (drawing, (CapRect) { area.x, area.y, area.width, TEXT * em }, CAP_ALIGN_END,
                        CAP_INK_TEXT, TRUE, score);
  cap_drawing_add_text (drawing, (CapRect) { area.x, area.y + TEXT * em, area.width, DETAIL * em },
                        CAP_ALIGN_END, CAP_INK_QUIET, FALSE, cap_figure_row_get (row, 2)->text);
}

void
cap_figure_draw_bars (CapDrawing      *drawing,
                      const CapFigure *figure)
{
  const double em = drawing->em;
  CapFigureLanes lanes;

  cap_figure_lanes_init (&lanes, drawing, 0, LABEL_SHARE, ROW, ROW_PLAIN);
  lanes.track.width -= FIGURE * em;
  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);
      const CapRect label = cap_figure_lanes_get (&lanes, &lanes.label, i);
      const CapRect track = cap_figure_lanes_get (&lanes, &lanes.track, i);
      const CapRect bar = { track.x, track.y + (track.height - BAR * em) / 2, track.width, BAR * em };
      const CapRect value = { drawing->width - FIGURE * em, track.y, FIGURE * em, track.height };

      draw_words (drawing, row, label);
      draw_bar (drawing, figure, row, bar);
      draw_value (drawing, figure, row, value);
      cap_drawing_add_mark (drawing, cap_figure_lanes_cover (drawing, &label, &track), row->name, row->code);
    }
  drawing->height = lanes.step * figure->rows->len;
}

static void
draw_web (CapDrawing     *drawing,
          const CapRadar *radar,
          CapPoint       *points)
{
  for (int value = 100; value > 0; value -= 25)
    {
      cap_radar_get_ring (radar, value, points);
      cap_drawing_add_polygon (drawing, points, radar->n_axes, value == 100 ? CAP_INK_STEP_0 : CAP_INK_NONE,
                               CAP_INK_RULE);
    }
  for (guint i = 0; i < radar->n_axes; i++)
    cap_drawing_add_line (drawing, radar->center, cap_radar_get_vertex (radar, i, 100), CAP_INK_RULE, 1);
}

static void
draw_values (CapDrawing      *drawing,
             const CapFigure *figure,
             const CapRadar  *radar,
             CapPoint        *points)
{
  g_autofree double *values = g_new (double, radar->n_axes);

  for (guint i = 0; i < radar->n_axes; i++)
    values[i] = cap_figure_row_get (cap_figure_get_row (figure, i), 0)->value;
  cap_radar_get_polygon (radar, values, points);
  cap_drawing_add_polygon (drawing, points, radar->n_axes, CAP_INK_STEP_2, CAP_INK_ACCENT);
  for (guint i = 0; i < radar->n_axes; i++)
    cap_drawing_add_circle (drawing, points[i], 0.3 * drawing->em, CAP_INK_ACCENT, CAP_INK_NONE);
}

static void
draw_before (CapDrawing      *drawing,
             const CapFigure *figure,
             const CapRadar  *radar)
{
  g_autofree double *values = g_new (double, radar->n_axes);
  g_autofree CapPoint *points = g_new (CapPoint, radar->n_axes + 1);

  for (guint i = 0; i < radar->n_axes; i++)
    {
      values[i] = get_before (figure, cap_figure_get_row (figure, i));
      if (values[i] < 0)
        return; /* a shape with a corner missing would read as a zero */
    }
  cap_radar_get_polygon (radar, values, points);
  points[radar->n_axes] = points[0];
  cap_drawing_add_path (drawing, points, radar->n_axes + 1, CAP_INK_TEXT, 1.4, 4);
}

/* The room beside the emblem, for the name of a theme: less where it would leave no room for the shape. */
static double
get_side (const CapDrawing *drawing)
{
  return MIN (SIDE_WIDTH * drawing->em, drawing->width / 2 - (GAP + SMALLEST) * drawing->em);
}

/* Beside an axis that goes aside, above or below one that goes up or down. */
static CapRect
place_axis_label (const CapDrawing *drawing,
                  const CapRadar   *radar,
                  guint             axis,
                  CapAlign         *align)
{
  const double em = drawing->em;
  const double side = get_side (drawing);
  const CapPoint end = cap_radar_get_vertex (radar, axis, 100 * (radar->radius + GAP * em) / radar->radius);
  const double top = end.y - SIDE_HEIGHT / 2 * em;

  *align = CAP_ALIGN_CENTER;
  if (end.x > radar->center.x + em)
    {
      *align = CAP_ALIGN_START;
      return (CapRect) { end.x, top, side, SIDE_HEIGHT * em };
    }
  if (end.x < radar->center.x - em)
    {
      *align = CAP_ALIGN_END;
      return (CapRect) { end.x - side, top, side, SIDE_HEIGHT * em };
    }

  return (CapRect) { end.x - END_WIDTH / 2 * em, end.y < radar->center.y ? end.y - END_HEIGHT * em : end.y,
                     END_WIDTH * em, END_HEIGHT * em };
}

/* The theme and its score beyond the end of the axis; the mark is there too. */
static void
draw_axis_label (CapDrawing         *drawing,
                 const CapRadar     *radar,
                 const CapFigureRow *row,
                 guint               axis)
{
  CapAlign align;
  const CapRect area = place_axis_label (drawing, radar, axis, &align);
  g_autofree char *text = g_strdup_printf ("%s\n%s", row->label, cap_figure_row_get (row, 0)->text);

  cap_drawing_add_text (drawing, area, align, CAP_INK_TEXT, TRUE, text);
  cap_drawing_add_mark (drawing, area, row->name, row->code);
}

/* So many themes that no shape would tell them apart: bars say the same. */
void
cap_figure_draw_emblem (CapDrawing      *drawing,
                        const CapFigure *figure)
{
  const guint n_axes = figure->rows->len;
  const double em = drawing->em;
  g_autofree CapPoint *points = g_new (CapPoint, n_axes + 1);
  CapRadar radar;
  const double ends = (END_HEIGHT + GAP) * em;
  const double radius = MIN (EMBLEM / 2 * em - ends, drawing->width / 2 - GAP * em - get_side (drawing));

  if (!cap_radar_suits (n_axes))
    {
      cap_figure_draw_bars (drawing, figure);
      return;
    }

  drawing->height = 2 * (radius + ends);
  radar = cap_radar_fit (MAX (drawing->width, drawing->height), drawing->height, ends, n_axes);
  radar.center.x = drawing->width / 2;
  draw_web (drawing, &radar, points);
  draw_values (drawing, figure, &radar, points);
  if (has_before (figure))
    draw_before (drawing, figure, &radar);
  for (guint i = 0; i < n_axes; i++)
    draw_axis_label (drawing, &radar, cap_figure_get_row (figure, i), i);
}
