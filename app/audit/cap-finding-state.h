/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapFindingState:
 * @CAP_FINDING_OPENED: raised
 * @CAP_FINDING_ANALYSED: its causes are known
 * @CAP_FINDING_TREATED: what will be done is decided, and is being done
 * @CAP_FINDING_TO_CHECK: it is done; whether it worked is to be seen
 * @CAP_FINDING_SETTLED: it worked, or nothing was to be done
 *
 * Where a finding stands, in order; as the choices of its field.
 */
typedef enum
{
  CAP_FINDING_OPENED,
  CAP_FINDING_ANALYSED,
  CAP_FINDING_TREATED,
  CAP_FINDING_TO_CHECK,
  CAP_FINDING_SETTLED,
} CapFindingState;

#define CAP_N_FINDING_STATES (CAP_FINDING_SETTLED + 1)

/**
 * CapFindingGap:
 *
 * What a step waits for; a set of them is a mask of 1 << gap.
 */
typedef enum
{
  CAP_GAP_FACT,
  CAP_GAP_CONSEQUENCE,
  CAP_GAP_EXPECTED,
  CAP_GAP_REQUIREMENT,
  CAP_GAP_CAUSE,
  CAP_GAP_ACTION,
  CAP_GAP_CORRECTION,
  CAP_GAP_OPEN_ACTION,
  CAP_GAP_CHECK_PLAN,
  CAP_GAP_CHECK,
  CAP_GAP_NOT_EFFECTIVE,
  CAP_GAP_SIMILAR,
  CAP_GAP_ANSWER,
} CapFindingGap;

#define CAP_N_FINDING_GAPS (CAP_GAP_ANSWER + 1)

/**
 * CapFindingFacts:
 * @nonconformity: whether a requirement is not met
 * @strength: whether it is a strong point, which nothing is to be done about
 * @has_requirement: a clause or a criterion is named
 * @has_cause: the root cause is written
 * @has_action: an action of the plan comes from it, or it is said why none does
 * @has_open_action: one of them is still to be done
 * @is_corrected: the correction has its day
 * @has_check_plan: when and how its effectiveness is looked at
 * @is_checked: the day and the verdict of that look are written
 * @is_effective: the verdict is good
 * @has_similar: similar cases were looked for
 * @has_answer: what is done about it, or why nothing is, for what is no nonconformity
 *
 * All that its steps depend on.
 */
typedef struct
{
  gboolean nonconformity;
  gboolean strength;
  gboolean has_fact;
  gboolean has_consequence;
  gboolean has_expected;
  gboolean has_requirement;
  gboolean has_cause;
  gboolean has_action;
  gboolean has_open_action;
  gboolean is_corrected;
  gboolean has_check_plan;
  gboolean is_checked;
  gboolean is_effective;
  gboolean has_similar;
  gboolean has_answer;
} CapFindingFacts;

const char      *cap_finding_state_to_name   (CapFindingState        self);
CapFindingState  cap_finding_state_from_name (const char            *name);

gboolean         cap_finding_state_leads_to  (CapFindingState        self,
                                              CapFindingState        next,
                                              const CapFindingFacts *facts);
guint            cap_finding_state_get_gaps  (CapFindingState        self,
                                              CapFindingState        next,
                                              const CapFindingFacts *facts);
CapFindingState  cap_finding_state_get_next  (CapFindingState        self,
                                              const CapFindingFacts *facts);
CapFindingState  cap_finding_state_get_back  (CapFindingState        self);

G_END_DECLS
