/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-date.h"
#include "chart/cap-month-grid.h"

static int
get_day (const char *iso)
{
  int day;

  g_assert_true (cap_date_to_days (iso, &day));

  return day;
}

static void
test_months (void)
{
  static const struct
  {
    const char *day;
    const char *first;
    guint       n_weeks;
    const char *month_first;
    const char *month_last;
  } cases[] = {
    { "2026-11-24", "2026-10-26", 6, "2026-11-01", "2026-11-30" },
    { "2026-12-31", "2026-11-30", 5, "2026-12-01", "2026-12-31" },
    { "2027-01-01", "2026-12-28", 5, "2027-01-01", "2027-01-31" },
    { "2027-02-15", "2027-02-01", 4, "2027-02-01", "2027-02-28" },
    { "2028-02-29", "2028-01-31", 5, "2028-02-01", "2028-02-29" },
    { "2100-02-28", "2100-02-01", 4, "2100-02-01", "2100-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapMonthGrid grid = cap_month_grid_around (get_day (cases[i].day));

      g_assert_cmpint (grid.first, ==, get_day (cases[i].first));
      g_assert_cmpuint (grid.n_weeks, ==, cases[i].n_weeks);
      g_assert_cmpint (grid.month_first, ==, get_day (cases[i].month_first));
      g_assert_cmpint (grid.month_last, ==, get_day (cases[i].month_last));
    }
}

static void
test_find (void)
{
  CapMonthGrid grid = cap_month_grid_around (get_day ("2028-02-10"));
  guint week = 9;
  guint weekday = 9;

  g_assert_true (cap_month_grid_find (&grid, get_day ("2028-02-29"), &week, &weekday));
  g_assert_cmpuint (week, ==, 4);
  g_assert_cmpuint (weekday, ==, 1);
  g_assert_cmpint (cap_month_grid_get_day (&grid, week, weekday), ==, get_day ("2028-02-29"));
  g_assert_true (cap_month_grid_find (&grid, get_day ("2028-03-05"), NULL, NULL));
  g_assert_false (cap_month_grid_find (&grid, get_day ("2028-03-06"), NULL, NULL));
  g_assert_false (cap_month_grid_find (&grid, get_day ("2028-01-30"), NULL, NULL));
  g_assert_true (cap_month_grid_has (&grid, get_day ("2028-02-29")));
  g_assert_false (cap_month_grid_has (&grid, get_day ("2028-03-01")));
  g_assert_false (cap_month_grid_has (&grid, get_day ("2028-01-31")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/month-grid/months", test_months);
  g_test_add_func ("/chart/month-grid/find", test_find);

  return g_test_run ();
}
