/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-sampling.h"

G_BEGIN_DECLS

/**
 * CapSampleSize:
 * @sites: besides the central function
 * @reduced: whether the system proved effective over the cycle
 * @minimum: what the formula gives
 * @random: how many of them are drawn at random
 * @extra: how many are added by hand
 * @reason: (nullable): why they are
 * @seed: (nullable): what the draw was made with
 * @drawn: (nullable) (element-type guint64): the places of the sites drawn, from 0
 *
 * How many sites are looked at: a size, before anyone says which ones.
 */
typedef struct
{
  guint64           sites;
  CapSamplingAudit  audit;
  gboolean          reduced;
  guint64           minimum;
  guint64           random;
  guint64           extra;
  const char       *reason;
  const guint64    *seed;
  const GArray     *drawn;
} CapSampleSize;

/* {"sites", "audit", "reduced", "minimum", "random", "central_function", "extra", "reason", "total",
 * "seed", "drawn", "indicative", "source"}: “drawn” holds numbers from 1; “reason”, “seed” and “drawn”
 * are null when there is none. */
char *cap_sample_json_write (const CapSampleSize    *size,
                             const CapSamplingRules *rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
