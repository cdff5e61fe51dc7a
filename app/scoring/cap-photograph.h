/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-fraction.h"
#include "model/cap-evaluation.h"
#include "model/cap-member.h"

G_BEGIN_DECLS

/**
 * CapCriterionState:
 *
 * @CAP_CRITERION_OUT_OF_SCOPE: *hors champ*: neither shown nor counted
 */
typedef enum
{
  CAP_CRITERION_UNANSWERED,
  CAP_CRITERION_ANSWERED,
  CAP_CRITERION_NOT_APPLICABLE,
  CAP_CRITERION_OUT_OF_SCOPE,
} CapCriterionState;

/**
 * CapCoverage:
 * @answered: answered and not applicable criteria
 * @not_applicable: those of @answered that are not applicable
 * @applicable: all but the criteria out of scope
 */
typedef struct
{
  guint answered;
  guint not_applicable;
  guint applicable;
  guint out_of_scope;
} CapCoverage;

/**
 * CapScore:
 * @exact: (nullable): 0 to 100; %NULL when nothing is answered
 * @percent: @exact rounded half up, once; -1 when @exact is %NULL
 * @provisional: whether something below is unanswered
 */
typedef struct
{
  CapFraction *exact;
  int          percent;
  gboolean     provisional;
  CapCoverage  coverage;
} CapScore;

typedef struct
{
  const CapCriterion *criterion;
  CapCriterionState   state;
  int                 level; /* CAP_LEVEL_UNSET unless answered */
  gboolean            core;  /* in the mode of the evaluation */
} CapCriterionResult;

/**
 * CapObjectiveResult:
 * @acquired_level: lowest level of the core criteria in scope;
 *   %CAP_LEVEL_UNSET when there is none or one is unanswered
 * @criteria: (element-type CapCriterionResult): all of them, out of scope too
 */
typedef struct
{
  const CapObjective *objective;
  CapScore            score;
  int                 acquired_level;
  GPtrArray          *criteria;
} CapObjectiveResult;

/**
 * CapThemeResult:
 * @objectives: (element-type CapObjectiveResult)
 */
typedef struct
{
  const CapTheme *theme;
  CapScore        score;
  GPtrArray      *objectives;
} CapThemeResult;

/**
 * CapPhotograph:
 * @framework: what the results point into; owned
 * @target: the level that the evaluation aims at
 * @themes: (element-type CapThemeResult): those of the network, in framework
 *   order
 * @local: (nullable): what the structure added for itself, counted apart
 * @all_themes: (element-type CapThemeResult): @themes, then @local; borrowed
 * @weakest_objective: (nullable): lowest exact score, the first one on ties
 * @core_below: (element-type CapCriterionResult): core criteria answered below
 *   the minimum, in framework order; borrowed
 *
 * The results of one evaluation (*photographie*): every figure that is shown,
 * printed or exported comes from here. Immutable.
 */
typedef struct
{
  CapFramework             *framework;
  int                       target;
  CapScore                  score;
  GPtrArray                *themes;
  CapThemeResult           *local;
  GPtrArray                *all_themes;
  const CapObjectiveResult *weakest_objective;
  GPtrArray                *core_below;

  /*< private >*/
  gatomicrefcount           ref_count;
  GHashTable               *by_code;
} CapPhotograph;

#define CAP_TYPE_PHOTOGRAPH (cap_photograph_get_type ())

GType                     cap_photograph_get_type       (void);

CapPhotograph            *cap_photograph_new            (const CapEvaluation *evaluation,
                                                         const CapMember     *member)
                                                         G_GNUC_WARN_UNUSED_RESULT;
CapPhotograph            *cap_photograph_new_of         (const CapEvaluation *evaluation,
                                                         const CapMember     *member,
                                                         GHashTable          *only)
                                                         G_GNUC_WARN_UNUSED_RESULT;
CapPhotograph            *cap_photograph_ref            (CapPhotograph       *self);
void                      cap_photograph_unref          (CapPhotograph       *self);
const CapCriterionResult *cap_photograph_find_criterion (const CapPhotograph *self,
                                                         const char          *code);
const CapObjectiveResult *cap_photograph_find_objective (const CapPhotograph *self,
                                                         const char          *code);
const CapScore           *cap_photograph_find_score     (const CapPhotograph *self,
                                                         const char          *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPhotograph, cap_photograph_unref)

G_END_DECLS
