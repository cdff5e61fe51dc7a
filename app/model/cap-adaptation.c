/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-adaptation.h"

#include <string.h>

static void
free_criterion (CapLocalCriterion *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->question);
  g_free (self);
}

static void
free_objective (CapLocalObjective *self)
{
  g_free (self->code);
  g_free (self->label);
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

CapAdaptation *
cap_adaptation_new (void)
{
  CapAdaptation *self = g_new0 (CapAdaptation, 1);

  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) free_objective);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
cap_adaptation_free (CapAdaptation *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_ptr_array_unref (self->objectives);
  g_hash_table_unref (self->labels);
  g_free (self);
}

static void
note_label (CapAdaptation *self,
            const char    *code,
            const char    *label,
            const char    *network_label)
{
  if (network_label != NULL)
    cap_adaptation_set_label (self, code, label);
}

static void
note_local (CapAdaptation  *self,
            const CapTheme *theme)
{
  self->title = g_strdup (theme->label);

  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjective *objective = g_ptr_array_index (theme->objectives, i);
      CapLocalObjective *local = cap_adaptation_add_objective (self, objective->code, objective->label);

      for (guint j = 0; j < objective->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (objective->criteria, j);

          cap_adaptation_add_criterion (self, local, criterion->code, criterion->label, criterion->question);
        }
    }
}

/**
 * cap_adaptation_new_from_framework:
 * @framework: a framework, perhaps adapted
 *
 * Returns: (transfer full): what the structure changed of it
 */
CapAdaptation *
cap_adaptation_new_from_framework (const CapFramework *framework)
{
  CapAdaptation *self;

  g_return_val_if_fail (framework != NULL, NULL);

  self = cap_adaptation_new ();
  for (guint i = 0; i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      if (theme->local)
        {
          note_local (self, theme);
          continue;
        }

      note_label (self, theme->code, theme->label, theme->network_label);
      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const CapObjective *objective = g_ptr_array_index (theme->objectives, j);

          note_label (self, objective->code, objective->label, objective->network_label);
          for (guint k = 0; k < objective->criteria->len; k++)
            {
              const CapCriterion *criterion = g_ptr_array_index (objective->criteria, k);

              note_label (self, criterion->code, criterion->label, criterion->network_label);
            }
        }
    }

  return self;
}

CapAdaptation *
cap_adaptation_copy (const CapAdaptation *self)
{
  CapAdaptation *copy;
  g_autoptr(GPtrArray) codes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cap_adaptation_new ();
  copy->title = g_strdup (self->title);
  codes = cap_adaptation_list_codes (self);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      cap_adaptation_set_label (copy, code, cap_adaptation_get_label (self, code));
    }

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const CapLocalObjective *objective = g_ptr_array_index (self->objectives, i);
      CapLocalObjective *same = cap_adaptation_add_objective (copy, objective->code, objective->label);

      for (guint j = 0; j < objective->criteria->len; j++)
        {
          const CapLocalCriterion *criterion = g_ptr_array_index (objective->criteria, j);

          cap_adaptation_add_criterion (copy, same, criterion->code, criterion->label, criterion->question);
        }
    }

  return copy;
}

