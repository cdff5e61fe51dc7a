/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-radar.h"

static void
assert_point (CapPoint point,
              double   x,
              double   y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, y, 1e-9);
}

static void
test_four_axes (void)
{
  CapRadar radar = cap_radar_fit (300, 200, 20, 4);

  g_assert_cmpfloat_with_epsilon (radar.radius, 80, 1e-9);
  assert_point (cap_radar_get_vertex (&radar, 0, 100), 150, 20);
  assert_point (cap_radar_get_vertex (&radar, 1, 50), 190, 100);
  assert_point (cap_radar_get_vertex (&radar, 2, 125), 150, 200);
  assert_point (cap_radar_get_vertex (&radar, 3, 0), 150, 100);
}

static void
test_polygon (void)
{
  CapRadar radar = cap_radar_fit (200, 200, 0, 4);
  CapPoint points[4];

  cap_radar_get_polygon (&radar, (double[]) { 100, 140, -1, 50 }, points);
  assert_point (points[0], 100, 0);
  assert_point (points[1], 200, 100);
  assert_point (points[2], 100, 100);
  assert_point (points[3], 50, 100);

  cap_radar_get_ring (&radar, 50, points);
  assert_point (points[1], 150, 100);
}

static void
test_too_small (void)
{
  CapRadar radar = cap_radar_fit (30, 30, 40, 4);

  assert_point (cap_radar_get_vertex (&radar, 1, 100), 15, 15);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/radar/four-axes", test_four_axes);
  g_test_add_func ("/chart/radar/polygon", test_polygon);
  g_test_add_func ("/chart/radar/too-small", test_too_small);

  return g_test_run ();
}
