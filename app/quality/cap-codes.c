/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-codes.h"

#include "audit/cap-finding-grade.h"

static void
each_record (const GPtrArray *records,
             CapCodeFunc      func,
             gpointer         user_data)
{
  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      func (cap_record_get_code (record), cap_record_get_title (record), user_data);
    }
}

static void
each_indicator (const CapDossier *dossier,
                CapCodeFunc       func,
                gpointer          user_data)
{
  for (guint i = 0; i < dossier->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (dossier->indicators, i);

      func (indicator->code, indicator->label, user_data);
    }
}

static void
each_requirement (const CapStandard *standard,
                  CapCodeFunc        func,
                  gpointer           user_data)
{
  for (guint i = 0; i < standard->requirements->len; i++)
    {
      const CapRequirement *requirement = g_ptr_array_index (standard->requirements, i);

      func (requirement->number, cap_requirement_get_title (requirement), user_data);
    }
}

static void
each_route (const CapCatalogue *catalogue,
            CapCodeFunc         func,
            gpointer            user_data)
{
  for (guint i = 0; i < catalogue->routes->len; i++)
    {
      const CapRoute *route = g_ptr_array_index (catalogue->routes, i);

      func (route->id, route->label, user_data);
    }
}

static void
each_grade (const CapRoute *route,
            CapCodeFunc     func,
            gpointer        user_data)
{
  for (guint i = 0; route != NULL && i < route->grades->len; i++)
    {
      const CapGrade *grade = g_ptr_array_index (route->grades, i);

      func (grade->code, cap_grade_get_label (grade), user_data);
    }
}

static void
each_criterion (const CapFramework *framework,
                CapCodeFunc         func,
                gpointer            user_data)
{
  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      func (criterion->code, criterion->label, user_data);
    }
}

/**
 * cap_codes_each:
 * @record: (nullable): whose field it is: the grades of a finding are those of its route
 * @func: called with each thing that can be named, in its order
 */
void
cap_codes_each (const CapDossier   *dossier,
                const CapCatalogue *catalogue,
                CapRefers           refers,
                const CapRecord    *record,
                CapCodeFunc         func,
                gpointer            user_data)
{
  const CapRecord *finding = record != NULL && record->kind == CAP_REGISTER_FINDING ? record : NULL;

  g_return_if_fail (dossier != NULL && catalogue != NULL && func != NULL);

  if (cap_refers_get_register (refers) != CAP_REGISTER_NONE)
    each_record (dossier->registers[cap_refers_get_register (refers)], func, user_data);
  else if (refers == CAP_REFERS_INDICATOR)
    each_indicator (dossier, func, user_data);
  else if (refers == CAP_REFERS_REQUIREMENT)
    each_requirement (g_ptr_array_index (catalogue->standards, 0), func, user_data);
  else if (refers == CAP_REFERS_ROUTE)
    each_route (catalogue, func, user_data);
  else if (refers == CAP_REFERS_GRADE)
    each_grade (cap_finding_find_route (finding, dossier, catalogue), func, user_data);
  else if (refers == CAP_REFERS_CRITERION)
    each_criterion (cap_dossier_get_current (dossier)->framework, func, user_data);
}
