/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "scoring/cap-carry.h"

G_BEGIN_DECLS

/**
 * CapCarryFinder:
 *
 * What the previous evaluation of a dossier answered, in the terms of the one
 * in course. Found once, and again when another evaluation or another framework
 * comes. Starts as zeros.
 */
typedef struct
{
  /*< private >*/
  CapCarry *carry;
  char     *key;
} CapCarryFinder;

const CapCarriedAnswer *cap_carry_finder_find  (CapCarryFinder *self,
                                                CapDossier     *dossier,
                                                const char     *code);
void                    cap_carry_finder_clear (CapCarryFinder *self);

G_END_DECLS
