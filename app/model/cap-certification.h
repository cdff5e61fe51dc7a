/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapRatio:
 *
 * A coefficient, from 0 to 1.
 */
typedef struct
{
  guint numerator;
  guint denominator;
} CapRatio;

/**
 * CapSamplingRules:
 * @source: the document that they come from, and its edition
 * @initial: what the square root of the number of sites is multiplied by, at an initial audit
 * @surveillance: the same, each year
 * @recertification: the same, at the renewal
 * @recertification_reduced: the same, when the system proved effective over the cycle
 * @random: the part of a sample that is drawn at random
 * @without_sampling: the part of the sites seen each year where sampling is not appropriate
 * @widespread: the part of the sites seen from which a minor nonconformity is one of the group
 *
 * How many sites of a group a certifier looks at. Data: issues of IAF MD 1 differ.
 */
typedef struct
{
  char     *source;
  CapRatio  initial;
  CapRatio  surveillance;
  CapRatio  recertification;
  CapRatio  recertification_reduced;
  CapRatio  random;
  CapRatio  without_sampling;
  CapRatio  widespread;
} CapSamplingRules;

/**
 * CapCycleRules:
 * @source: the document that they come from, and its edition
 * @years: how long a certificate runs from the decision
 * @first_surveillance: within how many months of the decision the first surveillance is held
 * @surveillances: how many there are in a cycle, one a calendar year
 * @renewal_from: how many months before the expiry the renewal is best begun
 * @renewal_to: how many months before the expiry it is best over
 * @restoration: within how many months of the expiry a certificate can be restored
 * @major: within how many months of the last day of stage 2 a major nonconformity is lifted
 * @alerts: (array zero-terminated=1): how many months before a date one is reminded, the most first
 *
 * The dates of a certificate. Data: the certifier’s own rules come first.
 */
typedef struct
{
  char  *source;
  guint  years;
  guint  first_surveillance;
  guint  surveillances;
  guint  renewal_from;
  guint  renewal_to;
  guint  restoration;
  guint  major;
  guint *alerts;
} CapCycleRules;

/**
 * CapAuditTimePoint:
 * @staff: a number of people
 * @half_days: how long an initial audit of so many takes, both stages together
 */
typedef struct
{
  guint staff;
  guint half_days;
} CapAuditTimePoint;

/**
 * CapAuditTimeRules:
 * @source: the document that they come from
 * @points: (element-type CapAuditTimePoint): those that are known for sure, by staff; up to the first, an
 *   audit takes as long as there
 * @surveillance: the part of the initial time that a surveillance takes
 * @recertification: the part of it that a renewal takes
 * @sampled_site: what is left of the time of a site of a sample, at least
 *
 * How long an audit takes. Only what is published is here: the table of the document is not.
 */
typedef struct
{
  char     *source;
  GArray   *points;
  CapRatio  surveillance;
  CapRatio  recertification;
  CapRatio  sampled_site;
} CapAuditTimeRules;

void cap_sampling_rules_free   (CapSamplingRules  *self);
void cap_cycle_rules_free      (CapCycleRules     *self);
void cap_audit_time_rules_free (CapAuditTimeRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSamplingRules, cap_sampling_rules_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCycleRules, cap_cycle_rules_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapAuditTimeRules, cap_audit_time_rules_free)

G_END_DECLS
