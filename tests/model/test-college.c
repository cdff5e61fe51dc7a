/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-college.h"

static void
test_names (void)
{
  CapCollege college = CAP_COLLEGE_PARTENAIRES;

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      g_assert_true (cap_college_from_name (cap_college_to_name (i), &college));
      g_assert_cmpuint (college, ==, i);
      g_assert_cmpstr (cap_college_get_label (i), !=, "");
    }

  g_assert_false (cap_college_from_name ("Direction", &college));
  g_assert_false (cap_college_from_name ("", &college));
  g_assert_cmpuint (college, ==, CAP_COLLEGE_PARTENAIRES);
}

static void
test_codes (void)
{
  static const struct
  {
    CapCollege  college;
    guint       number;
    const char *code;
  } cases[] = {
    { CAP_COLLEGE_DIRECTION, 1, "D-01" },
    { CAP_COLLEGE_PERMANENTS, 9, "P-09" },
    { CAP_COLLEGE_PARCOURS, 10, "S-10" },
    { CAP_COLLEGE_BENEVOLES, 99, "B-99" },
    { CAP_COLLEGE_PARTENAIRES, 500, "X-500" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = cap_college_dup_code (cases[i].college, cases[i].number);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/college/names", test_names);
  g_test_add_func ("/model/college/codes", test_codes);

  return g_test_run ();
}
