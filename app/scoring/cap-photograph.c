/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-photograph.h"

#include "scoring/cap-mean-private.h"
#include "scoring/cap-scope.h"

G_DEFINE_BOXED_TYPE (CapPhotograph, cap_photograph, cap_photograph_ref, cap_photograph_unref)

static void
coverage_count (CapCoverage       *coverage,
                CapCriterionState  state)
{
  switch (state)
    {
    case CAP_CRITERION_OUT_OF_SCOPE:
      coverage->out_of_scope++;
      return;

    case CAP_CRITERION_NOT_APPLICABLE:
      coverage->not_applicable++;
      coverage->answered++;
      break;

    case CAP_CRITERION_ANSWERED:
      coverage->answered++;
      break;

    case CAP_CRITERION_UNANSWERED:
    default:
      break;
    }

  coverage->applicable++;
}

/* What the results are drawn from. */
typedef struct
{
  const CapEvaluation *evaluation;
  const CapMember     *member;
  GHashTable          *only; /* codes of the criteria that count, or NULL for all of them */
} Source;

static CapCriterionState
find_state (const CapCriterion *criterion,
            const Source       *source,
            const CapAnswer    *answer)
{
  if (!cap_scope_includes (criterion, source->evaluation, source->member) ||
      (source->only != NULL && !g_hash_table_contains (source->only, criterion->code)))
    return CAP_CRITERION_OUT_OF_SCOPE;

  if (answer == NULL || answer->state == CAP_ANSWER_UNANSWERED)
    return CAP_CRITERION_UNANSWERED;

  return answer->state == CAP_ANSWER_RATED ? CAP_CRITERION_ANSWERED : CAP_CRITERION_NOT_APPLICABLE;
}

static CapCriterionResult *
judge_criterion (const CapCriterion *criterion,
                 const Source       *source)
{
  const CapAnswer *answer = cap_evaluation_get_answer (source->evaluation, criterion->code);
  CapCriterionResult *result = g_new0 (CapCriterionResult, 1);

  result->criterion = criterion;
  result->state = find_state (criterion, source, answer);
  result->level = result->state == CAP_CRITERION_ANSWERED ? answer->level : CAP_LEVEL_UNSET;
  result->core = cap_criterion_is_core (criterion, source->evaluation->mode);

  return result;
}

/* The weakest link: the lowest level of the core criteria in scope. */
static int
find_acquired_level (const GPtrArray *criteria)
{
  int acquired = CAP_LEVEL_UNSET;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (criteria, i);

      if (!result->core || result->state == CAP_CRITERION_OUT_OF_SCOPE)
        continue;
      if (result->state != CAP_CRITERION_ANSWERED)
        return CAP_LEVEL_UNSET;
      if (acquired == CAP_LEVEL_UNSET || result->level < acquired)
        acquired = result->level;
    }

  return acquired;
}

/* S = 100·Σwn / (4·Σw) over the answered criteria (domain: § 3.3), n and 4 being counted from the
 * lowest level of the scale. */
static CapFraction *
average_criteria (const GPtrArray    *criteria,
                  const CapFramework *framework)
{
  CapMean mean;

  cap_mean_init (&mean);
  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (criteria, i);
      g_autoptr(CapFraction) value = NULL;

      if (result->state != CAP_CRITERION_ANSWERED)
        continue;

      value = cap_fraction_new (100 * (result->level - framework->min_level),
                                framework->max_level - framework->min_level);
      cap_mean_add (&mean, value, result->criterion->weight);
    }

  return cap_mean_finish (&mean);
}

static void
free_objective (CapObjectiveResult *self)
{
  g_clear_pointer (&self->score.exact, cap_fraction_free);
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

static void
free_theme (CapThemeResult *self)
{
  g_clear_pointer (&self->score.exact, cap_fraction_free);
  g_ptr_array_unref (self->objectives);
  g_free (self);
}

/* What the structure added says nothing of the network's framework. */
static gboolean
is_core_below (const CapCriterionResult *result,
               const CapFramework       *framework)
{
  return result->core && result->level != CAP_LEVEL_UNSET &&
         result->level < framework->rules.core_minimum && !cap_criterion_is_local (result->criterion);
}

static CapObjectiveResult *
judge_objective (CapPhotograph      *self,
                 const CapObjective *objective,
                 const Source       *source)
{
  CapObjectiveResult *result = g_new0 (CapObjectiveResult, 1);

  result->objective = objective;
  result->criteria = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < objective->criteria->len; i++)
    {
      CapCriterionResult *criterion = judge_criterion (g_ptr_array_index (objective->criteria, i), source);

      g_ptr_array_add (result->criteria, criterion);
      g_hash_table_insert (self->by_code, criterion->criterion->code, criterion);
      coverage_count (&result->score.coverage, criterion->state);
      if (is_core_below (criterion, self->framework))
        g_ptr_array_add (self->core_below, criterion);
    }

  cap_score_set (&result->score, average_criteria (result->criteria, self->framework));
  result->acquired_level = find_acquired_level (result->criteria);

  return result;
}

