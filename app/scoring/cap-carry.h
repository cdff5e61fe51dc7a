/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-framework-diff.h"
#include "model/cap-evaluation.h"

G_BEGIN_DECLS

/**
 * CapCarryFate:
 * @CAP_CARRY_KEPT: the answer holds as it is
 * @CAP_CARRY_REVIEW: the answer is taken over and marked *à revoir*
 * @CAP_CARRY_LEFT_REMOVED: nothing takes the criterion over
 * @CAP_CARRY_LEFT_SCALE: the levels are no longer the same ones
 * @CAP_CARRY_LEFT_CORE: it was *non concerné*, which a core criterion cannot be
 *
 * What becomes of an answer in another version. An answer that is left stays
 * in its own evaluation.
 */
typedef enum
{
  CAP_CARRY_KEPT,
  CAP_CARRY_REVIEW,
  CAP_CARRY_LEFT_REMOVED,
  CAP_CARRY_LEFT_SCALE,
  CAP_CARRY_LEFT_CORE,
} CapCarryFate;

/**
 * CapCarriedAnswer:
 * @before: (element-type CapCriterion): the criteria that were answered
 * @after: (nullable): the criterion that takes the answer over
 * @answer: (nullable): the answer to @after; %NULL when nothing is carried
 */
typedef struct
{
  CapCarryFate        fate;
  GPtrArray          *before;
  const CapCriterion *after;
  CapAnswer          *answer;
} CapCarriedAnswer;

/**
 * CapCarry:
 * @answers: (element-type CapCarriedAnswer): one for each criterion that had
 *   something to carry, in the order of the newer version; what is left last
 *
 * What an evaluation gives to the next one. Points into both frameworks.
 */
typedef struct
{
  CapFrameworkDiff *diff;
  GPtrArray        *answers;
  guint             n_kept;
  guint             n_review;
  guint             n_left;
} CapCarry;

CapCarry   *cap_carry_new            (const CapEvaluation *before,
                                      CapFramework        *after,
                                      CapMode              mode) G_GNUC_WARN_UNUSED_RESULT;
void        cap_carry_free           (CapCarry            *self);
void        cap_carry_apply          (const CapCarry      *self,
                                      CapEvaluation       *evaluation);
const char *cap_carry_fate_to_text   (CapCarryFate         fate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCarry, cap_carry_free)

G_END_DECLS
