/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-framework-diff.h"
#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapComparison:
 * @number: of the evaluation before
 * @date: its day, ISO 8601
 * @now: the results of what can be compared
 * @before: the same criteria, in the framework of @now, as they were answered then
 * @whole: whether all the criteria can be compared: @now is then the photograph itself
 * @n_apart: how many criteria, of one evaluation or the other, cannot
 * @apart: (element-type CapChange): those that the version changed; borrowed from @diff
 * @other_scope: (element-type CapCriterion): those that only one of the two asked
 * @only: (element-type utf8): the codes of the criteria that are compared
 * @then: the evaluation before, in the framework of @now; borrowed when it already was
 *
 * Two evaluations of one framework, side by side. A criterion is compared when
 * it says the same in both versions and both asked it; the scores are those of
 * these criteria only, and what is left apart is told.
 */
typedef struct
{
  guint                number;
  char                *date;
  CapPhotograph       *now;
  CapPhotograph       *before;
  gboolean             whole;
  guint                n_apart;
  GPtrArray           *apart;
  GPtrArray           *other_scope;
  GHashTable          *only;
  const CapEvaluation *then;

  /*< private >*/
  CapFrameworkDiff    *diff;
  CapEvaluation       *translated;
} CapComparison;

CapComparison  *cap_comparison_new        (const CapEvaluation *now,
                                           const CapEvaluation *before,
                                           const CapMember     *member) G_GNUC_WARN_UNUSED_RESULT;
void            cap_comparison_free       (CapComparison       *self);
gboolean        cap_comparison_get_change (const CapComparison *self,
                                           const char          *code,
                                           int                 *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapComparison, cap_comparison_free)

G_END_DECLS
