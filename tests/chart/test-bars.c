/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-bars.h"

static const CapBarsLayout layout = {
  .width = 400, .row_height = 20, .bar_height = 12, .label_width = 150, .value_width = 40, .gap = 5,
};

static void
test_rectangles (void)
{
  static const struct
  {
    double value;
    double width;
  } cases[] = {
    { 0, 0 }, { 50, 100 }, { 100, 200 }, { 140, 200 }, { CAP_BARS_NO_VALUE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapBar bar = cap_bars_get_bar (&layout, 3, cases[i].value);

      g_assert_cmpfloat_with_epsilon (bar.bar.width, cases[i].width, 1e-9);
      g_assert_cmpfloat_with_epsilon (bar.track.x, 155, 1e-9);
      g_assert_cmpfloat_with_epsilon (bar.track.width, 200, 1e-9);
      g_assert_cmpfloat_with_epsilon (bar.track.y, 64, 1e-9);
      g_assert_cmpfloat_with_epsilon (bar.label.y, 60, 1e-9);
      g_assert_cmpfloat_with_epsilon (bar.figure.x, 360, 1e-9);
    }

  g_assert_cmpfloat_with_epsilon (cap_bars_get_height (&layout, 23), 460, 1e-9);
  g_assert_cmpfloat_with_epsilon (cap_bars_get_x (&layout, 25), 205, 1e-9);
}

static void
test_too_narrow (void)
{
  CapBarsLayout narrow = layout;
  CapBar bar;

  narrow.width = 100;
  bar = cap_bars_get_bar (&narrow, 0, 80);

  g_assert_cmpfloat_with_epsilon (bar.track.width, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (bar.bar.width, 0, 1e-9);
}

static void
test_sort (void)
{
  double values[] = { 50, CAP_BARS_NO_VALUE, 75, 50, 0, 100, CAP_BARS_NO_VALUE };
  guint expected[] = { 5, 2, 0, 3, 4, 1, 6 };
  guint order[G_N_ELEMENTS (values)];

  cap_bars_sort (values, G_N_ELEMENTS (values), order);
  g_assert_cmpmem (order, sizeof order, expected, sizeof expected);

  cap_bars_sort (NULL, 0, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/bars/rectangles", test_rectangles);
  g_test_add_func ("/chart/bars/too-narrow", test_too_narrow);
  g_test_add_func ("/chart/bars/sort", test_sort);

  return g_test_run ();
}
