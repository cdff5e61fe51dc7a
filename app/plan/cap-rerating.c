/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-rerating.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-number.h"

static gboolean
was_effective (const CapAction *action,
               const char      *since)
{
  return action->state == CAP_ACTION_VERIFIED && action->verdict == CAP_VERDICT_EFFECTIVE &&
         action->closed != NULL && strcmp (action->closed, since) >= 0;
}

/* What was set aside stays so, unless the level went down or another action had its effect since. */
static gboolean
is_set_aside (const CapDossier *dossier,
              const CapAction  *action,
              const char       *criterion,
              int               level)
{
  const CapSetAside *set_aside = cap_dossier_find_set_aside (dossier, CAP_SET_ASIDE_RATING, criterion);

  return set_aside != NULL && level >= set_aside->level && strcmp (action->closed, set_aside->date) <= 0;
}

/* An action that was written by hand may aim at no level: the next step is what it could bring. */
static int
get_aim (const CapAction    *action,
         const CapCriterion *criterion,
         int                 level)
{
  const CapNextStep *step = NULL;

  if (action->target != CAP_LEVEL_UNSET)
    return action->target;

  step = cap_criterion_get_next_step (criterion, level);

  return step != NULL ? step->to : level + 1;
}

static CapRerating *
new_rerating (const CapCriterionResult *result)
{
  CapRerating *self = g_new0 (CapRerating, 1);

  self->criterion = result->criterion;
  self->from = result->level;
  self->to = result->level;
  self->actions = g_ptr_array_new ();

  return self;
}

/* (nullable): the new level that the closed actions of a criterion brought. */
static CapRerating *
find_rerating (const CapDossier         *dossier,
               const CapPhotograph      *photograph,
               const CapCriterionResult *result)
{
  const char *code = result->criterion->code;
  const char *since = cap_dossier_get_current (dossier)->date;
  g_autoptr(CapRerating) self = NULL;

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);
      int aim;

      if (!was_effective (action, since) || !cap_action_has_origin (action, code) ||
          is_set_aside (dossier, action, code, result->level))
        continue;

      aim = MIN (get_aim (action, result->criterion, result->level), photograph->framework->max_level);
      if (aim <= result->level)
        continue;

      if (self == NULL)
        self = new_rerating (result);
      self->to = MAX (self->to, aim);
      g_ptr_array_add (self->actions, action);
    }

  return g_steal_pointer (&self);
}

/**
 * cap_reratings_list:
 * @dossier: must outlive what is returned
 * @photograph: of the evaluation in course; must outlive it too
 *
 * Lists the new levels to propose: of criteria in scope, answered below the
 * level that an action aimed at which was checked as effective since the
 * evaluation was started.
 *
 * Returns: (transfer full) (element-type CapRerating): in framework order
 */
GPtrArray *
cap_reratings_list (const CapDossier    *dossier,
                    const CapPhotograph *photograph)
{
  GPtrArray *reratings;
  const GPtrArray *criteria;

  g_return_val_if_fail (dossier != NULL && photograph != NULL, NULL);

  reratings = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_rerating_free);
  criteria = photograph->framework->criteria;
  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (photograph, criterion->code);
      CapRerating *rerating = NULL;

      if (result->state == CAP_CRITERION_ANSWERED)
        rerating = find_rerating (dossier, photograph, result);
      if (rerating != NULL)
        g_ptr_array_add (reratings, rerating);
    }

  return reratings;
}

CapRerating *
cap_rerating_copy (const CapRerating *self)
{
  CapRerating *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (CapRerating, 1);
  copy->criterion = self->criterion;
  copy->from = self->from;
  copy->to = self->to;
  copy->actions = g_ptr_array_copy (self->actions, NULL, NULL);

  return copy;
}

void
cap_rerating_free (CapRerating *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->actions);
  g_free (self);
}

/**
 * cap_rerating_lacks_evidence:
 * @evaluation: the one in course
 *
 * Returns: whether the new level asks for evidence that is not there
 */
