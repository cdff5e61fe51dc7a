/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-radiography-json.h"

#include <glib/gi18n.h>

#include "exchange/cap-json-private.h"

static void
add_alert (JsonBuilder    *builder,
           const CapAlert *alert)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "check", alert->check->id);
  cap_json_add_text (builder, "family", cap_check_family_to_name (alert->check->family));
  cap_json_add_text (builder, "severity", cap_severity_to_name (alert->severity));
  cap_json_add_text (builder, "subject", alert->subject);
  cap_json_add_text (builder, "sentence", alert->sentence);
  cap_json_add_text (builder, "address", alert->address);
  if (alert->reason != NULL)
    {
      cap_json_add_text (builder, "reason", alert->reason);
      cap_json_add_text (builder, "since", alert->since);
    }
  json_builder_end_object (builder);
}

static void
add_alerts (JsonBuilder     *builder,
            const char      *member,
            const GPtrArray *alerts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < alerts->len; i++)
    add_alert (builder, g_ptr_array_index (alerts, i));
  json_builder_end_array (builder);
}

static void
add_check (JsonBuilder    *builder,
           const CapCheck *check)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", check->id);
  cap_json_add_text (builder, "family", cap_check_family_to_name (check->family));
  cap_json_add_text (builder, "severity", cap_severity_to_name (check->severity));
  cap_json_add_text (builder, "title", gettext (check->title));
  json_builder_end_object (builder);
}

/**
 * cap_radiography_json_write:
 * @today: the day it was made, ISO 8601
 *
 * Returns: (transfer full): what it finds, as JSON
 */
char *
cap_radiography_json_write (const CapRadiography *radiography,
                            const char           *today)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (radiography != NULL && today != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "date", today);

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint severity = 0; severity < CAP_N_SEVERITIES; severity++)
    cap_json_add_int (builder, cap_severity_to_name (severity), (int) radiography->counts[severity]);
  json_builder_end_object (builder);

  add_alerts (builder, "alerts", radiography->alerts);
  add_alerts (builder, "set_aside", radiography->aside);

  json_builder_set_member_name (builder, "checks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cap_check_get_count (); i++)
    add_check (builder, cap_check_get (i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
