/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-catalogue.h"

#include <string.h>

#include "base/cap-locale.h"

G_DEFINE_BOXED_TYPE (CapCatalogue, cap_catalogue, cap_catalogue_ref, cap_catalogue_unref)

static void
free_requirement (CapRequirement *self)
{
  g_free (self->number);
  g_free (self->title);
  g_free (self->maintain);
  g_free (self->retain);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

static void
free_standard (CapStandard *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->edition);
  g_ptr_array_unref (self->requirements);
  g_free (self);
}

static void
free_grade (CapGrade *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->definition);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

static void
free_route (CapRoute *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->certifier);
  g_free (self->note);
  g_ptr_array_unref (self->grades);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (transfer full): an empty catalogue, to be filled before anybody else sees it */
CapCatalogue *
cap_catalogue_new (void)
{
  CapCatalogue *self = g_new0 (CapCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->standards = g_ptr_array_new_with_free_func ((GDestroyNotify) free_standard);
  self->routes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_route);

  return self;
}

CapCatalogue *
cap_catalogue_ref (CapCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
cap_catalogue_unref (CapCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->routes);
  g_ptr_array_unref (self->standards);
  cap_sampling_rules_free (self->sampling);
  cap_audit_time_rules_free (self->audit_time);
  cap_cycle_rules_free (self->cycle);
  g_free (self);
}

/**
 * cap_catalogue_find_standard:
 * @id: (nullable): as routes refer to it
 *
 * Returns: (nullable): the standard
 */
const CapStandard *
cap_catalogue_find_standard (const CapCatalogue *self,
                             const char         *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->standards->len; i++)
    {
      const CapStandard *standard = g_ptr_array_index (self->standards, i);

      if (g_strcmp0 (standard->id, id) == 0)
        return standard;
    }

  return NULL;
}

/**
 * cap_catalogue_find_route:
 * @id: (nullable): as a dossier keeps it
 *
 * Returns: (nullable): the route
 */
const CapRoute *
cap_catalogue_find_route (const CapCatalogue *self,
                          const char         *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->routes->len; i++)
    {
      const CapRoute *route = g_ptr_array_index (self->routes, i);

      if (g_strcmp0 (route->id, id) == 0)
        return route;
    }

  return NULL;
}

CapStandard *
cap_standard_new (const char *id)
{
  CapStandard *self = g_new0 (CapStandard, 1);

  self->id = g_strdup (id);
  self->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) free_requirement);

  return self;
}

/* Returns: (nullable): the clause of that number */
const CapRequirement *
cap_standard_find_requirement (const CapStandard *self,
                               const char        *number)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->requirements->len; i++)
    {
      const CapRequirement *requirement = g_ptr_array_index (self->requirements, i);

      if (g_strcmp0 (requirement->number, number) == 0)
        return requirement;
    }

  return NULL;
}

CapRequirement *
cap_requirement_new (const char *number,
                     const char *title)
{
  CapRequirement *self = g_new0 (CapRequirement, 1);

  self->number = g_strdup (number);
  self->title = g_strdup (title);

  return self;
}

CapRoute *
cap_route_new (const char *id,
               const char *label)
{
  CapRoute *self = g_new0 (CapRoute, 1);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->grades = g_ptr_array_new_with_free_func ((GDestroyNotify) free_grade);

  return self;
}

CapGrade *
cap_grade_new (const char *code,
               const char *label)
{
  CapGrade *self = g_new0 (CapGrade, 1);

  self->code = g_strdup (code);
  self->label = g_strdup (label);

  return self;
}

/* Whether @number is @other, or the clause that @other is below: “8.4” covers “8.4.1”, not “8.41”. */
gboolean
cap_requirement_number_covers (const char *number,
                               const char *other)
{
  gsize length;

  g_return_val_if_fail (number != NULL && other != NULL, FALSE);

  length = strlen (number);

  return strncmp (number, other, length) == 0 && (other[length] == '\0' || other[length] == '.');
}

static const char *
translate (const GPtrArray *translations,
           const char      *field,
           const char      *own)
{
  const char *text = own != NULL ? cap_translations_get (translations, cap_locale_get_language (), field)
                                 : NULL;

  return text != NULL ? text : own;
}

const char *
cap_requirement_get_title (const CapRequirement *self)
{
  return translate (self->translations, "title", self->title);
}

const char *
cap_requirement_get_maintain (const CapRequirement *self)
{
  return translate (self->translations, "maintain", self->maintain);
}

const char *
cap_requirement_get_retain (const CapRequirement *self)
{
  return translate (self->translations, "retain", self->retain);
}

const char *
cap_route_get_note (const CapRoute *self)
{
  return translate (self->translations, "note", self->note);
}

const char *
cap_grade_get_code (const CapGrade *self)
{
  return translate (self->translations, "code", self->code);
}

const char *
cap_grade_get_label (const CapGrade *self)
{
  return translate (self->translations, "label", self->label);
}

const char *
cap_grade_get_definition (const CapGrade *self)
{
  return translate (self->translations, "definition", self->definition);
}