static void
note_weakest (CapPhotograph            *self,
              const CapObjectiveResult *objective)
{
  if (objective->score.exact != NULL && !objective->objective->theme->local &&
      (self->weakest_objective == NULL ||
       cap_fraction_compare (objective->score.exact, self->weakest_objective->score.exact) < 0))
    self->weakest_objective = objective;
}

static CapThemeResult *
judge_theme (CapPhotograph  *self,
             const CapTheme *theme,
             const Source   *source)
{
  CapThemeResult *result = g_new0 (CapThemeResult, 1);
  CapMean mean;

  result->theme = theme;
  result->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) free_objective);
  cap_mean_init (&mean);

  for (guint i = 0; i < theme->objectives->len; i++)
    {
      CapObjectiveResult *objective = judge_objective (self, g_ptr_array_index (theme->objectives, i),
                                                       source);

      g_ptr_array_add (result->objectives, objective);
      cap_coverage_add (&result->score.coverage, &objective->score.coverage);
      note_weakest (self, objective);
      if (objective->score.exact != NULL)
        cap_mean_add (&mean, objective->score.exact, objective->objective->weight);
    }

  cap_score_set (&result->score, cap_mean_finish (&mean));

  return result;
}

/**
 * cap_photograph_new:
 * @evaluation: the answers and their framework
 * @member: the profile, which says what is in scope
 *
 * Draws the figures of an evaluation. An objective is the weighted mean of its
 * answered criteria, a theme that of its scored objectives, the whole that of
 * the scored themes; nothing is rounded before it is shown. What the structure
 * added for itself is counted apart.
 *
 * Returns: (transfer full): the results
 */
CapPhotograph *
cap_photograph_new (const CapEvaluation *evaluation,
                    const CapMember     *member)
{
  return cap_photograph_new_of (evaluation, member, NULL);
}

/**
 * cap_photograph_new_of:
 * @only: (nullable) (element-type utf8): codes of the criteria that count; the
 *   others are out of scope
 *
 * Returns: (transfer full): the results of some of the criteria
 */
CapPhotograph *
cap_photograph_new_of (const CapEvaluation *evaluation,
                       const CapMember     *member,
                       GHashTable          *only)
{
  const Source source = { evaluation, member, only };
  CapPhotograph *self;
  const GPtrArray *themes;
  CapMean mean;

  g_return_val_if_fail (evaluation != NULL && member != NULL, NULL);

  self = g_new0 (CapPhotograph, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->framework = cap_framework_ref (evaluation->framework);
  self->target = evaluation->path == CAP_PATH_EXPRESS && evaluation->mode == CAP_MODE_CAP
                 ? self->framework->rules.express_target
                 : self->framework->rules.target;
  self->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_theme);
  self->all_themes = g_ptr_array_new ();
  self->core_below = g_ptr_array_new ();
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);

  themes = evaluation->framework->themes;
  cap_mean_init (&mean);
  for (guint i = 0; i < themes->len; i++)
    {
      CapThemeResult *theme = judge_theme (self, g_ptr_array_index (themes, i), &source);

      g_ptr_array_add (self->all_themes, theme);
      if (theme->theme->local)
        {
          self->local = theme;
          continue;
        }

      g_ptr_array_add (self->themes, theme);
      cap_coverage_add (&self->score.coverage, &theme->score.coverage);
      if (theme->score.exact != NULL)
        cap_mean_add (&mean, theme->score.exact, theme->theme->weight);
    }
  cap_score_set (&self->score, cap_mean_finish (&mean));

  return self;
}

CapPhotograph *
cap_photograph_ref (CapPhotograph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
cap_photograph_unref (CapPhotograph *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->score.exact, cap_fraction_free);
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->core_below);
  g_ptr_array_unref (self->all_themes);
  g_ptr_array_unref (self->themes);
  g_clear_pointer (&self->local, free_theme);
  cap_framework_unref (self->framework);
  g_free (self);
}

const CapCriterionResult *
cap_photograph_find_criterion (const CapPhotograph *self,
                               const char          *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

const CapObjectiveResult *
cap_photograph_find_objective (const CapPhotograph *self,
                               const char          *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->all_themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (self->all_themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, j);

          if (g_str_equal (objective->objective->code, code))
            return objective;
        }
    }

  return NULL;
}

/**
 * cap_photograph_find_score:
 * @code: (nullable): of a theme or of an objective; %NULL for the whole
 *
 * Returns: (transfer none) (nullable): its score
 */
const CapScore *
cap_photograph_find_score (const CapPhotograph *self,
                           const char          *code)
{
  const CapObjectiveResult *objective;

  g_return_val_if_fail (self != NULL, NULL);

  if (code == NULL)
    return &self->score;

  for (guint i = 0; i < self->all_themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (self->all_themes, i);

      if (g_str_equal (theme->theme->code, code))
        return &theme->score;
    }

  objective = cap_photograph_find_objective (self, code);

  return objective != NULL ? &objective->score : NULL;
}
