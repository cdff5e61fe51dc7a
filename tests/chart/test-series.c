/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-series.h"

#include <math.h>

#include "base/cap-date.h"

static const CapRect plot = { 10, 20, 200, 100 };

static int
day_of (const char *date)
{
  int day = 0;

  g_assert_true (cap_date_to_days (date, &day));

  return day;
}

static void
test_nice_axes (void)
{
  static const struct
  {
    double lowest;
    double highest;
    double low;
    double high;
    double step;
  } cases[] = {
    { 45, 62, 45, 65, 5 },
    { 0, 100, 0, 100, 50 },
    { 0, 80, 0, 80, 20 },
    { 3, 3, 2, 4, 1 },
    { 0, 0, 0, 1, 1 },
    { -3, -3, -4, -2, 1 },
    { -7, 12, -10, 15, 5 },
    { 1, 2, 1, 2, 1 },
    { 999, 100000, 0, 100000, 50000 },
    { 0.25, 0.5, 0, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapSeriesValue values[] = { { 100, cases[i].lowest }, { 200, cases[i].highest } };
      CapSeries series = cap_series_fit (plot, values, 2, NULL, 0, 1);

      g_assert_cmpfloat_with_epsilon (series.low, cases[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (series.high, cases[i].high, 1e-9);
      g_assert_cmpfloat_with_epsilon (series.step, cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (cap_series_get_tick (&series, cap_series_get_n_ticks (&series) - 1),
                                      series.high, 1e-9);
      g_assert_cmpuint (cap_series_get_n_ticks (&series), <=, 6);
    }
}

static void
test_marks_are_seen (void)
{
  CapSeriesValue values[] = { { 100, 45 }, { 150, 50 }, { 200, 48 } };
  CapSeries series = cap_series_fit (plot, values, 3, (double[]) { 60, 65 }, 2, 1);

  g_assert_cmpfloat (series.low, <=, 45);
  g_assert_cmpfloat (series.high, >=, 65);
}

static void
test_points (void)
{
  CapSeriesValue values[] = { { 100, 0 }, { 150, 20 }, { 200, 80 } };
  CapSeries series = cap_series_fit (plot, values, 3, NULL, 0, 1);
  CapPoint first = cap_series_get_point (&series, values[0]);
  CapPoint second = cap_series_get_point (&series, values[1]);
  CapPoint last = cap_series_get_point (&series, values[2]);

  g_assert_cmpfloat_with_epsilon (first.x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (first.y, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (second.x, 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (second.y, 95, 1e-9);
  g_assert_cmpfloat_with_epsilon (last.x, 210, 1e-9);
  g_assert_cmpfloat_with_epsilon (last.y, 20, 1e-9);
}

static void
test_one_value (void)
{
  CapSeriesValue value = { 100, 40 };
  CapSeries series = cap_series_fit (plot, &value, 1, NULL, 0, 1);
  CapPoint point = cap_series_get_point (&series, value);

  g_assert_cmpfloat_with_epsilon (point.x, 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, 70, 1e-9);
}

static void
test_no_value (void)
{
  CapSeries empty = cap_series_fit (plot, NULL, 0, NULL, 0, 1);
  CapSeries target = cap_series_fit (plot, NULL, 0, (double[]) { 60 }, 1, 1);

  g_assert_true (isfinite (cap_series_get_y (&empty, 0)));
  g_assert_cmpfloat_with_epsilon (cap_series_get_y (&target, 60), 70, 1e-9);
}

static void
test_band (void)
{
  CapSeriesValue values[] = { { 100, 0 }, { 200, 80 } };
  CapSeries series = cap_series_fit (plot, values, 2, NULL, 0, 1);
  CapRect inside = cap_series_get_band (&series, 40, 60);
  CapRect open = cap_series_get_band (&series, 60, INFINITY);
  CapRect outside = cap_series_get_band (&series, 90, 100);

  g_assert_cmpfloat_with_epsilon (inside.y, 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (inside.height, 25, 1e-9);
  g_assert_cmpfloat_with_epsilon (inside.width, 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (open.y, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (open.height, 25, 1e-9);
  g_assert_cmpfloat_with_epsilon (outside.height, 0, 1e-9);
}

static void
test_days (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    guint       n_most;
    const char *ticks;
  } cases[] = {
    { "2026-01-31", "2026-05-31", 6, "2026-02-01 2026-03-01 2026-04-01 2026-05-01 " },
    { "2024-09-30", "2026-09-30", 4, "2025-01-01 2025-07-01 2026-01-01 2026-07-01 " },
    { "2024-09-30", "2026-09-30", 2, "2025-01-01 2026-01-01 " },
    { "2019-06-30", "2026-09-30", 4, "2020-01-01 2022-01-01 2024-01-01 2026-01-01 " },
    { "2026-01-02", "2026-01-20", 4, "" },
    { "2026-01-01", "2026-12-31", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapSeries series = { .first_day = day_of (cases[i].first), .last_day = day_of (cases[i].last) };
      g_autoptr(GArray) days = cap_series_list_days (&series, cases[i].n_most);
      g_autoptr(GString) ticks = g_string_new (NULL);

      for (guint j = 0; j < days->len; j++)
        {
          g_autofree char *date = cap_date_from_days (g_array_index (days, int, j));

          g_string_append_printf (ticks, "%s ", date);
        }
      g_assert_cmpstr (ticks->str, ==, cases[i].ticks);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/series/nice-axes", test_nice_axes);
  g_test_add_func ("/chart/series/marks-are-seen", test_marks_are_seen);
  g_test_add_func ("/chart/series/points", test_points);
  g_test_add_func ("/chart/series/one-value", test_one_value);
  g_test_add_func ("/chart/series/no-value", test_no_value);
  g_test_add_func ("/chart/series/band", test_band);
  g_test_add_func ("/chart/series/days", test_days);

  return g_test_run ();
}
