/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-figure-drawing-private.h"

#include <string.h>

#define LABEL_SHARE 0.28
#define HEAT_SHARE  0.46
#define BAR         1.9 /* in em, as all that follows */
#define CELL        2.7
#define CELL_GAP    0.25
#define CORE_LINE   2.2 /* in units */

/* The columns after the levels: what has none. */
static gboolean
is_level (const CapFigure *figure,
          guint            column)
{
  return column + 2 < figure->columns->len;
}

static CapInk
get_ink (const CapFigure *figure,
         guint            column)
{
  return is_level (figure, column) ? cap_drawing_step (column, MAX (figure->columns->len - 3, 1))
                                   : CAP_INK_GROUND;
}

/* What was not answered is hatched; what does not concern is no share, only a faint frame. */
static void
draw_share (CapDrawing      *drawing,
            const CapFigure *figure,
            guint            column,
            CapRect          area)
{
  const gboolean concerned = column + 1 < figure->columns->len;

  cap_drawing_add_rect (drawing, area, concerned ? get_ink (figure, column) : CAP_INK_NONE,
                        concerned ? CAP_INK_TEXT : CAP_INK_RULE);
  if (column + 2 == figure->columns->len)
    cap_drawing_add_hatching (drawing, area, CAP_INK_QUIET);
}

/* How many there are; where two levels share a colour, which level it is comes first. */
static void
draw_count (CapDrawing          *drawing,
            const CapFigure     *figure,
            const CapFigureCell *cell,
            guint                column,
            CapRect              area)
{
  const char *title = cap_figure_get_column (figure, column);
  g_autofree char *text = figure->columns->len > CAP_N_STEPS + 2 && is_level (figure, column)
                          ? g_strdup_printf ("%.*s: %s", (int) strcspn (title, "\u00A0"), title, cell->text)
                          : g_strdup (cell->text);

  cap_drawing_add_text (drawing, area, CAP_ALIGN_CENTER, cap_drawing_ink_on (get_ink (figure, column)), TRUE,
                        text);
}

static void
draw_row (CapDrawing         *drawing,
          const CapFigure    *figure,
          const CapFigureRow *row,
          CapRect             track)
{
  double total = 0;
  double x = track.x;

  for (guint i = 0; i < row->cells->len; i++)
    total += cap_figure_row_get (row, i)->value;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const CapFigureCell *cell = cap_figure_row_get (row, i);
      const CapRect area = { x, track.y, total > 0 ? track.width * cell->value / total : 0, track.height };
      const double room = (double) g_utf8_strlen (cell->text, -1) * 0.7 * drawing->em;

      if (cell->value <= 0)
        continue;
      draw_share (drawing, figure, i, area);
      if (area.width >= room)
        draw_count (drawing, figure, cell, i, area);
      x += area.width;
    }
}

static void
draw_levels_key (CapDrawing      *drawing,
                 const CapFigure *figure,
                 double           top)
{
  CapFigureKey key;

  cap_figure_key_init (&key, drawing, top);
  for (guint i = 0; i < figure->columns->len; i++)
    {
      const CapRect swatch = cap_figure_key_add (&key, cap_figure_get_column (figure, i));

      draw_share (drawing, figure, i, swatch);
    }
  drawing->height = cap_figure_key_finish (&key);
}

void
cap_figure_draw_levels (CapDrawing      *drawing,
                        const CapFigure *figure)
{
  CapFigureLanes lanes;

  cap_figure_lanes_init (&lanes, drawing, 0, LABEL_SHARE, BAR, BAR);
  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);
      const CapRect label = cap_figure_lanes_get (&lanes, &lanes.label, i);
      const CapRect track = cap_figure_lanes_get (&lanes, &lanes.track, i);

      cap_drawing_add_text (drawing, label, CAP_ALIGN_START, CAP_INK_TEXT,
                            (row->flags & CAP_FIGURE_WHOLE) != 0, row->label);
      draw_row (drawing, figure, row, track);
      cap_drawing_add_mark (drawing, cap_figure_lanes_cover (drawing, &label, &track), row->name, row->code);
    }
  draw_levels_key (drawing, figure, lanes.step * figure->rows->len);
}

