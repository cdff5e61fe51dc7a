/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-certification.h"

void
cap_sampling_rules_free (CapSamplingRules *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_free (self);
}

void
cap_cycle_rules_free (CapCycleRules *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_free (self->alerts);
  g_free (self);
}

void
cap_audit_time_rules_free (CapAuditTimeRules *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_array_unref (self->points);
  g_free (self);
}
