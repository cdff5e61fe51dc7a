/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-risk-grid.h"

static CapRiskGrid
make_grid (void)
{
  return cap_risk_grid_fit ((CapRect) { 10, 20, 460, 300 }, 60, 40, 4, 14, (CapPoint) { 28, 14 });
}

static void
test_cells (void)
{
  CapRiskGrid grid = make_grid ();
  CapRect worst = cap_risk_grid_get_cell (&grid, 4, 4);
  CapRect least = cap_risk_grid_get_cell (&grid, 1, 1);

  g_assert_cmpfloat_with_epsilon (worst.width, 97, 1e-9);
  g_assert_cmpfloat_with_epsilon (worst.height, 62, 1e-9);
  g_assert_cmpfloat_with_epsilon (worst.x + worst.width, 470, 1e-9);
  g_assert_cmpfloat_with_epsilon (worst.y, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (least.x, 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (least.y + least.height, 280, 1e-9);
}

/* Codes stay in their cell and apart, up to what there is room for; then the last one counts. */
static void
test_chips (void)
{
  CapRiskGrid grid = make_grid ();
  CapRect cell = cap_risk_grid_get_cell (&grid, 2, 3);
  guint room = cap_risk_grid_get_room (&grid);

  g_assert_cmpuint (room, ==, 6);
  for (guint i = 0; i < room; i++)
    {
      CapRect chip = cap_risk_grid_get_chip (&grid, 2, 3, i);

      g_assert_cmpfloat (chip.x, >, cell.x);
      g_assert_cmpfloat (chip.y, >=, cell.y + grid.head);
      g_assert_cmpfloat (chip.x + chip.width, <, cell.x + cell.width);
      g_assert_cmpfloat (chip.y + chip.height, <, cell.y + cell.height);
      for (guint j = 0; j < i; j++)
        {
          CapRect other = cap_risk_grid_get_chip (&grid, 2, 3, j);

          g_assert_true (chip.x >= other.x + other.width || chip.y >= other.y + other.height);
        }
    }

  g_assert_cmpuint (cap_risk_grid_get_shown (&grid, 0), ==, 0);
  g_assert_cmpuint (cap_risk_grid_get_shown (&grid, 6), ==, 6);
  g_assert_cmpuint (cap_risk_grid_get_shown (&grid, 7), ==, 5);
}

/* A grid that has no room still shows one code, or counts them. */
static void
test_narrow (void)
{
  CapRiskGrid grid = cap_risk_grid_fit ((CapRect) { 0, 0, 90, 60 }, 20, 10, 2, 10, (CapPoint) { 28, 14 });

  g_assert_cmpuint (cap_risk_grid_get_room (&grid), ==, 1);
  g_assert_cmpuint (cap_risk_grid_get_shown (&grid, 2), ==, 0);
  g_assert_cmpfloat (cap_risk_grid_get_chip (&grid, 1, 1, 0).width, <, 28);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/risk-grid/cells", test_cells);
  g_test_add_func ("/chart/risk-grid/chips", test_chips);
  g_test_add_func ("/chart/risk-grid/narrow", test_narrow);

  return g_test_run ();
}
