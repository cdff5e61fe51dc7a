/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-sample-json.h"

#include "exchange/cap-json-private.h"

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint64      count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, (gint64) count);
}

static void
add_drawn (JsonBuilder  *builder,
           const GArray *drawn)
{
  json_builder_set_member_name (builder, "drawn");
  if (drawn == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < drawn->len; i++)
    json_builder_add_int_value (builder, (gint64) g_array_index (drawn, guint64, i) + 1);
  json_builder_end_array (builder);
}

/* JSON-GLib has signed numbers only: a greater number of sites came out negative. The others are about
 * its root, and fit. Returns: (transfer full): @json with the right one */
static char *
mend_sites (const char *json,
            guint64     sites)
{
  g_autoptr(GString) mended = g_string_new (json);
  g_autofree char *wrong = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sites);
  g_autofree char *right = g_strdup_printf ("%" G_GUINT64_FORMAT, sites);

  g_string_replace (mended, wrong, right, 1);

  return g_string_free (g_steal_pointer (&mended), FALSE);
}

char *
cap_sample_json_write (const CapSampleSize    *size,
                       const CapSamplingRules *rules)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *json = NULL;

  g_return_val_if_fail (size != NULL && rules != NULL, NULL);

  json_builder_begin_object (builder);
  add_count (builder, "sites", size->sites);
  cap_json_add_text (builder, "audit", cap_sampling_audit_to_name (size->audit));
  cap_json_add_boolean (builder, "reduced", size->reduced);
  add_count (builder, "minimum", size->minimum);
  add_count (builder, "random", size->random);
  cap_json_add_boolean (builder, "central_function", TRUE);
  add_count (builder, "extra", size->extra);
  cap_json_add_text (builder, "reason", size->reason);
  add_count (builder, "total", size->minimum + size->extra);
  if (size->seed != NULL)
    add_count (builder, "seed", *size->seed);
  else
    cap_json_add_text (builder, "seed", NULL);
  add_drawn (builder, size->drawn);
  cap_json_add_boolean (builder, "indicative", TRUE);
  cap_json_add_text (builder, "source", rules->source);
  json_builder_end_object (builder);
  json = cap_json_to_text (builder);

  return size->sites > G_MAXINT64 ? mend_sites (json, size->sites) : g_steal_pointer (&json);
}
