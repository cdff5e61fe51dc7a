/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-text.h"

static void
test_set_string (void)
{
  g_autofree char *field = NULL;

  g_assert_false (cap_set_string (&field, NULL));

  g_assert_true (cap_set_string (&field, "dossier"));
  g_assert_cmpstr (field, ==, "dossier");
  g_assert_false (cap_set_string (&field, "dossier"));

  g_assert_true (cap_set_string (&field, field + strlen ("dos")));
  g_assert_cmpstr (field, ==, "sier");

  g_assert_true (cap_set_string (&field, NULL));
  g_assert_null (field);
}

static void
test_fold (void)
{
  static const struct { const char *text; const char *folded; } cases[] = {
    { "", "" },
    { "  \u00c9cart\u00a0! ", "ecart" },
    { "E\u0301cart", "ecart" },
    { "C\u0152UR de M\u00c9TIER", "coeur de metier" },
    { "auto-\u00e9valuation de l\u2019ann\u00e9e", "auto evaluation de l annee" },
    { "ISO\u202f9001", "iso 9001" },
    { "salari\u00e9\u00b7e", "salarie e" },
    { "\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cap_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_lower_first (void)
{
  static const struct { const char *text; const char *lowered; } cases[] = {
    { "", "" },
    { "Risk or opportunity", "risk or opportunity" },
    { "\u00c9cart", "\u00e9cart" },
    { "\u00c9", "\u00e9" },
    { "PDCA wheel", "PDCA wheel" },
    { "\u00c9CART", "\u00c9CART" },
    { "d\u00e9j\u00e0 petit", "d\u00e9j\u00e0 petit" },
    { "\xff", "\xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lowered = cap_text_dup_lower_first (cases[i].text);

      g_assert_cmpstr (lowered, ==, cases[i].lowered);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/set-string", test_set_string);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/lower-first", test_lower_first);

  return g_test_run ();
}
