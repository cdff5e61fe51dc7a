/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapFraction:
 *
 * An exact rational number, always in lowest terms, of any size.
 */
typedef struct _CapFraction CapFraction;

CapFraction *cap_fraction_new        (gint64             numerator,
                                      gint64             denominator) G_GNUC_WARN_UNUSED_RESULT;
CapFraction *cap_fraction_copy       (const CapFraction *self) G_GNUC_WARN_UNUSED_RESULT;
void         cap_fraction_free       (CapFraction       *self);

void         cap_fraction_add        (CapFraction       *self,
                                      const CapFraction *other);
void         cap_fraction_multiply   (CapFraction       *self,
                                      gint64             factor);
void         cap_fraction_divide     (CapFraction       *self,
                                      gint64             divisor);
int          cap_fraction_compare    (const CapFraction *self,
                                      const CapFraction *other);
int          cap_fraction_round      (const CapFraction *self);
char        *cap_fraction_to_string  (const CapFraction *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFraction, cap_fraction_free)

G_END_DECLS
