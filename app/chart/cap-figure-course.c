/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-figure-drawing-private.h"

#include <math.h>

#define HEIGHT      19.0 /* in em, as all that follows */
#define AXIS         2.2
#define LINE         1.5
#define LEFT         5.0
#define RIGHT_WIDE  17.0
#define RIGHT       11.0
#define DOT          0.32

/* Where the columns and the values stand. */
typedef struct
{
  CapRect plot;
  double  low;
  double  high;
  guint   n_columns;
} Plot;

static double
get_x (const Plot *plot,
       guint       column)
{
  return plot->plot.x + plot->plot.width * column / MAX (plot->n_columns - 1, 1);
}

static double
get_y (const Plot *plot,
       double      value)
{
  return plot->plot.y + plot->plot.height * (plot->high - value) / (plot->high - plot->low);
}

/* From ten below the lowest value to ten above the highest one, on tens: slopes are what is looked at. */
static void
fit (Plot            *plot,
     const CapFigure *figure)
{
  double low = figure->maximum;
  double high = 0;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      for (guint j = 0; j < figure->columns->len; j++)
        {
          const double value = cap_figure_row_get (cap_figure_get_row (figure, i), j)->value;

          if (value < 0)
            continue;
          low = MIN (low, value);
          high = MAX (high, value);
        }
    }
  plot->low = fmax (floor (low / 10 - 0.5) * 10, 0);
  plot->high = fmin (ceil (high / 10 + 0.5) * 10, figure->maximum);
  if (plot->high <= plot->low)
    plot->high = plot->low + 10;
}

static void
draw_axes (CapDrawing      *drawing,
           const CapFigure *figure,
           const Plot      *plot)
{
  const double em = drawing->em;
  const double bottom = plot->plot.y + plot->plot.height;

  for (guint i = 0; i < plot->n_columns; i++)
    {
      const double x = get_x (plot, i);
      const double width = plot->plot.width / MAX (plot->n_columns - 1, 1);
      const CapRect label = { x - MIN (width, 10 * em) / 2, bottom, MIN (width, 10 * em), AXIS * em };

      cap_drawing_add_line (drawing, (CapPoint) { x, plot->plot.y - em / 2 }, (CapPoint) { x, bottom },
                            CAP_INK_RULE, 1);
      cap_drawing_add_text (drawing, label, CAP_ALIGN_CENTER, CAP_INK_QUIET, FALSE,
                            cap_figure_get_column (figure, i));
    }
}

static void
draw_line (CapDrawing         *drawing,
           const Plot         *plot,
           const CapFigureRow *row,
           guint               index)
{
  const gboolean whole = (row->flags & CAP_FIGURE_WHOLE) != 0;
  const CapInk ink = whole ? CAP_INK_ACCENT : CAP_INK_TEXT;
  g_autofree CapPoint *points = g_new (CapPoint, plot->n_columns);
  guint n_points = 0;

  for (guint i = 0; i < plot->n_columns; i++)
    {
      const double value = cap_figure_row_get (row, i)->value;

      if (value >= 0)
        points[n_points++] = (CapPoint) { get_x (plot, i), get_y (plot, value) };
    }
  if (n_points > 1)
    cap_drawing_add_path (drawing, points, n_points, ink, whole ? 4 : 1.6, whole ? 0 : 1.5 * index);
  for (guint i = 0; i < n_points; i++)
    cap_drawing_add_circle (drawing, points[i], (whole ? 1.4 : 1) * DOT * drawing->em, ink, CAP_INK_GROUND);
}

typedef struct
{
  guint  row;
  double y;
} Label;

static int
compare_labels_cb (gconstpointer a,
                   gconstpointer b)
{
  const Label *first = a;
  const Label *second = b;

  if (first->y < second->y)
    return -1;
  if (first->y > second->y)
    return 1;

  return first->row < second->row ? -1 : first->row > second->row;
}

/* Pushes down what would be written over, then up what would leave the plot. */
static void
spread (GArray     *labels,
        const Plot *plot,
        double      line)
{
  double limit = plot->plot.y + plot->plot.height;

  g_array_sort (labels, compare_labels_cb);
  for (guint i = 1; i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->y = fmax (label->y, g_array_index (labels, Label, i - 1).y + line);
    }
  for (guint i = labels->len; i-- > 0;)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->y = fmin (label->y, limit);
      limit = label->y - line;
    }
}

/* The figures at one end of the lines; at the last one, what they are of. */
static void
draw_labels (CapDrawing      *drawing,
             const CapFigure *figure,
             const Plot      *plot,
             guint            column)
{
  const double em = drawing->em;
  const gboolean last = column > 0;
  g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const double value = cap_figure_row_get (cap_figure_get_row (figure, i), column)->value;
      const Label label = { i, get_y (plot, value) };

      if (value >= 0)
        g_array_append_val (labels, label);
    }
  spread (labels, plot, LINE * em);
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      const CapFigureRow *row = cap_figure_get_row (figure, label->row);
      const char *value = cap_figure_row_get (row, column)->text;
      g_autofree char *text = last ? g_strdup_printf ("%s\u2002%s", value, row->label) : g_strdup (value);
      const double x = get_x (plot, column);
      const CapRect area = { last ? x + em : 0, label->y - LINE / 2 * em,
                             last ? drawing->width - x - em : x - em, LINE * em };

      cap_drawing_add_text (drawing, area, last ? CAP_ALIGN_START : CAP_ALIGN_END, CAP_INK_TEXT,
                            (row->flags & CAP_FIGURE_WHOLE) != 0, text);
      if (last)
        cap_drawing_add_mark (drawing, area, row->name, row->code);
    }
}

/* A line that does not reach the last column is told where it stops. */
static void
mark_unfinished (CapDrawing      *drawing,
                 const CapFigure *figure,
                 const Plot      *plot)
{
  const double size = LINE * drawing->em;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);
      guint last = plot->n_columns - 1;
      double value;

      if (cap_figure_row_get (row, last)->value >= 0)
        continue;
      while (last > 0 && cap_figure_row_get (row, last)->value < 0)
        last--;
      value = cap_figure_row_get (row, last)->value;
      if (value >= 0)
        cap_drawing_add_mark (drawing, (CapRect) { get_x (plot, last) - size / 2,
                                                   get_y (plot, value) - size / 2, size, size },
                              row->name, row->code);
    }
}

void
cap_figure_draw_course (CapDrawing      *drawing,
                        const CapFigure *figure)
{
  const double em = drawing->em;
  const double height = fmax (HEIGHT, figure->rows->len * LINE + AXIS + 2) * em;
  const double right = (drawing->width >= CAP_FIGURE_WIDE * em ? RIGHT_WIDE : RIGHT) * em;
  Plot plot = {
    .plot = { LEFT * em, em, MAX (drawing->width - LEFT * em - right, em), height - (AXIS + 1) * em },
    .n_columns = figure->columns->len,
  };

  fit (&plot, figure);
  draw_axes (drawing, figure, &plot);
  for (guint i = figure->rows->len; i-- > 0;)
    draw_line (drawing, &plot, cap_figure_get_row (figure, i), i);
  draw_labels (drawing, figure, &plot, 0);
  if (plot.n_columns > 1)
    draw_labels (drawing, figure, &plot, plot.n_columns - 1);
  mark_unfinished (drawing, figure, &plot);
  drawing->height = height;
}
