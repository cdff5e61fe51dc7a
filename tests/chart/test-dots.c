/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-dots.h"

#include <math.h>

/* Whatever the cell and the number: all inside, none on another. */
static void
test_inside (void)
{
  for (guint round = 0; round < 400; round++)
    {
      const CapRect cell = { 10, 20, g_test_rand_double_range (20, 200), g_test_rand_double_range (20, 120) };
      const guint n_dots = (guint) g_test_rand_int_range (1, 60);
      double radius = 0;
      g_autoptr(GArray) points = cap_dots_place (&cell, n_dots, &radius);

      g_assert_cmpuint (points->len, ==, n_dots);
      g_assert_cmpfloat (radius, >, 0);
      for (guint i = 0; i < points->len; i++)
        {
          const CapPoint *point = &g_array_index (points, CapPoint, i);

          g_assert_cmpfloat (point->x - radius, >=, cell.x - 0.001);
          g_assert_cmpfloat (point->x + radius, <=, cell.x + cell.width + 0.001);
          g_assert_cmpfloat (point->y - radius, >=, cell.y - 0.001);
          g_assert_cmpfloat (point->y + radius, <=, cell.y + cell.height + 0.001);
          for (guint j = 0; j < i; j++)
            {
              const CapPoint *other = &g_array_index (points, CapPoint, j);

              g_assert_cmpfloat (hypot (point->x - other->x, point->y - other->y), >=, 2 * radius);
            }
        }
    }
}

/* Few dots are as large as they may be, and in the middle. */
static void
test_middle (void)
{
  const CapRect cell = { 0, 0, 100, 40 };
  double radius = 0;
  g_autoptr(GArray) one = cap_dots_place (&cell, 1, &radius);

  g_assert_cmpfloat_with_epsilon (radius, 10, 0.001);
  g_assert_cmpfloat_with_epsilon (g_array_index (one, CapPoint, 0).x, 50, 0.001);
  g_assert_cmpfloat_with_epsilon (g_array_index (one, CapPoint, 0).y, 20, 0.001);
}

static void
test_none (void)
{
  const CapRect cell = { 0, 0, 100, 40 };
  double radius = 0;
  g_autoptr(GArray) none = cap_dots_place (&cell, 0, &radius);

  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/dots/inside", test_inside);
  g_test_add_func ("/chart/dots/middle", test_middle);
  g_test_add_func ("/chart/dots/none", test_none);

  return g_test_run ();
}
