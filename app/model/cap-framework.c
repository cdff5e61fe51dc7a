/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-framework.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CapFramework, cap_framework, cap_framework_ref, cap_framework_unref)

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
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_level_free);
  self->plain_scale = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_plain_step_free);
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_band_free);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_filter_free);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->csess = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_term_free);
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_service_free);
  self->glossary = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_glossary_entry_free);
  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_mapping_free);
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
  g_free (self->adaptation);
  g_clear_pointer (&self->source, g_bytes_unref);
}

void
cap_framework_unref (CapFramework *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  free_texts (self);
  cap_glossary_free (self->words);
  g_hash_table_unref (self->criteria_by_code);
  g_hash_table_unref (self->services_by_code);
  g_ptr_array_unref (self->criteria);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->glossary);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->csess);
  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->clauses);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->plain_scale);
  g_ptr_array_unref (self->levels);
  g_free (self);
}

/* What the criteria of @objective refer to, each code once. */
static GStrv
unite (const CapObjective *objective,
       gsize               list)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objective->criteria->len; i++)
    {
      GStrv codes = G_STRUCT_MEMBER (GStrv, g_ptr_array_index (objective->criteria, i), list);

      for (guint j = 0; codes != NULL && codes[j] != NULL; j++)
        {
          if (g_hash_table_add (seen, codes[j]))
            g_strv_builder_add (builder, codes[j]);
        }
    }

  return g_strv_builder_end (builder);
}

/* Older files say of an objective what newer ones say of each criterion: both sides have it. */
static void
share_references (CapObjective *objective,
                  GStrv        *of_objective,
                  gsize         of_criterion)
{
  for (guint i = 0; *of_objective != NULL && i < objective->criteria->len; i++)
    {
      GStrv *codes = &G_STRUCT_MEMBER (GStrv, g_ptr_array_index (objective->criteria, i), of_criterion);

      if (*codes == NULL)
        *codes = g_strdupv (*of_objective);
    }

  if (*of_objective == NULL)
    *of_objective = unite (objective, of_criterion);
}

static void
index_objective (CapFramework *self,
                 CapObjective *objective)
{
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (objective->criteria, i);

      criterion->objective = objective;
      self->has_express = self->has_express || criterion->express;
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
 * Numbers the criteria, links children to their parents, shares what parents
 * and children refer to and builds the indexes. From then on nobody changes the framework.
 */
void
cap_framework_seal (CapFramework *self,
                    GBytes       *source)
{
  g_return_if_fail (self != NULL && source != NULL);
  g_return_if_fail (self->source == NULL && self->levels->len > 1);

  self->source = g_bytes_ref (source);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
  self->min_level = ((CapLevel *) g_ptr_array_index (self->levels, 0))->number;
  self->max_level = self->min_level + (int) self->levels->len - 1;

  for (guint i = 0; i < self->themes->len; i++)
    {
      CapTheme *theme = g_ptr_array_index (self->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          CapObjective *objective = g_ptr_array_index (theme->objectives, j);

          objective->theme = theme;
          share_references (objective, &objective->subjects, offsetof (CapCriterion, subjects));
          share_references (objective, &objective->csess, offsetof (CapCriterion, csess));
          index_objective (self, objective);
        }
    }

  for (guint i = 0; i < self->services->len; i++)
    {
      CapService *service = g_ptr_array_index (self->services, i);

      g_hash_table_insert (self->services_by_code, service->code, service);
    }

  self->words = cap_glossary_new (self->glossary);
}

static int
compare_numbers (const char **one,
                 const char **other)
{
  guint64 left = g_ascii_strtoull (*one, (char **) one, 10);
  guint64 right = g_ascii_strtoull (*other, (char **) other, 10);

  return left < right ? -1 : left > right;
}

/* Number by number: 2026.10 is newer than 2026.9. */
int
cap_framework_compare_versions (const char *one,
                                const char *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, 0);

  while (*one != '\0' && *other != '\0')
    {
      int order;

      if (g_ascii_isdigit (*one) && g_ascii_isdigit (*other))
        order = compare_numbers (&one, &other);
      else
        order = (guchar) *one++ - (guchar) *other++;
      if (order != 0)
        return order;
    }

  return (guchar) *one - (guchar) *other;
}

/* Whether an evaluation may start with it on @date, ISO 8601. */
gboolean
cap_framework_is_valid_on (const CapFramework *self,
                           const char         *date)
{
  g_return_val_if_fail (self != NULL && date != NULL, FALSE);

  return (self->valid_from == NULL || strcmp (self->valid_from, date) <= 0) &&
         (self->valid_until == NULL || strcmp (date, self->valid_until) <= 0);
}

/* Whether a structure worded some of it otherwise, or added a theme of its own. */
gboolean
cap_framework_is_adapted (const CapFramework *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (self->themes, i);

      if (theme->local || theme->network_label != NULL)
        return TRUE;
    }

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (criterion->network_label != NULL || criterion->objective->network_label != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
cap_framework_has_level (const CapFramework *self,
                         int                 level)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return level >= self->min_level && level <= self->max_level;
}

/* @level is one of its levels. */
const CapLevel *
cap_framework_get_level (const CapFramework *self,
                         int                 level)
{
  g_return_val_if_fail (cap_framework_has_level (self, level), NULL);

  return g_ptr_array_index (self->levels, level - self->min_level);
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

/**
 * cap_framework_get_glossary:
 *
 * Returns: (transfer none): what finds the words of its glossary in a text
 */
const CapGlossary *
cap_framework_get_glossary (const CapFramework *self)
{
  g_return_val_if_fail (self != NULL && self->words != NULL, NULL);

  return self->words;
}
