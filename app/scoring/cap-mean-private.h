/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapMean:
 *
 * A mean in the making: Σ weight × value and Σ weight.
 */
typedef struct
{
  CapFraction *sum;
  gint64       weight;
} CapMean;

void         cap_mean_init    (CapMean           *self);
void         cap_mean_add     (CapMean           *self,
                               const CapFraction *value,
                               int                weight);
/* Takes the sum. NULL when there was nothing to average. */
CapFraction *cap_mean_finish  (CapMean           *self) G_GNUC_WARN_UNUSED_RESULT;

void         cap_coverage_add (CapCoverage       *total,
                               const CapCoverage *part);
/* Takes @exact; the coverage is known already. */
void         cap_score_set    (CapScore          *score,
                               CapFraction       *exact);

G_END_DECLS
