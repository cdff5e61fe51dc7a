/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-root.h"

__extension__ typedef unsigned __int128 Wide;

static const struct { guint numerator, denominator; } ratios[] = {
  { 1, 1 }, { 3, 5 }, { 4, 5 }, { 1, 4 }, { 3, 10 }, { 1, 1000 }, { 999, 1000 },
};

/* y is right if d²y² ≥ n²x, and y − 1 is not enough. */
static gboolean
is_root (guint64 y,
         guint64 x,
         guint   n,
         guint   d)
{
  const Wide wanted = (Wide) n * n * x;
  const Wide square = (Wide) y * y;
  const Wide before = y > 0 ? (Wide) (y - 1) * (y - 1) : 0;

  return square * d * d >= wanted && (y == 0 ? x == 0 : before * d * d < wanted);
}

static void
check_roots (guint64 x)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    g_assert_true (is_root (cap_root_round_up (x, ratios[i].numerator, ratios[i].denominator), x,
                            ratios[i].numerator, ratios[i].denominator));
}

static void
test_small_roots (void)
{
  for (guint64 x = 0; x <= 20000; x++)
    check_roots (x);
}

/* Around each power of two and each perfect square, where floating point goes wrong. */
static void
test_large_roots (void)
{
  for (guint bits = 10; bits < 64; bits++)
    {
      const guint64 power = G_GUINT64_CONSTANT (1) << bits;
      const guint64 root = G_GUINT64_CONSTANT (1) << bits / 2;

      for (int offset = -3; offset <= 3; offset++)
        {
          check_roots (power + (guint64) offset);
          check_roots ((root + 1) * (root - 1) + (guint64) offset);
        }
    }
  check_roots (G_MAXUINT64);
  g_assert_cmpuint (cap_root_round_up (G_MAXUINT64, 1, 1), ==, G_GUINT64_CONSTANT (1) << 32);
}

static void
test_products (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      const guint n = ratios[i].numerator;
      const guint d = ratios[i].denominator;

      for (guint64 x = 0; x < 5000; x++)
        {
          const guint64 far = G_MAXUINT64 - x;

          g_assert_cmpuint (cap_product_round_up (x, n, d), ==, (x * n + d - 1) / d);
          g_assert_true (cap_product_round_up (far, n, d) == (guint64) (((Wide) far * n + d - 1) / d));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/root/small", test_small_roots);
  g_test_add_func ("/base/root/large", test_large_roots);
  g_test_add_func ("/base/root/products", test_products);

  return g_test_run ();
}
