/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapStanding:
 * @CAP_STANDING_MISSING: nothing is there
 * @CAP_STANDING_OUTDATED: something is, past its date
 * @CAP_STANDING_WEAK: something is, not finished or not enough
 * @CAP_STANDING_THERE: what is expected is there
 * @CAP_STANDING_NOT_APPLICABLE: not expected, with a reason
 *
 * Where something that an audit expects stands; from worst to best, so that of
 * two things that answer the same question the best one is the greater.
 */
typedef enum
{
  CAP_STANDING_MISSING,
  CAP_STANDING_OUTDATED,
  CAP_STANDING_WEAK,
  CAP_STANDING_THERE,
  CAP_STANDING_NOT_APPLICABLE,
} CapStanding;

#define CAP_N_STANDINGS (CAP_STANDING_NOT_APPLICABLE + 1)

const char *cap_standing_to_name   (CapStanding self);
const char *cap_standing_get_label (CapStanding self);

G_END_DECLS
