/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-share.h"

/* Each is rounded once, from the exact rate: 43,9 does not go through 44. */
static void
test_rates (void)
{
  static const struct { guint part; guint whole; int percent; int permille; const char *text; } cases[] = {
    { 18, 41, 44, 439, "18 of 41 (43.9%)" },   /* published in 2014 */
    { 0, 7, 0, 0, "0 of 7 (0.0%)" },
    { 7, 7, 100, 1000, "7 of 7 (100.0%)" },
    { 1, 2000, 0, 1, "1 of 2000 (0.1%)" },     /* half a tenth goes up */
    { 1, 2001, 0, 0, "1 of 2001 (0.0%)" },
    { 89, 200, 45, 445, "89 of 200 (44.5%)" }, /* half a percent goes up */
    { 4449, 10000, 44, 445, "4449 of 10000 (44.5%)" },
    { G_MAXUINT, G_MAXUINT, 100, 1000, NULL },
    { 0, 0, CAP_RATE_NONE, CAP_RATE_NONE, "0 of 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CapShare share = { cases[i].part, cases[i].whole };
      g_autofree char *text = cap_share_dup_text (share);

      g_assert_cmpint (cap_share_get_percent (share), ==, cases[i].percent);
      g_assert_cmpint (cap_share_get_permille (share), ==, cases[i].permille);
      if (cases[i].text != NULL)
        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_texts (void)
{
  g_autofree char *percent = cap_share_dup_percent ((CapShare) { 18, 41 });
  g_autofree char *rate = cap_share_dup_rate ((CapShare) { 33, 100 });
  g_autofree char *nothing = cap_share_dup_rate ((CapShare) { 0 });

  g_assert_cmpstr (percent, ==, "44%");
  g_assert_cmpstr (rate, ==, "33.0%");
  g_assert_cmpstr (nothing, ==, "–");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/share/rates", test_rates);
  g_test_add_func ("/base/share/texts", test_texts);

  return g_test_run ();
}
