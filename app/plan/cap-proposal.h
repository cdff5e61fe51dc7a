/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"
#include "model/cap-plan-notes.h"
#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapProposal:
 * @criterion: the criterion that would progress; its code names the proposal
 * @level: present level
 * @target: level aimed at
 * @priority: (target − level) × weight × impact
 * @quick_win: little effort (1) for some impact (2 or 3)
 * @core: whether it is a core criterion
 * @urgent: whether it is one below the minimum
 * @step: (nullable): the step from the present level upwards, when the
 *   framework describes one
 * @service: (nullable): the service of the criterion when it is valid today,
 *   the first one of the objective that is otherwise
 * @set_aside: (nullable): the decision not to follow it, from when its level
 *   was higher; borrowed
 */
typedef struct
{
  const CapCriterion *criterion;
  int                 level;
  int                 target;
  int                 priority;
  gboolean            quick_win;
  gboolean            core;
  gboolean            urgent;
  const CapNextStep  *step;
  const CapService   *service;
  const CapSetAside  *set_aside;
} CapProposal;

/**
 * cap_proposals_list:
 * @photograph: the results; must outlive the proposals
 * @actions: (element-type CapAction): the plan
 * @set_asides: (nullable) (element-type CapSetAside): what was decided not to
 *   do; must outlive the proposals
 * @today: ISO 8601, for the validity of services
 *
 * Returns: (transfer full) (element-type CapProposal): what could enter the
 *   plan, best first: core criteria below
 *   the minimum, then by priority, then in
 *   framework order. Nothing for a criterion without level, for one that an
 *   open action has as its origin, nor for one that was set aside, unless its
 *   level went down since.
 */
GPtrArray   *cap_proposals_list       (const CapPhotograph *photograph,
                                       const GPtrArray     *actions,
                                       const GPtrArray     *set_asides,
                                       const char          *today) G_GNUC_WARN_UNUSED_RESULT;
const char  *cap_proposal_get_title   (const CapProposal   *self);
char        *cap_proposal_dup_reason  (const CapProposal   *self,
                                       const CapFramework  *framework) G_GNUC_WARN_UNUSED_RESULT;
CapAction   *cap_proposal_to_action   (const CapProposal   *self,
                                       const char          *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
