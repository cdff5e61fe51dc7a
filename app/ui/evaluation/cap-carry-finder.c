/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-carry-finder.h"

/* The old evaluation does not change; only another framework makes it speak otherwise. */
static const CapCarry *
find_carry (CapCarryFinder *self,
            CapDossier     *dossier)
{
  const CapEvaluation *previous = cap_dossier_get_previous (dossier);
  const CapEvaluation *current = cap_dossier_get_current (dossier);
  g_autofree char *key = NULL;

  if (previous == NULL)
    return NULL;

  key = g_strdup_printf ("%s %s %d %p", previous->id, current->id, (int) current->mode,
                         (void *) current->framework);
  if (g_strcmp0 (key, self->key) == 0)
    return self->carry;

  cap_carry_finder_clear (self);
  self->carry = cap_carry_new (previous, current->framework, current->mode);
  self->key = g_steal_pointer (&key);

  return self->carry;
}

/**
 * cap_carry_finder_find:
 * @code: of a criterion of the evaluation in course
 *
 * Returns: (nullable): what it takes over from the previous evaluation
 */
const CapCarriedAnswer *
cap_carry_finder_find (CapCarryFinder *self,
                       CapDossier     *dossier,
                       const char     *code)
{
  const CapCarry *carry;

  g_return_val_if_fail (self != NULL && dossier != NULL && code != NULL, NULL);

  carry = find_carry (self, dossier);
  for (guint i = 0; carry != NULL && i < carry->answers->len; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (carry->answers, i);

      if (carried->after != NULL && g_str_equal (carried->after->code, code))
        return carried;
    }

  return NULL;
}

void
cap_carry_finder_clear (CapCarryFinder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->carry, cap_carry_free);
  g_clear_pointer (&self->key, g_free);
}
