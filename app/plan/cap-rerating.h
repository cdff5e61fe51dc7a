/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapRerating:
 * @criterion: what would be rated anew
 * @from: its level in the evaluation in course
 * @to: the level that its actions aimed at; people may choose a lower one, above @from
 * @actions: (element-type CapAction): those that had their effect, by number; borrowed
 *
 * A new level that is proposed because actions are closed and were effective.
 */
typedef struct
{
  const CapCriterion *criterion;
  int                 from;
  int                 to;
  GPtrArray          *actions;
} CapRerating;

/**
 * CapDifferenceKind:
 * @CAP_DIFFERENCE_WHOLE: the overall score
 * @CAP_DIFFERENCE_THEME: the score of a theme
 * @CAP_DIFFERENCE_OBJECTIVE: the score of an objective, or the level that it acquired
 * @CAP_DIFFERENCE_CRITERION: the level of a criterion
 */
typedef enum
{
  CAP_DIFFERENCE_WHOLE,
  CAP_DIFFERENCE_THEME,
  CAP_DIFFERENCE_OBJECTIVE,
  CAP_DIFFERENCE_CRITERION,
} CapDifferenceKind;

/**
 * CapDifference:
 * @code: (nullable): of the theme, the objective or the criterion; borrowed
 * @label: (nullable): how it is called; borrowed
 * @before: percent; −1 when there is no score, as for a criterion
 * @after: the same, as it would be: equal to @before when only the exact score changes
 * @level_before: of a criterion; of an objective, the level acquired; or %CAP_LEVEL_UNSET
 * @level_after: the same, as it would be
 *
 * What would change in a photograph.
 */
typedef struct
{
  CapDifferenceKind  kind;
  const char        *code;
  const char        *label;
  int                before;
  int                after;
  int                level_before;
  int                level_after;
} CapDifference;

/**
 * CapReratingTrial:
 * @evaluation: as it would be
 * @photograph: its results
 * @differences: (element-type CapDifference): from the present results: the
 *   whole, then the themes, the objectives, the criteria
 *
 * A dry run: nothing is changed.
 */
typedef struct
{
  CapEvaluation *evaluation;
  CapPhotograph *photograph;
  GPtrArray     *differences;
} CapReratingTrial;

GPtrArray        *cap_reratings_list           (const CapDossier     *dossier,
                                                const CapPhotograph  *photograph) G_GNUC_WARN_UNUSED_RESULT;
CapRerating      *cap_rerating_copy            (const CapRerating    *self) G_GNUC_WARN_UNUSED_RESULT;
void              cap_rerating_free            (CapRerating          *self);
gboolean          cap_rerating_lacks_evidence  (const CapRerating    *self,
                                                const CapEvaluation  *evaluation);

CapReratingTrial *cap_reratings_try            (const GPtrArray      *self,
                                                const CapDossier     *dossier,
                                                const CapPhotograph  *photograph) G_GNUC_WARN_UNUSED_RESULT;
void              cap_rerating_trial_free      (CapReratingTrial     *self);
CapCommand       *cap_reratings_to_command     (const GPtrArray      *self,
                                                const CapEvaluation  *evaluation) G_GNUC_WARN_UNUSED_RESULT;

/* In the user’s language. */
char             *cap_rerating_dup_reason      (const CapRerating    *self) G_GNUC_WARN_UNUSED_RESULT;
char             *cap_difference_dup_name      (const CapDifference  *self) G_GNUC_WARN_UNUSED_RESULT;
char             *cap_difference_dup_values    (const CapDifference  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRerating, cap_rerating_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReratingTrial, cap_rerating_trial_free)

G_END_DECLS