gboolean
cap_rerating_lacks_evidence (const CapRerating   *self,
                             const CapEvaluation *evaluation)
{
  const CapAnswer *answer;

  g_return_val_if_fail (self != NULL && evaluation != NULL, FALSE);

  answer = cap_evaluation_get_answer (evaluation, self->criterion->code);

  return self->to >= evaluation->framework->rules.evidence_from &&
         (answer == NULL || answer->evidence->len == 0);
}

/* The comment and the evidence stay. */
static CapAnswer *
dup_answer (const CapRerating   *self,
            const CapEvaluation *evaluation)
{
  CapAnswer *answer = cap_evaluation_dup_answer (evaluation, self->criterion->code);

  cap_answer_rate (answer, self->to);

  return answer;
}

static void
add_difference (GPtrArray           *differences,
                const CapDifference *difference)
{
  g_ptr_array_add (differences, g_memdup2 (difference, sizeof *difference));
}

static gboolean
is_same_score (const CapScore *before,
               const CapScore *after)
{
  if (before->exact == NULL || after->exact == NULL)
    return before->exact == after->exact;

  return cap_fraction_compare (before->exact, after->exact) == 0;
}

static void
compare_criteria (GPtrArray                *differences,
                  const CapObjectiveResult *before,
                  const CapObjectiveResult *after)
{
  for (guint i = 0; i < before->criteria->len; i++)
    {
      const CapCriterionResult *old = g_ptr_array_index (before->criteria, i);
      const CapCriterionResult *new = g_ptr_array_index (after->criteria, i);
      const CapDifference difference = {
        CAP_DIFFERENCE_CRITERION, old->criterion->code, old->criterion->label, -1, -1, old->level, new->level,
      };

      if (old->level != new->level)
        add_difference (differences, &difference);
    }
}

static void
compare_objective (GPtrArray                *differences,
                   const CapObjectiveResult *before,
                   const CapObjectiveResult *after)
{
  const CapDifference difference = {
    CAP_DIFFERENCE_OBJECTIVE, before->objective->code, before->objective->label,
    before->score.percent, after->score.percent, before->acquired_level, after->acquired_level,
  };

  if (!is_same_score (&before->score, &after->score) || before->acquired_level != after->acquired_level)
    add_difference (differences, &difference);
}

static void
compare_theme (GPtrArray            *differences,
               const CapThemeResult *before,
               const CapThemeResult *after)
{
  const CapDifference difference = {
    CAP_DIFFERENCE_THEME, before->theme->code, before->theme->label,
    before->score.percent, after->score.percent, CAP_LEVEL_UNSET, CAP_LEVEL_UNSET,
  };

  if (!is_same_score (&before->score, &after->score))
    add_difference (differences, &difference);
}

typedef void (*Compare) (GPtrArray                *differences,
                         const CapObjectiveResult *before,
                         const CapObjectiveResult *after);

static void
compare_each (GPtrArray           *differences,
              const CapPhotograph *before,
              const CapPhotograph *after,
              Compare              compare)
{
  for (guint i = 0; i < before->all_themes->len; i++)
    {
      const CapThemeResult *old = g_ptr_array_index (before->all_themes, i);
      const CapThemeResult *new = g_ptr_array_index (after->all_themes, i);

      for (guint j = 0; j < old->objectives->len; j++)
        compare (differences, g_ptr_array_index (old->objectives, j), g_ptr_array_index (new->objectives, j));
    }
}

/* Both are of one framework and one member: the same places. */
static GPtrArray *
compare_photographs (const CapPhotograph *before,
                     const CapPhotograph *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_free);
  const CapDifference whole = {
    CAP_DIFFERENCE_WHOLE, NULL, NULL, before->score.percent, after->score.percent, CAP_LEVEL_UNSET,
    CAP_LEVEL_UNSET,
  };

  if (!is_same_score (&before->score, &after->score))
    add_difference (differences, &whole);
  for (guint i = 0; i < before->all_themes->len; i++)
    compare_theme (differences, g_ptr_array_index (before->all_themes, i),
                   g_ptr_array_index (after->all_themes, i));
  compare_each (differences, before, after, compare_objective);
  compare_each (differences, before, after, compare_criteria);

  return differences;
}

/**
 * cap_reratings_try:
 * @self: (element-type CapRerating): those that would be applied
 * @dossier: the dossier
 * @photograph: of the evaluation in course; must outlive the trial
 *
 * Returns: (transfer full): what the evaluation would become
 */
