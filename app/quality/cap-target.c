/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-target.h"

#include <string.h>

/* One that has no day yet is not over: it comes after those that have one, before those that are over. */
static int
rank (const char *date,
      const char *today)
{
  if (date == NULL)
    return 1;

  return strcmp (date, today) >= 0 ? 2 : 0;
}

static gboolean
is_better (const CapRecord *target,
           const CapRecord *than,
           const char      *today)
{
  const char *date = cap_record_get (target, CAP_TARGET_DATE);
  const char *other = cap_record_get (than, CAP_TARGET_DATE);
  const int difference = rank (date, today) - rank (other, today);

  if (difference != 0)
    return difference > 0;

  return rank (date, today) == 2 ? strcmp (date, other) < 0 : g_strcmp0 (date, other) >= 0;
}

/**
 * cap_target_find:
 * @today: ISO 8601
 *
 * Returns: (nullable): the audit to be ready for: the next one to come, or the
 *   last one that is over when none is
 */
const CapRecord *
cap_target_find (const CapDossier *dossier,
                 const char       *today)
{
  const GPtrArray *targets;
  const CapRecord *found = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  targets = dossier->registers[CAP_REGISTER_TARGET];
  for (guint i = 0; i < targets->len; i++)
    {
      const CapRecord *target = g_ptr_array_index (targets, i);

      if (found == NULL || is_better (target, found, today))
        found = target;
    }

  return found;
}

/**
 * cap_target_find_route:
 * @target: (nullable): an audit aimed at
 *
 * Returns: (nullable): its route; without an audit, or when the route is not in
 *   the catalogue, the first one that follows a standard, so that nothing less is
 *   asked of those who do not say
 */
const CapRoute *
cap_target_find_route (const CapRecord    *target,
                       const CapCatalogue *catalogue)
{
  const CapRoute *route;

  g_return_val_if_fail (catalogue != NULL, NULL);

  route = target != NULL
    ? cap_catalogue_find_route (catalogue, cap_record_get (target, CAP_TARGET_ROUTE)) : NULL;
  for (guint i = 0; route == NULL && i < catalogue->routes->len; i++)
    {
      const CapRoute *it = g_ptr_array_index (catalogue->routes, i);

      route = it->standard != NULL ? it : NULL;
    }

  return route;
}