static void
draw_outline (CapDrawing *drawing,
              CapRect     area)
{
  const CapPoint corners[] = {
    { area.x, area.y },
    { area.x + area.width, area.y },
    { area.x + area.width, area.y + area.height },
    { area.x, area.y + area.height },
    { area.x, area.y },
  };

  cap_drawing_add_path (drawing, corners, G_N_ELEMENTS (corners), CAP_INK_TEXT, CORE_LINE, 0);
}

/* A core criterion is outlined. */
static void
draw_cell (CapDrawing         *drawing,
           const CapFigure    *figure,
           const CapFigureRow *row,
           CapRect             area)
{
  const CapFigureCell *cell = cap_figure_row_get (row, 0);
  const CapInk ink = cell->value < 0 ? CAP_INK_GROUND : cap_drawing_step (cell->value, figure->maximum);

  cap_drawing_add_rect (drawing, area, ink, CAP_INK_RULE);
  if ((row->flags & CAP_FIGURE_CORE) != 0)
    draw_outline (drawing, area);
  cap_drawing_add_text (drawing, area, CAP_ALIGN_CENTER, cap_drawing_ink_on (ink), TRUE, cell->brief);
  cap_drawing_add_mark (drawing, area, row->name, row->code);
}

/* The rows of one group stand side by side, and go on below when there is no room left. Returns: the
 * height that they take */
static double
draw_group (CapDrawing      *drawing,
            const CapFigure *figure,
            guint            first,
            guint            n_rows,
            CapRect          track)
{
  const double size = CELL * drawing->em;
  const double step = size + CELL_GAP * drawing->em;
  const guint n_across = MAX ((guint) ((track.width + CELL_GAP * drawing->em) / step), 1);

  for (guint i = 0; i < n_rows; i++)
    {
      const double x = track.x + step * (i % n_across);
      const double y = track.y + step * (i / n_across) * BAR / CELL;

      draw_cell (drawing, figure, cap_figure_get_row (figure, first + i),
                 (CapRect) { x, y, size, BAR * drawing->em });
    }

  return step * ((n_rows - 1) / n_across) * BAR / CELL;
}

static guint
count_group (const CapFigure *figure,
             guint            first)
{
  const char *group = cap_figure_get_row (figure, first)->group;
  guint count = 1;

  while (first + count < figure->rows->len &&
         g_strcmp0 (cap_figure_get_row (figure, first + count)->group, group) == 0)
    count++;

  return count;
}

static void
draw_heat_key (CapDrawing      *drawing,
               const CapFigure *figure,
               double           top)
{
  CapFigureKey key;

  cap_figure_key_init (&key, drawing, top);
  for (guint i = 0; i < figure->scale->len; i++)
    {
      const CapRect swatch = cap_figure_key_add (&key, g_ptr_array_index (figure->scale, i));

      cap_drawing_add_rect (drawing, swatch, cap_drawing_step (i, figure->maximum), CAP_INK_RULE);
    }
  draw_outline (drawing, cap_figure_key_add (&key, cap_figure_get_column (figure, 1)));
  drawing->height = cap_figure_key_finish (&key);
}

void
cap_figure_draw_heat (CapDrawing      *drawing,
                      const CapFigure *figure)
{
  CapFigureLanes lanes;
  double lower = 0; /* what the groups above take beyond one line each */
  double bottom = 0;
  guint n_rows;

  cap_figure_lanes_init (&lanes, drawing, 0, HEAT_SHARE, BAR, BAR);
  for (guint i = 0, lane = 0; i < figure->rows->len; i += n_rows, lane++)
    {
      CapRect label = cap_figure_lanes_get (&lanes, &lanes.label, lane);
      CapRect track = cap_figure_lanes_get (&lanes, &lanes.track, lane);

      label.y += lower;
      track.y += lower;
      n_rows = count_group (figure, i);
      cap_drawing_add_text (drawing, label, CAP_ALIGN_START, CAP_INK_TEXT, FALSE,
                            cap_figure_get_row (figure, i)->group);
      lower += draw_group (drawing, figure, i, n_rows, track);
      bottom = cap_figure_lanes_get (&lanes, &lanes.label, lane + 1).y + lower;
    }
  draw_heat_key (drawing, figure, bottom);
}
