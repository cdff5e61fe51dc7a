/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-certification.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapCycleState:
 * @CAP_CYCLE_TO_COME: nobody decided yet, or the day of the decision is to come
 * @CAP_CYCLE_RESTORABLE: expired, and there is still time to restore it
 * @CAP_CYCLE_LAPSED: expired for good: it takes a new certificate
 */
typedef enum
{
  CAP_CYCLE_TO_COME,
  CAP_CYCLE_VALID,
  CAP_CYCLE_SUSPENDED,
  CAP_CYCLE_RESTORABLE,
  CAP_CYCLE_LAPSED,
  CAP_CYCLE_WITHDRAWN,
} CapCycleState;

#define CAP_N_CYCLE_STATES (CAP_CYCLE_WITHDRAWN + 1)

/**
 * CapMilestoneStanding:
 * @CAP_MILESTONE_LATE: its last day is past
 * @CAP_MILESTONE_OPEN: it is between its days
 * @CAP_MILESTONE_AHEAD: its first day is to come
 */
typedef enum
{
  CAP_MILESTONE_HELD,
  CAP_MILESTONE_LATE,
  CAP_MILESTONE_OPEN,
  CAP_MILESTONE_AHEAD,
} CapMilestoneStanding;

#define CAP_N_MILESTONE_STANDINGS (CAP_MILESTONE_AHEAD + 1)

/**
 * CapMilestone:
 * @surveillance: which one it is, from 1; 0 is the renewal
 * @first: the first day it can be held
 * @best: until when it is best held: for the renewal, before @last
 * @last: the last day for it
 * @held: (nullable): the day it was held
 *
 * Something that a certificate asks for. Days are ISO 8601.
 */
typedef struct
{
  guint                 surveillance;
  char                 *first;
  char                 *best;
  char                 *last;
  char                 *held;
  CapMilestoneStanding  standing;
} CapMilestone;

/**
 * CapCertificateCycle:
 * @number: 1 is the first cycle of the certificate, 2 the one after its first renewal
 * @start: (nullable): the day that the current cycle was decided
 * @expiry: (nullable): its last day
 * @restorable: (nullable): the last day to restore it once it expired
 * @since: (nullable): the day that it was suspended or withdrawn, when it is
 * @milestones: (element-type CapMilestone): of the current cycle, in order
 *
 * Where a certificate is on a given day. Days are %NULL when there is no decision.
 */
typedef struct
{
  CapCycleState  state;
  guint          number;
  char          *start;
  char          *expiry;
  char          *restorable;
  char          *since;
  GPtrArray     *milestones;
} CapCertificateCycle;

CapCertificateCycle *cap_certificate_cycle_new      (const CapRecord           *certificate,
                                                     const GPtrArray           *events,
                                                     const CapCycleRules       *rules,
                                                     const char                *today)
                                                     G_GNUC_WARN_UNUSED_RESULT;
CapCertificateCycle *cap_certificate_cycle_find     (const CapDossier          *dossier,
                                                     const CapRecord           *certificate,
                                                     const CapCycleRules       *rules,
                                                     const char                *today)
                                                     G_GNUC_WARN_UNUSED_RESULT;
void                 cap_certificate_cycle_free     (CapCertificateCycle       *self);

gboolean             cap_certificate_cycle_runs     (const CapCertificateCycle *self);
const CapMilestone  *cap_certificate_cycle_get_next (const CapCertificateCycle *self);

guint                cap_cycle_get_alert            (const CapCycleRules       *rules,
                                                     const char                *day,
                                                     const char                *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCertificateCycle, cap_certificate_cycle_free)

G_END_DECLS
