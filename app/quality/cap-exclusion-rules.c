/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-exclusion-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quality/cap-record-rules.h"

#include "quality/cap-record-rules.h"

/**
 * cap_exclusion_is_valid:
 * @exclusion: a line of the register of exclusions
 * @standard: the standard that is aimed at
 *
 * Returns: whether its clause may be left out, there is a reason to, and somebody decided it
 */
gboolean
cap_exclusion_is_valid (const CapRecord   *exclusion,
                        const CapStandard *standard)
{
  g_autofree char *fault = NULL;

  g_return_val_if_fail (exclusion != NULL && exclusion->kind == CAP_REGISTER_EXCLUSION, FALSE);
  g_return_val_if_fail (standard != NULL, FALSE);

  fault = cap_exclusion_dup_fault (exclusion, standard);

  return fault == NULL;
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
  if (!cap_reason_is_solid (cap_record_get (exclusion, CAP_EXCLUSION_REASON)))
    return g_strdup_printf (_("Say more about why clause %s does not apply: an auditor reads the reason"),
                            number);
  if (cap_record_get (exclusion, CAP_EXCLUSION_DECIDED_BY) == NULL ||
      cap_record_get (exclusion, CAP_EXCLUSION_DATE) == NULL)
    return g_strdup_printf (_("Say who decided that clause %s does not apply, and when"), number);

  return NULL;
}

/**
 * cap_exclusion_check:
 * @exclusion: a line of the register of exclusions
 * @standard: (nullable): the standard that is aimed at
 * @faults: (element-type CapRecordFault): takes one more when its clause may not be left out
 */
void
cap_exclusion_check (const CapRecord   *exclusion,
                     const CapStandard *standard,
                     GPtrArray         *faults)
{
  const CapRequirement *requirement;
  CapRecordFault *fault;
  const char *number;

  g_return_if_fail (exclusion != NULL && exclusion->kind == CAP_REGISTER_EXCLUSION && faults != NULL);

  number = cap_record_get_code (exclusion);
  if (standard == NULL || *number == '\0')
    return;

  requirement = cap_standard_find_requirement (standard, number);
  if (requirement != NULL && requirement->excludable)
    return;

  fault = g_new0 (CapRecordFault, 1);
  fault->field = CAP_EXCLUSION_CODE;
  fault->sentence = cap_exclusion_dup_fault (exclusion, standard);
  g_ptr_array_add (faults, fault);
}

/**
 * cap_exclusion_find:
 * @number: of a clause
 *
 * Returns: (nullable): what leaves it out: its own line, or else that of the
 *   nearest clause above it, whether right or wrong
 */
const CapRecord *
cap_exclusion_find (const CapDossier *dossier,
                    const char       *number)
{
  const CapRecord *found = NULL;

  g_return_val_if_fail (dossier != NULL && number != NULL, NULL);

  for (guint i = 0; i < dossier->registers[CAP_REGISTER_EXCLUSION]->len; i++)
    {
      const CapRecord *exclusion = g_ptr_array_index (dossier->registers[CAP_REGISTER_EXCLUSION], i);
      const char *code = cap_record_get_code (exclusion);

      if (*code != '\0' && cap_requirement_number_covers (code, number) &&
          (found == NULL || strlen (code) > strlen (cap_record_get_code (found))))
        found = exclusion;
    }

  return found;
}
