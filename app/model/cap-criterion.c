/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-criterion.h"

#include "model/cap-framework.h"

CapNextStep *
cap_next_step_new (void)
{
  return g_new0 (CapNextStep, 1);
}

void
cap_next_step_free (CapNextStep *self)
{
  g_free (self->title);
  g_free (self);
}

CapCriterion *
cap_criterion_new (void)
{
  CapCriterion *self = g_new0 (CapCriterion, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_next_step_free);

  return self;
}

void
cap_criterion_free (CapCriterion *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->network_label);
  g_free (self->question);
  g_free (self->why);
  g_strfreev (self->clauses);
  g_strfreev (self->subjects);
  g_strfreev (self->csess);
  g_strfreev (self->evidence);
  g_strfreev (self->descriptors);
  g_ptr_array_unref (self->steps);
  g_free (self->service);
  g_free (self->service_when);
  g_free (self->plain_question);
  g_strfreev (self->plain_answers);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

/**
 * cap_criterion_get_descriptor:
 * @self: a criterion
 * @framework: the framework that holds it
 * @level: one of its levels
 *
 * Returns: what can be observed at that level: in the criterion's own words
 *   when it has some, in the framework's otherwise
 */
const char *
cap_criterion_get_descriptor (const CapCriterion *self,
                              const CapFramework *framework,
                              int                 level)
{
  g_return_val_if_fail (self != NULL && framework != NULL, NULL);
  g_return_val_if_fail (cap_framework_has_level (framework, level), NULL);

  return self->descriptors != NULL ? self->descriptors[level - framework->min_level]
                                   : cap_framework_get_level (framework, level)->descriptor;
}

/**
 * cap_criterion_is_core:
 *
 * Returns: whether the criterion is a *socle* in that mode: never “non
 *   concerné”, and a priority below the minimum whatever the average
 */
gboolean
cap_criterion_is_core (const CapCriterion *self,
                       CapMode             mode)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->core || (mode == CAP_MODE_CERTIFICATION && self->core_in_certification);
}

/* Whether the structure added it for itself. */
gboolean
cap_criterion_is_local (const CapCriterion *self)
{
  g_return_val_if_fail (self != NULL && self->objective != NULL, FALSE);

  return self->objective->theme->local;
}

/**
 * cap_criterion_get_next_step:
 * @level: the present level
 *
 * Returns: (nullable): the step upwards from that level; the first one that
 *   ends above it when none starts there
 */
const CapNextStep *
cap_criterion_get_next_step (const CapCriterion *self,
                             int                 level)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const CapNextStep *step = g_ptr_array_index (self->steps, i);

      if (step->to > level)
        return step;
    }

  return NULL;
}

CapObjective *
cap_objective_new (void)
{
  CapObjective *self = g_new0 (CapObjective, 1);

  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_criterion_free);

  return self;
}

void
cap_objective_free (CapObjective *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->network_label);
  g_free (self->advice);
  g_strfreev (self->subjects);
  g_strfreev (self->csess);
  g_strfreev (self->services);
  g_ptr_array_unref (self->criteria);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

CapTheme *
cap_theme_new (void)
{
  CapTheme *self = g_new0 (CapTheme, 1);

  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_objective_free);

  return self;
}

void
cap_theme_free (CapTheme *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->network_label);
  g_free (self->summary);
  g_ptr_array_unref (self->objectives);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}
