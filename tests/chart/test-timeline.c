/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-date.h"
#include "chart/cap-timeline.h"

static int
get_day (const char *iso)
{
  int day;

  g_assert_true (cap_date_to_days (iso, &day));

  return day;
}

static void
assert_near (double one,
             double other)
{
  g_assert_cmpfloat_with_epsilon (one, other, 1e-9);
}

static void
assert_point (CapPoint point,
              double   x,
              double   y)
{
  assert_near (point.x, x);
  assert_near (point.y, y);
}

static void
test_days (void)
{
  CapTimeline axis = cap_timeline_fit (get_day ("2027-01-01"), get_day ("2027-12-31"), 730);

  assert_near (axis.day_width, 2);
  assert_near (cap_timeline_get_width (&axis), 730);
  assert_near (cap_timeline_get_x (&axis, get_day ("2027-01-01")), 0);
  assert_near (cap_timeline_get_x (&axis, get_day ("2027-02-01")), 62);
  g_assert_cmpint (cap_timeline_get_day (&axis, 61.9), ==, get_day ("2027-01-31"));
  g_assert_cmpint (cap_timeline_get_day (&axis, 62), ==, get_day ("2027-02-01"));
  g_assert_cmpint (cap_timeline_get_day (&axis, -0.1), ==, get_day ("2026-12-31"));
}

