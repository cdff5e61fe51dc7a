/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-mean-private.h"

void
cap_mean_init (CapMean *self)
{
  self->sum = cap_fraction_new (0, 1);
  self->weight = 0;
}

void
cap_mean_add (CapMean           *self,
              const CapFraction *value,
              int                weight)
{
  g_autoptr(CapFraction) weighted = cap_fraction_copy (value);

  cap_fraction_multiply (weighted, weight);
  cap_fraction_add (self->sum, weighted);
  self->weight += weight;
}

CapFraction *
cap_mean_finish (CapMean *self)
{
  if (self->weight == 0)
    g_clear_pointer (&self->sum, cap_fraction_free);
  else
    cap_fraction_divide (self->sum, self->weight);

  return g_steal_pointer (&self->sum);
}

void
cap_coverage_add (CapCoverage       *total,
                  const CapCoverage *part)
{
  total->answered += part->answered;
  total->not_applicable += part->not_applicable;
  total->applicable += part->applicable;
  total->out_of_scope += part->out_of_scope;
}

void
cap_score_set (CapScore    *score,
               CapFraction *exact)
{
  score->exact = exact;
  score->percent = exact != NULL ? cap_fraction_round (exact) : -1;
  score->provisional = score->coverage.answered < score->coverage.applicable;
}
