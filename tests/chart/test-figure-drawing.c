/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-figure-drawing.h"

#define EM 12.0

/* Rows of three cells, which every kind can draw. */
static CapFigure *
new_figure (CapFigureKind kind)
{
  const double maximum = kind == CAP_FIGURE_HEAT || kind == CAP_FIGURE_VOICES ? 4 : 100;
  CapFigure *figure = cap_figure_new (kind, "Title", maximum);

  for (guint i = 0; i < 5; i++)
    cap_figure_add_step (figure, "step");
  for (guint i = 0; i < 3; i++)
    cap_figure_add_column (figure, "column");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("A%u", i);
      CapFigureRow *row = cap_figure_add_row (figure, code, "A label that is rather long for its column");

      row->group = g_strdup (i < 2 ? "one" : "two");
      row->name = g_strdup_printf ("%s: value", code);
      for (guint j = 0; j < 3; j++)
        cap_figure_row_add_brief (row, maximum * (i + j) / 6, "1", "1");
    }

  return figure;
}

static void
assert_inside (const CapDrawing *drawing,
               const CapRect    *area)
{
  g_assert_cmpfloat (area->x, >=, -0.5);
  g_assert_cmpfloat (area->y, >=, -0.5);
  g_assert_cmpfloat (area->x + area->width, <=, drawing->width + 0.5);
  g_assert_cmpfloat (area->y + area->height, <=, drawing->height + 0.5);
}

/* The lines of a course are told from the highest one down: the order is its own. */
static void
assert_is_of_one_row (const CapFigure *figure,
                      const CapMark   *mark)
{
  guint count = 0;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);

      count += g_strcmp0 (row->name, mark->name) == 0 && g_strcmp0 (row->code, mark->target) == 0;
    }
  g_assert_cmpuint (count, ==, 1);
}

/* Whatever the width, each value has its mark, and nothing that is read leaves the drawing. */
static void
test_fits (void)
{
  static const double widths[] = { 260, 380, 560, 900, 1600 };

  for (guint kind = 0; kind < CAP_N_FIGURE_KINDS; kind++)
    {
      g_autoptr(CapFigure) figure = new_figure ((CapFigureKind) kind);

      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          g_autoptr(CapDrawing) drawing = cap_figure_draw (figure, widths[i], EM);

          g_assert_cmpuint (drawing->marks->len, ==, figure->rows->len);
          g_assert_cmpfloat (drawing->height, >, 0);
          for (guint j = 0; j < drawing->marks->len; j++)
            {
              const CapMark *mark = g_ptr_array_index (drawing->marks, j);

              assert_inside (drawing, &mark->area);
              assert_is_of_one_row (figure, mark);
            }
          for (guint j = 0; j < drawing->shapes->len; j++)
            {
              const CapShape *shape = g_ptr_array_index (drawing->shapes, j);

              if (shape->kind == CAP_SHAPE_TEXT || shape->kind == CAP_SHAPE_RECT)
                assert_inside (drawing, &shape->area);
            }
        }
    }
}

/* Marks of one drawing do not lie over each other: each can be pointed at. */
static void
test_marks_apart (void)
{
  for (guint kind = 0; kind < CAP_N_FIGURE_KINDS; kind++)
    {
      g_autoptr(CapFigure) figure = new_figure ((CapFigureKind) kind);
      g_autoptr(CapDrawing) drawing = cap_figure_draw (figure, 700, EM);

      for (guint i = 1; i < drawing->marks->len; i++)
        {
          const CapRect *one = &((const CapMark *) g_ptr_array_index (drawing->marks, i - 1))->area;
          const CapRect *next = &((const CapMark *) g_ptr_array_index (drawing->marks, i))->area;

          g_assert_true (one->x + one->width <= next->x + 0.01 || next->x + next->width <= one->x + 0.01 ||
                         one->y + one->height <= next->y + 0.01 || next->y + next->height <= one->y + 0.01);
        }
    }
}

/* A bar is as long as its value; twice the value is twice the length. */
static double
get_bar (double value)
{
  g_autoptr(CapFigure) figure = cap_figure_new (CAP_FIGURE_BARS, "Title", 100);
  g_autoptr(CapDrawing) drawing = NULL;
  CapFigureRow *row;

  cap_figure_add_column (figure, "score");
  row = cap_figure_add_row (figure, "A", "A");
  row->name = g_strdup ("A");
  cap_figure_row_add (row, value, "x");
  drawing = cap_figure_draw (figure, 800, EM);
  for (guint i = 0; i < drawing->shapes->len; i++)
    {
      const CapShape *shape = g_ptr_array_index (drawing->shapes, i);

      if (shape->kind == CAP_SHAPE_RECT && shape->fill == CAP_INK_ACCENT)
        return shape->area.width;
    }

  return 0;
}

static void
test_bar_length (void)
{
  g_assert_cmpfloat_with_epsilon (get_bar (80), 2 * get_bar (40), 0.001);
  g_assert_cmpfloat (get_bar (0), <=, 0);
  g_assert_cmpfloat (get_bar (CAP_FIGURE_NONE), <=, 0);
}

static void
test_steps (void)
{
  g_assert_cmpint (cap_drawing_step (0, 4), ==, CAP_INK_STEP_0);
  g_assert_cmpint (cap_drawing_step (2, 4), ==, CAP_INK_STEP_2);
  g_assert_cmpint (cap_drawing_step (4, 4), ==, CAP_INK_STEP_4);
  g_assert_cmpint (cap_drawing_step (10, 10), ==, CAP_INK_STEP_4);
  g_assert_cmpint (cap_drawing_ink_on (CAP_INK_STEP_4), ==, CAP_INK_GROUND);
  g_assert_cmpint (cap_drawing_ink_on (CAP_INK_STEP_3), ==, CAP_INK_TEXT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/figure-drawing/fits", test_fits);
  g_test_add_func ("/chart/figure-drawing/marks-apart", test_marks_apart);
  g_test_add_func ("/chart/figure-drawing/bar-length", test_bar_length);
  g_test_add_func ("/chart/figure-drawing/steps", test_steps);

  return g_test_run ();
}
