/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-readiness-json.h"

#include "exchange/cap-json-private.h"

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint        count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, count);
}

/* A number, or null when there is no audit to aim at. */
static void
add_number_if (JsonBuilder *builder,
               const char  *member,
               gboolean     known,
               int          number)
{
  json_builder_set_member_name (builder, member);
  if (known)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_figures (JsonBuilder        *builder,
             const CapReadiness *readiness)
{
  const CapRoute *route = readiness->matrix->route;

  cap_json_add_text (builder, "date", readiness->today);
  cap_json_add_text (builder, "route", route != NULL ? route->id : NULL);
  cap_json_add_text (builder, "audit", readiness->audit_day);
  add_number_if (builder, "days_left", readiness->audit_day != NULL, readiness->days_left);
  add_number_if (builder, "percent", readiness->percent >= 0, readiness->percent);
  add_count (builder, "total", readiness->n_total);

  json_builder_set_member_name (builder, "states");
  json_builder_begin_object (builder);
  for (guint i = 0; i < CAP_N_STANDINGS; i++)
    add_count (builder, cap_standing_to_name ((CapStanding) i), readiness->n_by_standing[i]);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "evaluation");
  json_builder_begin_object (builder);
  add_count (builder, "answered", readiness->n_answered);
  add_count (builder, "criteria", readiness->n_criteria);
  json_builder_end_object (builder);
}

static void
add_item (JsonBuilder            *builder,
          const CapReadinessItem *item,
          const char             *today)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "name", item->name);
  add_count (builder, "part", item->part);
  cap_json_add_text (builder, "clause", item->requirement != NULL ? item->requirement->number : NULL);
  cap_json_add_text (builder, "state", cap_standing_to_name (item->standing));
  cap_json_add_text (builder, "title", item->title);
  cap_json_add_text (builder, "sentence", item->sentence);
  cap_json_add_text (builder, "address", item->address);
  cap_json_add_text (builder, "due", item->due);
  cap_json_add_boolean (builder, "late", cap_readiness_item_is_late (item, today));
  json_builder_end_object (builder);
}

/* Returns: (transfer full): the list as JSON */
char *
cap_readiness_json_write (const CapReadiness *readiness)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (readiness != NULL, NULL);

  json_builder_begin_object (builder);
  add_figures (builder, readiness);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < readiness->items->len; i++)
    add_item (builder, g_ptr_array_index (readiness->items, i), readiness->today);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
