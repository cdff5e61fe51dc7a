/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-root.h"

#include <gmp.h>

/* GMP takes C longs; they are 64 bits wide on every platform that we build on. */
G_STATIC_ASSERT (sizeof (unsigned long) == sizeof (guint64));

/**
 * cap_root_round_up:
 * @numerator: n, at most @denominator
 * @denominator: d, not 0
 *
 * Exact for any @x: no floating point is involved. The smallest y with d²y² ≥ n²x is the smallest one
 * with y² ≥ ⌈n²x / d²⌉, since y² is whole.
 *
 * Returns: ⌈n/d · √x⌉
 */
guint64
cap_root_round_up (guint64 x,
                   guint   numerator,
                   guint   denominator)
{
  mpz_t square;
  guint64 root;

  g_return_val_if_fail (denominator > 0 && numerator <= denominator, 0);

  mpz_init_set_ui (square, x);
  mpz_mul_ui (square, square, (guint64) numerator * numerator);
  mpz_cdiv_q_ui (square, square, (guint64) denominator * denominator);
  if (mpz_sgn (square) == 0)
    {
      mpz_clear (square);
      return 0;
    }

  mpz_sub_ui (square, square, 1);
  mpz_sqrt (square, square);
  root = mpz_get_ui (square) + 1;
  mpz_clear (square);

  return root;
}

/**
 * cap_product_round_up:
 * @numerator: n, at most @denominator
 * @denominator: d, not 0
 *
 * Returns: ⌈n/d · x⌉, exact for any @x
 */
guint64
cap_product_round_up (guint64 x,
                      guint   numerator,
                      guint   denominator)
{
  const guint64 quotient = x / MAX (denominator, 1);
  const guint64 rest = x % MAX (denominator, 1);

  g_return_val_if_fail (denominator > 0 && numerator <= denominator, 0);

  return quotient * numerator + (rest * numerator + denominator - 1) / denominator;
}
