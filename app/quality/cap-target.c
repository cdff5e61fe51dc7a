/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-target.h"

/* Returns: (nullable): the audit aimed at: the last one of the register */
const CapRecord *
cap_target_find (const CapDossier *dossier)
{
  const GPtrArray *targets;

  g_return_val_if_fail (dossier != NULL, NULL);

  targets = dossier->registers[CAP_REGISTER_TARGET];

  return targets->len > 0 ? g_ptr_array_index (targets, targets->len - 1) : NULL;
}

/* Returns: (nullable): the route of that audit; without one, the first that has a standard */
const CapRoute *
cap_target_find_route (const CapDossier   *dossier,
                       const CapCatalogue *catalogue)
{
  const CapRecord *target = cap_target_find (dossier);
  const CapRoute *route;

  g_return_val_if_fail (catalogue != NULL, NULL);

  route = target != NULL ? cap_catalogue_find_route (catalogue, cap_record_get (target, CAP_TARGET_ROUTE))
                         : NULL;
  for (guint i = 0; route == NULL && i < catalogue->routes->len; i++)
    {
      const CapRoute *it = g_ptr_array_index (catalogue->routes, i);

      route = it->standard != NULL ? it : NULL;
    }

  return route;
}
