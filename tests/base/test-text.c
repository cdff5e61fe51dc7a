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

static const struct
{
  const char *text;
  const char *folded;
} names[] = {
  { "", "" },
  { "  ", "" },
  { " Critère ", "critere" },
  { "CRITERE", "critere" },
  { "Mode d’emploi", "mode d'emploi" },
  { "à\302\240 partir\n de", "a partir de" },
};

static void
test_fold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folded = cap_text_fold (names[i].text);

      g_assert_cmpstr (folded, ==, names[i].folded);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/set-string", test_set_string);
  g_test_add_func ("/base/text/fold", test_fold);

  return g_test_run ();
}
