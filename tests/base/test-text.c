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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/set-string", test_set_string);

  return g_test_run ();
}
