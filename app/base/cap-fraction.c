/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-fraction.h"

#include <gmp.h>

struct _CapFraction
{
  mpq_t value;
};

/* GMP takes C longs; they are 64 bits wide on every platform that we build on. */
G_STATIC_ASSERT (sizeof (long) == sizeof (gint64));

/**
 * cap_fraction_new:
 * @denominator: not 0
 *
 * Returns: (transfer full): @numerator / @denominator
 */
CapFraction *
cap_fraction_new (gint64 numerator,
                  gint64 denominator)
{
  CapFraction *self;

  g_return_val_if_fail (denominator != 0, NULL);

  self = g_new (CapFraction, 1);
  mpq_init (self->value);
  mpz_set_si (mpq_numref (self->value), numerator);
  mpz_set_si (mpq_denref (self->value), denominator);
  mpq_canonicalize (self->value);

  return self;
}

CapFraction *
cap_fraction_copy (const CapFraction *self)
{
  CapFraction *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (CapFraction, 1);
  mpq_init (copy->value);
  mpq_set (copy->value, self->value);

  return copy;
}

void
cap_fraction_free (CapFraction *self)
{
  g_return_if_fail (self != NULL);

  mpq_clear (self->value);
  g_free (self);
}

void
cap_fraction_add (CapFraction       *self,
                  const CapFraction *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  mpq_add (self->value, self->value, other->value);
}

void
cap_fraction_multiply (CapFraction *self,
                       gint64       factor)
{
  g_autoptr(CapFraction) by = cap_fraction_new (factor, 1);

  g_return_if_fail (self != NULL);

  mpq_mul (self->value, self->value, by->value);
}

void
cap_fraction_divide (CapFraction *self,
                     gint64       divisor)
{
  g_autoptr(CapFraction) by = cap_fraction_new (divisor, 1);

  g_return_if_fail (self != NULL);
  g_return_if_fail (divisor != 0);

  mpq_div (self->value, self->value, by->value);
}

/**
 * cap_fraction_compare:
 *
 * Returns: negative, zero or positive, as @self is below, equal to or above
 *   @other
 */
int
cap_fraction_compare (const CapFraction *self,
                      const CapFraction *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, 0);

  return mpq_cmp (self->value, other->value);
}

/**
 * cap_fraction_round:
 *
 * Returns: the nearest integer, halves upwards: ⌊x + ½⌋
 */
int
cap_fraction_round (const CapFraction *self)
{
  mpz_t doubled;
  mpz_t divisor;
  int rounded;

  g_return_val_if_fail (self != NULL, 0);

  mpz_init_set (doubled, mpq_numref (self->value));
  mpz_init_set (divisor, mpq_denref (self->value));
  mpz_mul_ui (doubled, doubled, 2);
  mpz_add (doubled, doubled, divisor);
  mpz_mul_ui (divisor, divisor, 2);
  mpz_fdiv_q (doubled, doubled, divisor);
  rounded = (int) mpz_get_si (doubled);
  mpz_clear (doubled);
  mpz_clear (divisor);

  return rounded;
}

/**
 * cap_fraction_to_string:
 *
 * Returns: (transfer full): “245/4”, or “100” for an integer
 */
char *
cap_fraction_to_string (const CapFraction *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_malloc (mpz_sizeinbase (mpq_numref (self->value), 10) +
                   mpz_sizeinbase (mpq_denref (self->value), 10) + 3);

  return mpq_get_str (g_steal_pointer (&text), 10, self->value);
}