static gboolean
have_same_labels (const CapAdaptation *self,
                  const CapAdaptation *other)
{
  GHashTableIter iter;
  const char *code;
  const char *label;

  if (g_hash_table_size (self->labels) != g_hash_table_size (other->labels))
    return FALSE;

  g_hash_table_iter_init (&iter, self->labels);
  while (g_hash_table_iter_next (&iter, (gpointer *) &code, (gpointer *) &label))
    {
      if (g_strcmp0 (cap_adaptation_get_label (other, code), label) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_objective (const CapLocalObjective *one,
                   const CapLocalObjective *other)
{
  if (!g_str_equal (one->code, other->code) || !g_str_equal (one->label, other->label) ||
      one->criteria->len != other->criteria->len)
    return FALSE;

  for (guint i = 0; i < one->criteria->len; i++)
    {
      const CapLocalCriterion *left = g_ptr_array_index (one->criteria, i);
      const CapLocalCriterion *right = g_ptr_array_index (other->criteria, i);

      if (!g_str_equal (left->code, right->code) || !g_str_equal (left->label, right->label) ||
          !g_str_equal (left->question, right->question))
        return FALSE;
    }

  return TRUE;
}

/* The title counts only where there is something below it. */
gboolean
cap_adaptation_equal (const CapAdaptation *self,
                      const CapAdaptation *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (!have_same_labels (self, other) || self->objectives->len != other->objectives->len ||
      (self->objectives->len > 0 && g_strcmp0 (self->title, other->title) != 0))
    return FALSE;

  for (guint i = 0; i < self->objectives->len; i++)
    {
      if (!is_same_objective (g_ptr_array_index (self->objectives, i),
                              g_ptr_array_index (other->objectives, i)))
        return FALSE;
    }

  return TRUE;
}

gboolean
cap_adaptation_is_empty (const CapAdaptation *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->objectives->len == 0 && g_hash_table_size (self->labels) == 0;
}

/**
 * cap_adaptation_set_label:
 * @code: of a theme, an objective or a criterion of the network
 * @label: (nullable): how the structure words it; %NULL to say it as the network does
 */
void
cap_adaptation_set_label (CapAdaptation *self,
                          const char    *code,
                          const char    *label)
{
  g_return_if_fail (self != NULL && code != NULL);

  if (label != NULL)
    g_hash_table_insert (self->labels, g_strdup (code), g_strdup (label));
  else
    g_hash_table_remove (self->labels, code);
}

const char *
cap_adaptation_get_label (const CapAdaptation *self,
                          const char          *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->labels, code);
}

static int
compare_codes (gconstpointer one,
               gconstpointer other)
{
  return cap_framework_compare_versions (*(const char * const *) one, *(const char * const *) other);
}

GPtrArray *
cap_adaptation_list_codes (const CapAdaptation *self)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  const char *code;

  g_return_val_if_fail (self != NULL, codes);

  g_hash_table_iter_init (&iter, self->labels);
  while (g_hash_table_iter_next (&iter, (gpointer *) &code, NULL))
    g_ptr_array_add (codes, g_strdup (code));
  g_ptr_array_sort (codes, compare_codes);

  return codes;
}

static gboolean
is_taken (const CapAdaptation *self,
          const char          *code)
{
  return cap_adaptation_find_objective (self, code) != NULL ||
         cap_adaptation_find_criterion (self, code) != NULL;
}

/* One more than the highest number below @prefix: numbers of what was removed last may come back, so
 * whoever removes a criterion clears its answer. */
static char *
make_code (const CapAdaptation *self,
           const char          *prefix,
           const char          *separator)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *code = g_strdup_printf ("%s%s%u", prefix, separator, number);

      if (!is_taken (self, code))
        return g_steal_pointer (&code);
    }
}

/**
 * cap_adaptation_add_objective:
 * @code: (nullable): its code; %NULL for the next free one
 *
 * Returns: (transfer none): the objective, which asks for a criterion
 */
CapLocalObjective *
cap_adaptation_add_objective (CapAdaptation *self,
                              const char    *code,
                              const char    *label)
{
  CapLocalObjective *objective;

  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  objective = g_new0 (CapLocalObjective, 1);
  objective->code = code != NULL ? g_strdup (code) : make_code (self, CAP_LOCAL_THEME, "");
  objective->label = g_strdup (label);
  objective->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) free_criterion);
  g_ptr_array_add (self->objectives, objective);

  return objective;
}

/**
 * cap_adaptation_add_criterion:
 * @code: (nullable): its code; %NULL for the next free one
 *
 * Returns: (transfer none): the criterion
 */
CapLocalCriterion *
cap_adaptation_add_criterion (CapAdaptation     *self,
                              CapLocalObjective *objective,
                              const char        *code,
                              const char        *label,
                              const char        *question)
{
  CapLocalCriterion *criterion;

  g_return_val_if_fail (self != NULL && objective != NULL && label != NULL && question != NULL, NULL);

  criterion = g_new0 (CapLocalCriterion, 1);
  criterion->code = code != NULL ? g_strdup (code) : make_code (self, objective->code, ".");
  criterion->label = g_strdup (label);
  criterion->question = g_strdup (question);
  g_ptr_array_add (objective->criteria, criterion);

  return criterion;
}

CapLocalObjective *
cap_adaptation_find_objective (const CapAdaptation *self,
                               const char          *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->objectives->len; i++)
    {
      CapLocalObjective *objective = g_ptr_array_index (self->objectives, i);

      if (g_str_equal (objective->code, code))
        return objective;
    }

  return NULL;
}

