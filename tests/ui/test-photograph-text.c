/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-photograph-text.h"

static CapScore
make_score (gint64 numerator,
            gint64 denominator,
            guint  answered,
            guint  applicable)
{
  CapScore score = {
    .percent = -1,
    .provisional = answered < applicable,
    .coverage = { .answered = answered, .applicable = applicable },
  };

  if (denominator != 0)
    {
      score.exact = cap_fraction_new (numerator, denominator);
      score.percent = cap_fraction_round (score.exact);
    }

  return score;
}

static void
test_names (void)
{
  static const struct
  {
    gint64      numerator;
    gint64      denominator;
    guint       answered;
    const char *expected;
  } cases[] = {
    { 245, 4, 4, "Identity: 61%, 4 of 4 criteria" },
    { 50, 1, 3, "Identity: 50%, provisional, 3 of 4 criteria" },
    { 0, 1, 4, "Identity: 0%, 4 of 4 criteria" },
    { 0, 0, 0, "Identity: no score yet, provisional, 0 of 4 criteria" },
    { 0, 0, 4, "Identity: no score yet, 4 of 4 criteria" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapScore score = make_score (cases[i].numerator, cases[i].denominator, cases[i].answered, 4);
      g_autofree char *name = cap_photograph_text_name ("Identity", &score);

      g_assert_cmpstr (name, ==, cases[i].expected);
      g_clear_pointer (&score.exact, cap_fraction_free);
    }
}

static void
test_evolution (void)
{
  static const struct
  {
    gint64      now;
    gint64      before;
    const char *expected;
  } cases[] = {
    { 61, 57, "▲ 4 points more than in 2024" },
    { 58, 57, "▲ 1 point more than in 2024" },
    { 57, 57, "= as in 2024" },
    { 56, 57, "▼ 1 point less than in 2024" },
    { 0, 57, "▼ 57 points less than in 2024" },
  };
  CapScore nothing = make_score (0, 0, 0, 4);
  CapScore something = make_score (61, 1, 4, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapScore now = make_score (cases[i].now, 1, 4, 4);
      CapScore before = make_score (cases[i].before, 1, 4, 4);
      g_autofree char *text = cap_photograph_text_evolution (&now, &before, "2024-06-12");

      g_assert_cmpstr (text, ==, cases[i].expected);
      g_clear_pointer (&now.exact, cap_fraction_free);
      g_clear_pointer (&before.exact, cap_fraction_free);
    }

  g_assert_null (cap_photograph_text_evolution (&something, &nothing, "2024-06-12"));
  g_assert_null (cap_photograph_text_evolution (&nothing, &something, "2024-06-12"));
  g_assert_null (cap_photograph_text_evolution (&something, NULL, NULL));
  g_clear_pointer (&something.exact, cap_fraction_free);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/photograph-text/names", test_names);
  g_test_add_func ("/ui/photograph-text/evolution", test_evolution);

  return g_test_run ();
}