static void
test_span (void)
{
  static const struct
  {
    CapPeriod   period;
    const char *first;
    const char *last;
  } cases[] = {
    { CAP_PERIOD_MONTH, "2027-11-01", "2028-02-29" },
    { CAP_PERIOD_QUARTER, "2027-10-01", "2028-03-31" },
    { CAP_PERIOD_YEAR, "2027-01-01", "2028-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int first = CAP_TIMELINE_NO_DAY;
      int last = CAP_TIMELINE_NO_DAY;

      cap_timeline_widen (&first, &last, CAP_TIMELINE_NO_DAY);
      g_assert_cmpint (first, ==, CAP_TIMELINE_NO_DAY);
      cap_timeline_widen (&first, &last, get_day ("2028-01-15"));
      cap_timeline_widen (&first, &last, get_day ("2027-11-30"));
      cap_timeline_widen (&first, &last, get_day ("2028-02-10"));
      cap_timeline_round (&first, &last, cases[i].period);
      g_assert_cmpint (first, ==, get_day (cases[i].first));
      g_assert_cmpint (last, ==, get_day (cases[i].last));
    }
}

static void
assert_tick (GArray     *ticks,
             guint       index,
             const char *day,
             double      x,
             double      width)
{
  const CapTimelineTick *tick = &g_array_index (ticks, CapTimelineTick, index);

  g_assert_cmpint (tick->day, ==, get_day (day));
  assert_near (tick->x, x);
  assert_near (tick->width, width);
}

static void
test_ticks (void)
{
  CapTimeline axis = cap_timeline_fit (get_day ("2027-12-01"), get_day ("2028-04-30"), 152);
  g_autoptr(GArray) all = cap_timeline_list_ticks (&axis, CAP_PERIOD_MONTH, 0, 152);
  g_autoptr(GArray) seen = cap_timeline_list_ticks (&axis, CAP_PERIOD_MONTH, 70, 92);
  g_autoptr(GArray) quarters = cap_timeline_list_ticks (&axis, CAP_PERIOD_QUARTER, 0, 152);
  g_autoptr(GArray) years = cap_timeline_list_ticks (&axis, CAP_PERIOD_YEAR, 0, 152);

  g_assert_cmpuint (all->len, ==, 5);
  assert_tick (all, 0, "2027-12-01", 0, 31);
  assert_tick (all, 2, "2028-02-01", 62, 29);
  g_assert_cmpuint (seen->len, ==, 2);
  assert_tick (seen, 0, "2028-02-01", 62, 29);
  assert_tick (seen, 1, "2028-03-01", 91, 31);
  g_assert_cmpuint (quarters->len, ==, 3);
  assert_tick (quarters, 0, "2027-10-01", -61, 92);
  g_assert_cmpuint (years->len, ==, 2);
  assert_tick (years, 1, "2028-01-01", 31, 366);
}

static void
test_period (void)
{
  g_assert_cmpint (cap_timeline_choose_period (&(CapTimeline) { 1, 9, 4 }, 100), ==, CAP_PERIOD_MONTH);
  g_assert_cmpint (cap_timeline_choose_period (&(CapTimeline) { 1, 9, 2 }, 100), ==, CAP_PERIOD_QUARTER);
  g_assert_cmpint (cap_timeline_choose_period (&(CapTimeline) { 1, 9, 1 }, 100), ==, CAP_PERIOD_YEAR);
}

static void
test_bars (void)
{
  CapTimeline axis = { 100, 200, 10 };
  CapRect whole = cap_timeline_get_bar (&axis, 110, 119, 4, 12);
  CapRect day = cap_timeline_get_bar (&axis, 110, 110, 4, 12);
  CapRect due = cap_timeline_get_bar (&axis, CAP_TIMELINE_NO_DAY, 110, 4, 12);
  CapRect start = cap_timeline_get_bar (&axis, 110, CAP_TIMELINE_NO_DAY, 4, 12);
  CapRect none = cap_timeline_get_bar (&axis, CAP_TIMELINE_NO_DAY, CAP_TIMELINE_NO_DAY, 4, 12);

  assert_near (whole.x, 100);
  assert_near (whole.width, 100);
  assert_near (whole.y, 4);
  assert_near (whole.height, 12);
  assert_near (day.x, 98);
  assert_near (day.width, 12);
  assert_near (due.x, 98);
  assert_near (due.width, 12);
  assert_near (start.x, 100);
  assert_near (start.width, 12);
  assert_near (none.width, 0);
}

static void
test_diamond (void)
{
  CapTimeline axis = { 100, 200, 10 };
  CapPoint points[4];

  cap_timeline_get_diamond (&axis, 110, 20, 6, points);
  assert_point (points[0], 105, 14);
  assert_point (points[1], 111, 20);
  assert_point (points[2], 105, 26);
  assert_point (points[3], 99, 20);
}

/* The parts must meet at the borders of the rows, whatever the way. */
static void
assert_links_meet (const CapTimeline     *axis,
                   const CapTimelineLink *link)
{
  const gboolean down = link->from_row < link->to_row;
  double x = 0;

  for (guint row = link->from_row; ; row += down ? 1 : -1)
    {
      CapPoint points[CAP_TIMELINE_MAX_PART];
      const guint n_points = cap_timeline_get_link_part (axis, link, row, 30, 8, points);

      g_assert_cmpuint (n_points, >=, 2);
      if (row != link->from_row)
        assert_point (points[0], x, down ? 0 : 30);
      if (row == link->to_row)
        {
          assert_point (points[n_points - 1], cap_timeline_get_x (axis, link->to_day), 15);
          break;
        }
      assert_near (points[n_points - 1].y, down ? 30 : 0);
      x = points[n_points - 1].x;
    }
}

static void
test_links (void)
{
  static const CapTimelineLink links[] = {
    { 2, 120, 5, 130 }, { 2, 120, 5, 110 }, { 2, 120, 3, 121 }, { 5, 120, 2, 130 }, { 5, 120, 4, 100 },
  };
  CapTimeline axis = { 100, 200, 10 };
  CapPoint points[CAP_TIMELINE_MAX_PART];

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    assert_links_meet (&axis, &links[i]);

  g_assert_cmpuint (cap_timeline_get_link_part (&axis, &links[0], 1, 30, 8, points), ==, 0);
  g_assert_cmpuint (cap_timeline_get_link_part (&axis, &links[0], 6, 30, 8, points), ==, 0);
  g_assert_cmpuint (cap_timeline_get_link_part (&axis, &links[0], 3, 30, 8, points), ==, 2);
  assert_point (points[0], 218, 0);
  assert_point (points[1], 218, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/timeline/days", test_days);
  g_test_add_func ("/chart/timeline/span", test_span);
  g_test_add_func ("/chart/timeline/ticks", test_ticks);
  g_test_add_func ("/chart/timeline/period", test_period);
  g_test_add_func ("/chart/timeline/bars", test_bars);
  g_test_add_func ("/chart/timeline/diamond", test_diamond);
  g_test_add_func ("/chart/timeline/links", test_links);

  return g_test_run ();
}
