/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-group.h"

G_BEGIN_DECLS

/**
 * CapSampleShare:
 * @label: (nullable): the category in the words of its first site
 * @n_sites: how many sites are of it
 * @n_sampled: how many of those are in the sample so far
 */
typedef struct
{
  const char *label;
  guint       n_sites;
  guint       n_sampled;
} CapSampleShare;

/* What comes first is asked first. */
typedef enum
{
  CAP_ORDER_BY_CYCLE,
  CAP_ORDER_BY_DAY,
  CAP_ORDER_BY_CATEGORY,
  CAP_ORDER_BY_NONCONFORMITIES,
  CAP_ORDER_BY_STAFF,
  CAP_ORDER_BY_CODE,
} CapSampleCriterion;

/* A site that may be chosen, with its category. */
typedef struct
{
  const CapGroupSite   *site;
  const CapSampleShare *share;
} CapSampleCandidate;

int   cap_sample_candidate_compare    (const CapSampleCandidate *one,
                                       const CapSampleCandidate *other,
                                       CapSampleCriterion       *criterion);
char *cap_sample_candidate_dup_reason (const CapSampleCandidate *self,
                                       const CapSampleCandidate *next) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
