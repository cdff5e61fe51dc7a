/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-fraction.h"

#include <string.h>

static void
test_lowest_terms (void)
{
  static const struct { gint64 numerator, denominator; const char *text; int rounded; } cases[] = {
    { 0, 7, "0", 0 },
    { 400, 4, "100", 100 },
    { 980, 16, "245/4", 61 },
    { 1, 2, "1/2", 1 },
    { 123, 2, "123/2", 62 },
    { 121, 2, "121/2", 61 },
    { -1, 2, "-1/2", 0 },
    { 199, 400, "199/400", 0 },
    { G_MAXINT64, G_MAXINT64, "1", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapFraction) fraction = cap_fraction_new (cases[i].numerator, cases[i].denominator);
      g_autofree char *text = cap_fraction_to_string (fraction);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (cap_fraction_round (fraction), ==, cases[i].rounded);
    }
}

/* 1/1 + 1/2 + … + 1/100 does not fit in 64 bits. */
static void
test_grows (void)
{
  g_autoptr(CapFraction) sum = cap_fraction_new (0, 1);
  g_autofree char *text = NULL;

  for (gint64 i = 1; i <= 100; i++)
    {
      g_autoptr(CapFraction) term = cap_fraction_new (1, i);

      cap_fraction_add (sum, term);
    }

  cap_fraction_multiply (sum, 100);
  text = cap_fraction_to_string (sum);
  g_assert_cmpuint (strlen (text), >, 60);
  g_assert_cmpint (cap_fraction_round (sum), ==, 519);
}

static void
test_compare (void)
{
  g_autoptr(CapFraction) third = cap_fraction_new (1, 3);
  g_autoptr(CapFraction) same = cap_fraction_new (2, 3);

  cap_fraction_divide (same, 2);
  g_assert_cmpint (cap_fraction_compare (third, same), ==, 0);
  cap_fraction_multiply (same, 2);
  g_assert_cmpint (cap_fraction_compare (third, same), <, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/fraction/lowest-terms", test_lowest_terms);
  g_test_add_func ("/base/fraction/grows", test_grows);
  g_test_add_func ("/base/fraction/compare", test_compare);

  return g_test_run ();
}