CapLocalCriterion *
cap_adaptation_find_criterion (const CapAdaptation *self,
                               const char          *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const CapLocalObjective *objective = g_ptr_array_index (self->objectives, i);

      for (guint j = 0; j < objective->criteria->len; j++)
        {
          CapLocalCriterion *criterion = g_ptr_array_index (objective->criteria, j);

          if (g_str_equal (criterion->code, code))
            return criterion;
        }
    }

  return NULL;
}

/* Takes an objective or a criterion of the structure away; an objective goes with its last one. */
void
cap_adaptation_remove (CapAdaptation *self,
                       const char    *code)
{
  g_return_if_fail (self != NULL && code != NULL);

  for (guint i = self->objectives->len; i-- > 0;)
    {
      CapLocalObjective *objective = g_ptr_array_index (self->objectives, i);
      CapLocalCriterion *criterion = cap_adaptation_find_criterion (self, code);
      gboolean holds = criterion != NULL && g_ptr_array_remove (objective->criteria, criterion);

      if (g_str_equal (objective->code, code) || (holds && objective->criteria->len == 0))
        g_ptr_array_remove_index (self->objectives, i);
    }
}

static void
apply_label (const CapAdaptation  *self,
             const char           *code,
             char                **label,
             char                **network_label)
{
  const char *own = cap_adaptation_get_label (self, code);

  if (own == NULL)
    return;

  if (*network_label == NULL)
    *network_label = g_steal_pointer (label);
  g_free (*label);
  *label = g_strdup (own);
}

static void
apply_labels (const CapAdaptation *self,
              CapTheme            *theme)
{
  apply_label (self, theme->code, &theme->label, &theme->network_label);

  for (guint i = 0; i < theme->objectives->len; i++)
    {
      CapObjective *objective = g_ptr_array_index (theme->objectives, i);

      apply_label (self, objective->code, &objective->label, &objective->network_label);
      for (guint j = 0; j < objective->criteria->len; j++)
        {
          CapCriterion *criterion = g_ptr_array_index (objective->criteria, j);

          apply_label (self, criterion->code, &criterion->label, &criterion->network_label);
        }
    }
}

static CapCriterion *
make_criterion (const CapLocalCriterion *local)
{
  CapCriterion *criterion = cap_criterion_new ();

  criterion->code = g_strdup (local->code);
  criterion->label = g_strdup (local->label);
  criterion->question = g_strdup (local->question);
  criterion->why = g_strdup ("");
  criterion->weight = 1;
  criterion->impact = 1;
  criterion->effort = 2;
  criterion->clauses = g_new0 (char *, 1);
  criterion->subjects = g_new0 (char *, 1);
  criterion->csess = g_new0 (char *, 1);
  criterion->evidence = g_new0 (char *, 1);

  return criterion;
}

static CapTheme *
make_theme (const CapAdaptation *self)
{
  CapTheme *theme = cap_theme_new ();

  theme->code = g_strdup (CAP_LOCAL_THEME);
  theme->label = g_strdup (self->title != NULL ? self->title : CAP_LOCAL_THEME);
  theme->summary = g_strdup ("");
  theme->weight = 1;
  theme->local = TRUE;

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const CapLocalObjective *local = g_ptr_array_index (self->objectives, i);
      CapObjective *objective = cap_objective_new ();

      objective->code = g_strdup (local->code);
      objective->label = g_strdup (local->label);
      objective->advice = g_strdup ("");
      objective->weight = 1;
      objective->services = g_new0 (char *, 1);
      for (guint j = 0; j < local->criteria->len; j++)
        g_ptr_array_add (objective->criteria, make_criterion (g_ptr_array_index (local->criteria, j)));
      g_ptr_array_add (theme->objectives, objective);
    }

  return theme;
}

/**
 * cap_adaptation_apply:
 * @framework: a framework that is not sealed yet
 *
 * Makes the framework say what the structure changed. Labels of what it has
 * not are left; a local theme that it has is replaced.
 */
void
cap_adaptation_apply (const CapAdaptation *self,
                      CapFramework        *framework)
{
  g_return_if_fail (self != NULL && framework != NULL && framework->source == NULL);

  for (guint i = framework->themes->len; i-- > 0;)
    {
      CapTheme *theme = g_ptr_array_index (framework->themes, i);

      if (theme->local)
        g_ptr_array_remove_index (framework->themes, i);
      else
        apply_labels (self, theme);
    }

  if (self->objectives->len > 0)
    g_ptr_array_add (framework->themes, make_theme (self));
}
