/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-finding-grade.h"

/* Returns: (nullable): the audit that raised it */
const CapRecord *
cap_finding_get_audit (const CapRecord  *finding,
                       const CapDossier *dossier)
{
  const char *code;

  g_return_val_if_fail (finding != NULL && dossier != NULL, NULL);

  code = cap_record_get (finding, CAP_FINDING_AUDIT);

  return code != NULL ? cap_dossier_find_record_by_code (dossier, CAP_REGISTER_AUDIT, code) : NULL;
}

/* The route of the audit that is aimed at, or the first one that follows a standard. */
static const CapRoute *
find_usual_route (const CapDossier   *dossier,
                  const CapCatalogue *catalogue)
{
  const GPtrArray *targets = dossier->registers[CAP_REGISTER_TARGET];
  const CapRoute *route = NULL;

  for (guint i = targets->len; route == NULL && i > 0; i--)
    route = cap_catalogue_find_route (catalogue,
                                      cap_record_get (g_ptr_array_index (targets, i - 1), CAP_TARGET_ROUTE));
  for (guint i = 0; route == NULL && i < catalogue->routes->len; i++)
    {
      const CapRoute *it = g_ptr_array_index (catalogue->routes, i);

      route = it->standard != NULL ? it : NULL;
    }

  return route;
}

/**
 * cap_finding_find_route:
 * @finding: (nullable): a finding; %NULL for one to come
 *
 * Returns: (nullable): the route whose grades and deadlines count for it: that of its audit, or the one
 *   that the structure follows
 */
const CapRoute *
cap_finding_find_route (const CapRecord    *finding,
                        const CapDossier   *dossier,
                        const CapCatalogue *catalogue)
{
  const CapRecord *audit;
  const CapRoute *route;

  g_return_val_if_fail (dossier != NULL && catalogue != NULL, NULL);

  audit = finding != NULL ? cap_finding_get_audit (finding, dossier) : NULL;
  route = audit != NULL ? cap_catalogue_find_route (catalogue, cap_record_get (audit, CAP_AUDIT_ROUTE))
                        : NULL;

  return route != NULL ? route : find_usual_route (dossier, catalogue);
}

/* Returns: (nullable): the grade of that code */
const CapGrade *
cap_route_find_grade (const CapRoute *route,
                      const char     *code)
{
  g_return_val_if_fail (route != NULL, NULL);

  for (guint i = 0; i < route->grades->len; i++)
    {
      const CapGrade *grade = g_ptr_array_index (route->grades, i);

      if (g_strcmp0 (grade->code, code) == 0)
        return grade;
    }

  return NULL;
}

/* Returns: (nullable): the grade of the most severe nonconformities, when there are milder ones */
const CapGrade *
cap_route_get_major (const CapRoute *route)
{
  const CapGrade *last = NULL;
  guint n_nonconformities = 0;

  g_return_val_if_fail (route != NULL, NULL);

  for (guint i = 0; i < route->grades->len; i++)
    {
      const CapGrade *grade = g_ptr_array_index (route->grades, i);

      if (!grade->nonconformity)
        continue;

      n_nonconformities++;
      last = grade;
    }

  return n_nonconformities > 1 ? last : NULL;
}

/**
 * cap_finding_find_grade:
 *
 * Returns: (nullable): its grade; when its own route has none of that code, as after a change of route,
 *   that of another one
 */
const CapGrade *
cap_finding_find_grade (const CapRecord    *finding,
                        const CapDossier   *dossier,
                        const CapCatalogue *catalogue)
{
  const char *code;
  const CapRoute *route;
  const CapGrade *grade;

  g_return_val_if_fail (finding != NULL, NULL);

  code = cap_record_get (finding, CAP_FINDING_GRADE);
  route = cap_finding_find_route (finding, dossier, catalogue);
  grade = route != NULL ? cap_route_find_grade (route, code) : NULL;
  for (guint i = 0; grade == NULL && i < catalogue->routes->len; i++)
    grade = cap_route_find_grade (g_ptr_array_index (catalogue->routes, i), code);

  return grade;
}

/* Whether a requirement is not met; a grade that is not known is one, so that nothing is taken lightly. */
gboolean
cap_finding_is_nonconformity (const CapRecord    *finding,
                              const CapDossier   *dossier,
                              const CapCatalogue *catalogue)
{
  const CapGrade *grade = cap_finding_find_grade (finding, dossier, catalogue);

  return grade == NULL || grade->nonconformity;
}
