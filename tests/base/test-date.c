/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-date.h"

static void
test_parse (void)
{
  static const struct { const char *text; const char *iso; } cases[] = {
    { "2027-03-12", "2027-03-12" },
    { " 2027-03-12 ", "2027-03-12" },
    { "12/03/2027", "2027-03-12" },
    { "1.3.2027", "2027-03-01" },
    { "12-03-2027", "2027-03-12" },
    { "29/02/2028", "2028-02-29" },
    { "29/02/2027", NULL },
    { "31/04/2027", NULL },
    { "2027-13-01", NULL },
    { "0000-01-01", NULL },
    { "12/03/27", NULL },
    { "12/03/2027x", NULL },
    { "demain", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = cap_date_parse (cases[i].text);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_format (void)
{
  g_autofree char *day = cap_date_format_long ("2026-11-20");
  g_autofree char *first = cap_date_format_long ("2026-05-01");
  g_autofree char *other = cap_date_format_long ("un jour");

  g_assert_cmpstr (day, ==, "20 November 2026");
  g_assert_cmpstr (first, ==, "1 May 2026");
  g_assert_cmpstr (other, ==, "un jour");
}

static void
test_format_short (void)
{
  g_autofree char *day = cap_date_format_short ("2026-11-05");
  g_autofree char *month = cap_date_format_month ("2026-11-05");
  g_autofree char *other = cap_date_format_short ("un jour");

  g_assert_cmpstr (day, ==, "2026-11-05");
  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (other, ==, "un jour");
}

static void
test_add_days (void)
{
  static const struct { const char *from; int days; const char *to; } cases[] = {
    { "2026-11-20", 0, "2026-11-20" },
    { "2026-11-20", 14, "2026-12-04" },
    { "2026-12-31", 1, "2027-01-01" },
    { "2028-02-28", 1, "2028-02-29" },
    { "2027-02-28", 1, "2027-03-01" },
    { "2028-03-01", -1, "2028-02-29" },
    { "2026-11-20", -60, "2026-09-21" },
    { "9999-12-31", 1, NULL },
    { "0001-01-01", -1, NULL },
    { "2027-02-29", 1, NULL },
    { "demain", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = cap_date_add_days (cases[i].from, cases[i].days);

      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

static void
test_add_months (void)
{
  static const struct { const char *from; int months; const char *to; } cases[] = {
    { "2026-11-20", 0, "2026-11-20" },
    { "2026-11-20", 1, "2026-12-20" },
    { "2026-11-20", 2, "2027-01-20" },
    { "2026-01-31", 1, "2026-02-28" },
    { "2028-01-31", 1, "2028-02-29" },
    { "2026-01-31", -1, "2025-12-31" },
    { "2026-01-15", -13, "2024-12-15" },
    { "2026-12-31", 12, "2027-12-31" },
    { "2028-02-29", 12, "2029-02-28" },
    { "9999-12-01", 1, NULL },
    { "hier", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = cap_date_add_months (cases[i].from, cases[i].months);

      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

/* Days follow each other, and the first of them is a Monday. */
static void
test_days (void)
{
  int first;
  int second;
  g_autofree char *back = NULL;

  g_assert_true (cap_date_to_days ("2027-12-31", &first));
  g_assert_true (cap_date_to_days ("2028-01-01", &second));
  g_assert_cmpint (second - first, ==, 1);
  g_assert_cmpint ((first - 1) % 7, ==, 4); /* a Friday */
  back = cap_date_from_days (second);
  g_assert_cmpstr (back, ==, "2028-01-01");
  g_assert_false (cap_date_to_days ("2027-02-29", &first));
}

static void
test_weekday (void)
{
  g_autofree char *day = cap_date_format_day ("2026-11-24");
  g_autofree char *first = cap_date_format_day ("2028-03-01");
  g_autofree char *leap = cap_date_format_day ("2028-02-29");
  g_autofree char *sunday = cap_date_format_day ("2027-01-03");
  g_autofree char *other = cap_date_format_day ("un jour");

  g_assert_cmpstr (day, ==, "Tuesday 24 November");
  g_assert_cmpstr (first, ==, "Wednesday 1 March");
  g_assert_cmpstr (leap, ==, "Tuesday 29 February");
  g_assert_cmpstr (sunday, ==, "Sunday 3 January");
  g_assert_cmpstr (other, ==, "un jour");
  g_assert_cmpstr (cap_date_get_weekday (0), ==, "Mon");
  g_assert_cmpstr (cap_date_get_weekday (6), ==, "Sun");
}

static void
test_today (void)
{
  g_autofree char *stopped = NULL;
  g_autofree char *today = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1795132800", TRUE);
  stopped = cap_date_dup_today ();
  g_assert_cmpstr (stopped, ==, "2026-11-20");

  g_unsetenv ("SOURCE_DATE_EPOCH");
  today = cap_date_dup_today ();
  g_assert_true (cap_date_is_valid (today));
}

static void
test_within (void)
{
  static const struct { const char *iso; const char *from; const char *to; gboolean within; } cases[] = {
    { "2026-11-20", NULL, NULL, TRUE },          { "2026-11-20", "2026-11-20", "2026-11-20", TRUE },
    { "2026-11-20", "2026-11-21", NULL, FALSE }, { "2026-11-20", NULL, "2026-11-19", FALSE },
    { "2026-11-20", "2026-01-01", NULL, TRUE },  { NULL, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cap_date_is_within (cases[i].iso, cases[i].from, cases[i].to), ==, cases[i].within);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/format", test_format);
  g_test_add_func ("/base/date/format-short", test_format_short);
  g_test_add_func ("/base/date/add-days", test_add_days);
  g_test_add_func ("/base/date/add-months", test_add_months);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/weekday", test_weekday);
  g_test_add_func ("/base/date/today", test_today);
  g_test_add_func ("/base/date/within", test_within);

  return g_test_run ();
}
