/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-framework.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CapFramework, cap_framework, cap_framework_ref, cap_framework_unref)

CapTerm *
cap_term_new (const char *code,
              const char *label)
{
  CapTerm *self = g_new0 (CapTerm, 1);

  self->code = g_strdup (code);
  self->label = g_strdup (label);

  return self;
}

void
cap_term_free (CapTerm *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self);
}

CapBand *
cap_band_new (int         from,
              const char *label)
{
  CapBand *self = g_new0 (CapBand, 1);

  self->from = from;
  self->label = g_strdup (label);

  return self;
}

void
cap_band_free (CapBand *self)
{
  g_free (self->label);
  g_free (self);
}

CapFilter *
cap_filter_new (void)
{
  return g_new0 (CapFilter, 1);
}

void
cap_filter_free (CapFilter *self)
{
  g_free (self->code);
  g_free (self->label);
  g_strfreev (self->kinds);
  g_free (self);
}

CapService *
cap_service_new (void)
{
  return g_new0 (CapService, 1);
}

void
cap_service_free (CapService *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->summary);
  g_free (self->valid_from);
  g_free (self->valid_until);
  g_strfreev (self->triggers);
  g_free (self);
}

/**
 * cap_service_is_valid:
 * @self: a service
 * @date: a day, ISO 8601
 *
 * Returns: whether the service may be called on that day, bounds included
 */
gboolean
cap_service_is_valid (const CapService *self,
                      const char       *date)
{
  g_return_val_if_fail (self != NULL && date != NULL, FALSE);

  return (self->valid_from == NULL || strcmp (self->valid_from, date) <= 0) &&
         (self->valid_until == NULL || strcmp (date, self->valid_until) <= 0);
}

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
  g_free (self->question);
  g_free (self->why);
  g_strfreev (self->clauses);
  g_strfreev (self->evidence);
  g_strfreev (self->descriptors);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * cap_criterion_get_descriptor:
 * @self: a criterion
 * @framework: the framework that holds it
 * @level: 0 to %CAP_LEVEL_MAX
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
  g_return_val_if_fail (level >= 0 && level <= CAP_LEVEL_MAX, NULL);

  return self->descriptors != NULL ? self->descriptors[level]
                                   : framework->levels[level].descriptor;
}

/**
 * cap_criterion_is_core:
 *
 * Returns: whether the criterion is a *socle* in that mode: never “non
 *   concerné”, and a priority below level 2 whatever the average
 */
gboolean
cap_criterion_is_core (const CapCriterion *self,
                       CapMode             mode)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->core || (mode == CAP_MODE_CERTIFICATION && self->core_in_certification);
}

/**
 * cap_criterion_get_next_step:
 * @level: the present level, 0 to %CAP_LEVEL_MAX
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
  g_free (self->advice);
  g_strfreev (self->subjects);
  g_strfreev (self->csess);
  g_strfreev (self->services);
  g_ptr_array_unref (self->criteria);
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
  g_free (self->summary);
  g_ptr_array_unref (self->objectives);
  g_free (self);
}

/**
 * cap_framework_new:
 *
 * Makes an empty framework, for its reader to fill and then to seal.
 *
 * Returns: (transfer full): a framework
 */
CapFramework *
cap_framework_new (void)
{
  CapFramework *self = g_new0 (CapFramework, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_band_free);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_filter_free);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->csess = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_service_free);
  self->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_theme_free);
  self->criteria = g_ptr_array_new ();
  self->criteria_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->services_by_code = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

CapFramework *
cap_framework_ref (CapFramework *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
free_texts (CapFramework *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->valid_from);
  g_free (self->valid_until);
  g_free (self->language);
  g_free (self->title);
  g_free (self->notice);
  g_free (self->sha256);
  g_clear_pointer (&self->source, g_bytes_unref);

  for (guint i = 0; i < CAP_N_LEVELS; i++)
    {
      g_free (self->levels[i].label);
      g_free (self->levels[i].step);
      g_free (self->levels[i].descriptor);
      g_free (self->levels[i].evidence);
    }
}

void
cap_framework_unref (CapFramework *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  free_texts (self);
  g_hash_table_unref (self->criteria_by_code);
  g_hash_table_unref (self->services_by_code);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->csess);
  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->clauses);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->bands);
  g_free (self);
}

static void
index_objective (CapFramework *self,
                 CapObjective *objective)
{
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (objective->criteria, i);

      criterion->objective = objective;
      criterion->position = self->criteria->len;
      g_ptr_array_add (self->criteria, criterion);
      g_hash_table_insert (self->criteria_by_code, criterion->code, criterion);
    }
}

/**
 * cap_framework_seal:
 * @self: a framework that is complete
 * @source: the text that it was read from
 *
 * Numbers the criteria, links children to their parents and builds the
 * indexes. From then on nobody changes the framework.
 */
void
cap_framework_seal (CapFramework *self,
                    GBytes       *source)
{
  g_return_if_fail (self != NULL && source != NULL);
  g_return_if_fail (self->source == NULL);

  self->source = g_bytes_ref (source);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);

  for (guint i = 0; i < self->themes->len; i++)
    {
      CapTheme *theme = g_ptr_array_index (self->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          CapObjective *objective = g_ptr_array_index (theme->objectives, j);

          objective->theme = theme;
          index_objective (self, objective);
        }
    }

  for (guint i = 0; i < self->services->len; i++)
    {
      CapService *service = g_ptr_array_index (self->services, i);

      g_hash_table_insert (self->services_by_code, service->code, service);
    }
}

const CapCriterion *
cap_framework_find_criterion (const CapFramework *self,
                              const char         *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->criteria_by_code, code);
}

const CapObjective *
cap_framework_find_objective (const CapFramework *self,
                              const char         *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (g_str_equal (criterion->objective->code, code))
        return criterion->objective;
    }

  return NULL;
}

const CapService *
cap_framework_find_service (const CapFramework *self,
                            const char         *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->services_by_code, code);
}

const CapFilter *
cap_framework_find_filter (const CapFramework *self,
                           const char         *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const CapFilter *filter = g_ptr_array_index (self->filters, i);

      if (g_str_equal (filter->code, code))
        return filter;
    }

  return NULL;
}

/**
 * cap_framework_find_term:
 * @terms: (element-type CapTerm): one of the lists of a framework
 * @code: a code
 *
 * Returns: (nullable): the entry that has this code
 */
const CapTerm *
cap_framework_find_term (const GPtrArray *terms,
                         const char      *code)
{
  g_return_val_if_fail (terms != NULL && code != NULL, NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const CapTerm *term = g_ptr_array_index (terms, i);

      if (g_str_equal (term->code, code))
        return term;
    }

  return NULL;
}

/**
 * cap_framework_find_band:
 * @percent: 0 to 100
 *
 * Returns: (nullable): the highest band that starts at @percent or below
 */
const CapBand *
cap_framework_find_band (const CapFramework *self,
                         int                 percent)
{
  const CapBand *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->bands->len; i++)
    {
      const CapBand *band = g_ptr_array_index (self->bands, i);

      if (band->from <= percent && (found == NULL || band->from > found->from))
        found = band;
    }

  return found;
}
