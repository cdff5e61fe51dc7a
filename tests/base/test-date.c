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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/format", test_format);
  g_test_add_func ("/base/date/weekday", test_weekday);
  g_test_add_func ("/base/date/today", test_today);

  return g_test_run ();
}
