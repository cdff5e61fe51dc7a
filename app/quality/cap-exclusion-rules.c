/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-exclusion-rules.h"

#include <glib/gi18n.h>

/**
 * cap_exclusion_is_valid:
 * @exclusion: a line of the register of exclusions
 * @standard: the standard that is aimed at
 *
 * Returns: whether its clause may be left out, and there is a reason to
 */
gboolean
cap_exclusion_is_valid (const CapRecord   *exclusion,
                        const CapStandard *standard)
{
  const CapRequirement *requirement;

  g_return_val_if_fail (exclusion != NULL && exclusion->kind == CAP_REGISTER_EXCLUSION, FALSE);
  g_return_val_if_fail (standard != NULL, FALSE);

  requirement = cap_standard_find_requirement (standard, cap_record_get_code (exclusion));

  return requirement != NULL && requirement->excludable &&
         cap_record_get (exclusion, CAP_EXCLUSION_REASON) != NULL;
}

/* Returns: (transfer full) (nullable): what is wrong with an exclusion, and what to do; %NULL when it is
 *   right */
char *
cap_exclusion_dup_fault (const CapRecord   *exclusion,
                         const CapStandard *standard)
{
  const CapRequirement *requirement;
  const char *number;

  g_return_val_if_fail (exclusion != NULL && exclusion->kind == CAP_REGISTER_EXCLUSION, NULL);
  g_return_val_if_fail (standard != NULL, NULL);

  number = cap_record_get_code (exclusion);
  requirement = cap_standard_find_requirement (standard, number);

  if (requirement == NULL)
    /* Translators: number of a clause, title of a standard */
    return g_strdup_printf (_("%1$s has no clause “%2$s”"), standard->title, number);
  if (!requirement->excludable)
    /* Translators: number and title of a clause */
    return g_strdup_printf (_("Clause %1$s (%2$s) applies to every structure: it cannot be left out"), number,
                            cap_requirement_get_title (requirement));
  if (cap_record_get (exclusion, CAP_EXCLUSION_REASON) == NULL)
    return g_strdup_printf (_("Say why clause %s does not apply"), number);

  return NULL;
}

/**
 * cap_exclusion_find:
 * @number: of a clause
 *
 * Returns: (nullable): what leaves it out: its own line, or that of a clause
 *   above it, whether right or wrong
 */
const CapRecord *
cap_exclusion_find (const CapDossier *dossier,
                    const char       *number)
{
  g_return_val_if_fail (dossier != NULL && number != NULL, NULL);

  for (guint i = 0; i < dossier->registers[CAP_REGISTER_EXCLUSION]->len; i++)
    {
      const CapRecord *exclusion = g_ptr_array_index (dossier->registers[CAP_REGISTER_EXCLUSION], i);

      if (*cap_record_get_code (exclusion) != '\0' &&
          cap_requirement_number_covers (cap_record_get_code (exclusion), number))
        return exclusion;
    }

  return NULL;
}
