/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapSetAsideKind:
 * @CAP_SET_ASIDE_PROPOSAL: a proposal of an action
 * @CAP_SET_ASIDE_RATING: a proposal of a new level, once the action had its effect
 */
typedef enum
{
  CAP_SET_ASIDE_PROPOSAL,
  CAP_SET_ASIDE_RATING,
} CapSetAsideKind;

/**
 * CapSetAside:
 * @criterion: code of the criterion it is about
 * @level: the level that the criterion had then
 * @reason: never empty
 * @date: ISO 8601
 *
 * A proposal that people decided not to follow, and why. It holds while the
 * criterion is at this level: a worse one is proposed anew.
 */
typedef struct
{
  CapSetAsideKind  kind;
  char            *criterion;
  int              level;
  char            *reason;
  char            *date;
} CapSetAside;

/**
 * CapPlanReview:
 * @id: UUID
 * @date: ISO 8601
 * @note: (nullable): what was said
 *
 * A day when the plan was gone through: progress is told from one to the next.
 */
typedef struct
{
  char *id;
  char *date;
  char *note;
} CapPlanReview;

CapSetAside   *cap_set_aside_new          (CapSetAsideKind      kind,
                                           const char          *criterion,
                                           int                  level,
                                           const char          *reason,
                                           const char          *date) G_GNUC_WARN_UNUSED_RESULT;
CapSetAside   *cap_set_aside_copy         (const CapSetAside   *self) G_GNUC_WARN_UNUSED_RESULT;
void           cap_set_aside_free         (CapSetAside         *self);
const char    *cap_set_aside_kind_to_name (CapSetAsideKind      kind);

CapPlanReview *cap_plan_review_new        (const char          *id,
                                           const char          *date,
                                           const char          *note) G_GNUC_WARN_UNUSED_RESULT;
CapPlanReview *cap_plan_review_copy       (const CapPlanReview *self) G_GNUC_WARN_UNUSED_RESULT;
void           cap_plan_review_free       (CapPlanReview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSetAside, cap_set_aside_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPlanReview, cap_plan_review_free)

G_END_DECLS
