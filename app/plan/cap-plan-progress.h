/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"
#include "model/cap-plan-notes.h"

G_BEGIN_DECLS

/**
 * CapPlanProgress:
 * @entered: actions that entered the plan
 * @done: carried out
 * @verified: closed after their check
 * @abandoned: closed otherwise
 * @notes: written in the diaries
 * @late_then: late at the beginning, by their present due dates
 * @late_now: late at the end
 *
 * What happened to a plan after one day, up to another one included.
 */
typedef struct
{
  guint entered;
  guint done;
  guint verified;
  guint abandoned;
  guint notes;
  guint late_then;
  guint late_now;
} CapPlanProgress;

CapPlanProgress      cap_plan_progress_since        (const GPtrArray       *actions,
                                                     const char            *since,
                                                     const char            *today);
const CapPlanReview *cap_plan_progress_find_review  (const GPtrArray       *reviews,
                                                     const char            *today);
char                *cap_plan_progress_dup_sentence (const CapPlanProgress *self,
                                                     const char            *since) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
