/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-short-code.h"

static void
test_code (void)
{
  static const struct { const char *digest; guint n_groups; const char *code; } cases[] = {
    { "0000000000000000", 3, "0000-0000-0000" },
    { "ffffffffffffffff", 3, "ZZZZ-ZZZZ-ZZZZ" },
    { "0000000001", 2, "0000-0001" },
    { "00443214c74254b635cf84653a56d7c675be77df", 8, "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = cap_short_code_of_hex (cases[i].digest, cases[i].n_groups);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

/* One bit of what the code stands for changes it. */
static void
test_every_bit (void)
{
  guint8 digest[8] = { 0x5a, 0x00, 0xff, 0x13, 0x37, 0xc0, 0xde, 0x42 };
  g_autofree char *code = cap_short_code_new (digest, sizeof digest, 3);

  for (guint bit = 0; bit < 60; bit++)
    {
      g_autofree char *other = NULL;

      digest[bit / 8] ^= (guint8) (0x80 >> bit % 8);
      other = cap_short_code_new (digest, sizeof digest, 3);
      g_assert_cmpstr (other, !=, code);
      digest[bit / 8] ^= (guint8) (0x80 >> bit % 8);
    }
}

static void
test_equal (void)
{
  g_assert_true (cap_short_code_equal ("7KQ4-9M20-XT1B", "7kq4 9m2o xtlb"));
  g_assert_true (cap_short_code_equal ("7KQ4-9M20-XT1B", "7KQ49M20XT1B-"));
  g_assert_false (cap_short_code_equal ("7KQ4-9M20-XT1B", "7KQ4-9M20-XT1C"));
  g_assert_false (cap_short_code_equal ("7KQ4-9M20-XT1B", "7KQ4-9M20-XT1"));
  g_assert_false (cap_short_code_equal ("7KQ4-9M20-XT1B", ""));
}

static void
test_hex (void)
{
  g_autoptr(GBytes) bytes = cap_hex_parse ("00ff7f", 3);
  g_autofree char *text = cap_hex_dup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, "00ff7f");
  g_assert_null (cap_hex_parse ("00FF7F", 3));
  g_assert_null (cap_hex_parse ("00ff7f", 2));
  g_assert_null (cap_hex_parse ("00ff7", 3));
  g_assert_null (cap_hex_parse ("00fg7f", 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/short-code/code", test_code);
  g_test_add_func ("/short-code/every-bit", test_every_bit);
  g_test_add_func ("/short-code/equal", test_equal);
  g_test_add_func ("/short-code/hex", test_hex);

  return g_test_run ();
}