CapReratingTrial *
cap_reratings_try (const GPtrArray     *self,
                   const CapDossier    *dossier,
                   const CapPhotograph *photograph)
{
  CapReratingTrial *trial;

  g_return_val_if_fail (self != NULL && dossier != NULL && photograph != NULL, NULL);

  trial = g_new0 (CapReratingTrial, 1);
  trial->evaluation = cap_evaluation_copy (cap_dossier_get_current (dossier));
  for (guint i = 0; i < self->len; i++)
    cap_evaluation_take_answer (trial->evaluation,
                                dup_answer (g_ptr_array_index (self, i), trial->evaluation));
  trial->photograph = cap_photograph_new (trial->evaluation, dossier->member);
  trial->differences = compare_photographs (photograph, trial->photograph);

  return trial;
}

void
cap_rerating_trial_free (CapReratingTrial *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->differences);
  cap_photograph_unref (self->photograph);
  cap_evaluation_free (self->evaluation);
  g_free (self);
}

/**
 * cap_reratings_to_command:
 * @self: (element-type CapRerating): those to apply
 * @evaluation: the one in course
 *
 * Returns: (transfer full): the gesture that gives the criteria their new levels
 */
CapCommand *
cap_reratings_to_command (const GPtrArray     *self,
                          const CapEvaluation *evaluation)
{
  g_autoptr(GString) codes = g_string_new (NULL);
  CapCommand *command;

  g_return_val_if_fail (self != NULL && evaluation != NULL, NULL);

  for (guint i = 0; i < self->len; i++)
    {
      const CapRerating *rerating = g_ptr_array_index (self, i);

      g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", rerating->criterion->code);
    }

  command = cap_command_new (CAP_GESTURE_RATE_AGAIN, codes->str);
  for (guint i = 0; i < self->len; i++)
    {
      g_autoptr(CapAnswer) answer = dup_answer (g_ptr_array_index (self, i), evaluation);

      cap_command_put_answer (command, evaluation->id, answer);
    }

  return command;
}

/* “Effective: 3. Write it down; 12. Tell everybody”: which actions brought it. */
char *
cap_rerating_dup_reason (const CapRerating *self)
{
  g_autoptr(GString) list = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->actions, i);

      g_string_append_printf (list, "%s%u. %s", i > 0 ? " · " : "", action->number, action->title);
    }

  /* Translators: a list of actions with their numbers */
  return g_strdup_printf (ngettext ("Effective action: %s", "Effective actions: %s", self->actions->len),
                          list->str);
}

char *
cap_difference_dup_name (const CapDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind == CAP_DIFFERENCE_WHOLE ? g_strdup (_("Overall score"))
                                            : g_strdup_printf ("%s  %s", self->code, self->label);
}

static char *
format_percent (int percent)
{
  return percent < 0 ? g_strdup (_("no score")) : cap_number_format_percent (percent);
}

static char *
format_level (int level)
{
  return level == CAP_LEVEL_UNSET ? g_strdup ("–") : g_strdup_printf ("%d", level);
}

static char *
dup_percents (const CapDifference *self)
{
  g_autofree char *before = format_percent (self->before);
  g_autofree char *after = format_percent (self->after);

  if (self->before == self->after)
    /* Translators: a score in percent, that changes by less than it shows */
    return g_strdup_printf (_("stays at %s, rounded"), after);

  return g_strdup_printf ("%s → %s", before, after);
}

/* “58% → 61%”, “level 1 → 3”: what it is and what it would be. */
char *
cap_difference_dup_values (const CapDifference *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *percents = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  before = format_level (self->level_before);
  after = format_level (self->level_after);
  if (self->kind == CAP_DIFFERENCE_CRITERION)
    /* Translators: the level of a criterion, before and after */
    return g_strdup_printf (_("level %s → %s"), before, after);

  percents = dup_percents (self);
  if (self->level_before == self->level_after)
    return g_steal_pointer (&percents);

  /* Translators: scores before and after, then the level that an objective has acquired, before and after */
  return g_strdup_printf (_("%s, level acquired: %s → %s"), percents, before, after);
}
