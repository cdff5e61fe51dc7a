/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-verify.h"

#include <glib/gi18n.h>
#include <libical/ical.h>

#include "base/cap-csv.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-json-private.h"

gboolean
cap_verify_csv (GBytes  *written,
                GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (written, &size);
  g_autoptr(GPtrArray) rows = cap_csv_read (text, size, error);

  return rows != NULL;
}

gboolean
cap_verify_ics (GBytes  *written,
                GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (written, &size);
  g_autofree char *text = g_strndup (data, size);
  icalcomponent *calendar = icalparser_parse_string (text);
  gboolean reads = calendar != NULL && icalcomponent_isa (calendar) == ICAL_VCALENDAR_COMPONENT &&
                   icalcomponent_count_errors (calendar) == 0;

  g_clear_pointer (&calendar, icalcomponent_free);
  if (!reads)
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, _("this is not a calendar"));

  return reads;
}

gboolean
cap_verify_json (GBytes  *written,
                 GError **error)
{
  g_auto(CapJsonReader) reader = { 0 };
  g_autoptr(JsonNode) root = NULL;

  cap_json_reader_init (&reader);
  root = cap_json_reader_parse (&reader, written);
  if (root == NULL)
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                         g_ptr_array_index (reader.faults, 0));

  return root != NULL;
}
