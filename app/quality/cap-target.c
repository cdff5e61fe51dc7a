/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-target.h"

const CapRecord *
cap_target_find (const CapDossier *dossier)
{
  const GPtrArray *targets;

  g_return_val_if_fail (dossier != NULL, NULL);

  targets = dossier->registers[CAP_REGISTER_TARGET];

  return targets->len > 0 ? g_ptr_array_index (targets, targets->len - 1) : NULL;
}

/* Of two audits, the one to come; of two to come, the nearest; of two that are over, the last one. */
static gboolean
is_before (const char *date,
           const char *other,
           const char *today)
{
  const gboolean to_come = g_strcmp0 (date, today) >= 0;

  if (to_come != (g_strcmp0 (other, today) >= 0))
    return to_come;

  return to_come ? g_strcmp0 (date, other) < 0 : g_strcmp0 (date, other) > 0;
}

/**
 * cap_target_find_next:
 * @today: ISO 8601
 *
 * Returns: (nullable): the audit to be ready for: the next one, or the last
 *   one when none is to come
 */
const CapRecord *
cap_target_find_next (const CapDossier *dossier,
                      const char       *today)
{
  const CapRecord *found = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  for (guint i = 0; i < dossier->registers[CAP_REGISTER_TARGET]->len; i++)
    {
      const CapRecord *target = g_ptr_array_index (dossier->registers[CAP_REGISTER_TARGET], i);

      if (found == NULL || is_before (cap_record_get (target, CAP_TARGET_DATE),
                                      cap_record_get (found, CAP_TARGET_DATE), today))
        found = target;
    }

  return found;
}

/**
 * cap_target_find_route:
 * @target: (nullable): an audit
 *
 * Returns: (nullable): its route; without one, the first that has a standard
 */
const CapRoute *
cap_target_find_route (const CapRecord    *target,
                       const CapCatalogue *catalogue)
{
  const CapRoute *route = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  if (target != NULL)
    route = cap_catalogue_find_route (catalogue, cap_record_get (target, CAP_TARGET_ROUTE));
  for (guint i = 0; route == NULL && i < catalogue->routes->len; i++)
    {
      const CapRoute *it = g_ptr_array_index (catalogue->routes, i);

      route = it->standard != NULL ? it : NULL;
    }

  return route;
}
