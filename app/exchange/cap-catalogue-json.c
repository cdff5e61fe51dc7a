/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-catalogue-json.h"

#include <string.h>

#include "data/cap-data.h"
#include "exchange/cap-certification-json-private.h"
#include "exchange/cap-json-private.h"

#define SOURCE   "/org/coorace/CapCedre/catalogue/catalogue.json"
#define MAX_DAYS 1000

static void
read_requirement (CapJsonReader *reader,
                  JsonObject    *item,
                  gpointer       user_data)
{
  CapStandard *standard = user_data;
  g_autofree char *number = cap_json_reader_dup_code (reader, item, "number");
  g_autofree char *title = cap_json_reader_dup_text (reader, item, "title");
  CapRequirement *requirement = cap_requirement_new (number, title);

  if (json_object_has_member (item, "maintain"))
    requirement->maintain = cap_json_reader_dup_nullable (reader, item, "maintain");
  if (json_object_has_member (item, "retain"))
    requirement->retain = cap_json_reader_dup_nullable (reader, item, "retain");
  requirement->excludable = json_object_get_boolean_member_with_default (item, "excludable", FALSE);
  requirement->conditional = json_object_get_boolean_member_with_default (item, "conditional", FALSE);
  requirement->translations = cap_json_reader_dup_translations (reader, item);
  g_ptr_array_add (standard->requirements, requirement);
}

/* Whether @other is right below @number: “8.5.1” below “8.5”, “8.5” below “8”. */
static gboolean
is_right_below (const char *number,
                const char *other)
{
  const gsize length = strlen (number);

  return g_str_has_prefix (other, number) && other[length] == '.' && strchr (other + length + 1, '.') == NULL;
}

static void
count_parts (CapStandard *standard)
{
  for (guint i = 0; i < standard->requirements->len; i++)
    {
      CapRequirement *requirement = g_ptr_array_index (standard->requirements, i);

      for (guint j = 0; j < standard->requirements->len; j++)
        {
          const CapRequirement *other = g_ptr_array_index (standard->requirements, j);

          if (is_right_below (requirement->number, other->number))
            requirement->parts++;
        }
    }
}

static void
read_standard (CapJsonReader *reader,
               JsonObject    *item,
               gpointer       user_data)
{
  CapCatalogue *catalogue = user_data;
  g_autofree char *id = cap_json_reader_dup_text (reader, item, "id");
  CapStandard *standard = cap_standard_new (id);

  standard->title = cap_json_reader_dup_text (reader, item, "title");
  standard->edition = cap_json_reader_dup_text (reader, item, "edition");
  cap_json_reader_each (reader, item, "requirements", 1, read_requirement, standard);
  count_parts (standard);
  g_ptr_array_add (catalogue->standards, standard);
}

static void
read_grade (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  CapRoute *route = user_data;
  g_autofree char *code = cap_json_reader_dup_text (reader, item, "code");
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");
  CapGrade *grade = cap_grade_new (code, label);

  grade->definition = cap_json_reader_dup_text (reader, item, "definition");
  grade->days = (guint) cap_json_reader_get_int (reader, item, "days", 0, MAX_DAYS);
  grade->nonconformity = cap_json_reader_get_boolean (reader, item, "nonconformity");
  grade->strength = json_object_get_boolean_member_with_default (item, "strength", FALSE);
  grade->translations = cap_json_reader_dup_translations (reader, item);
  g_ptr_array_add (route->grades, grade);
}

static void
read_route (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  CapCatalogue *catalogue = user_data;
  g_autofree char *id = cap_json_reader_dup_text (reader, item, "id");
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");
  g_autofree char *standard = cap_json_reader_dup_nullable (reader, item, "standard");
  CapRoute *route = cap_route_new (id, label);

  route->standard = cap_catalogue_find_standard (catalogue, standard);
  if (standard != NULL && route->standard == NULL)
    cap_json_reader_add_fault (reader, "standard", standard);
  route->certifier = cap_json_reader_dup_nullable (reader, item, "certifier");
  route->note = cap_json_reader_dup_text (reader, item, "note");
  route->ready_days = (guint) cap_json_reader_get_int (reader, item, "ready_days", 0, MAX_DAYS);
  route->translations = cap_json_reader_dup_translations (reader, item);
  cap_json_reader_each (reader, item, "grades", 1, read_grade, route);
  g_ptr_array_add (catalogue->routes, route);
}

static CapCatalogue *
read_catalogue (void)
{
  CapCatalogue *catalogue = cap_catalogue_new ();
  g_autoptr(GBytes) source = g_resource_lookup_data (cap_data_get_resource (), SOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto(CapJsonReader) reader = { 0 };
  g_autoptr(JsonNode) root = NULL;

  cap_json_reader_init (&reader);
  root = cap_json_reader_parse (&reader, source);
  g_assert (root != NULL);
  cap_json_reader_each (&reader, json_node_get_object (root), "standards", 1, read_standard, catalogue);
  cap_json_reader_each (&reader, json_node_get_object (root), "routes", 1, read_route, catalogue);
  catalogue->sampling = cap_certification_json_read_sampling (&reader, json_node_get_object (root));
  catalogue->cycle = cap_certification_json_read_cycle (&reader, json_node_get_object (root));
  catalogue->audit_time = cap_certification_json_read_audit_time (&reader, json_node_get_object (root));
  g_assert (reader.faults->len == 0);

  return catalogue;
}

/**
 * cap_catalogue_json_load_default:
 *
 * Comes with the program, so it never fails.
 *
 * Returns: (transfer full): the catalogue, shared
 */
CapCatalogue *
cap_catalogue_json_load_default (void)
{
  static CapCatalogue *shared;

  if (g_once_init_enter (&shared))
    g_once_init_leave (&shared, read_catalogue ());

  return cap_catalogue_ref (shared);
}
