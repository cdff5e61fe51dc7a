/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-verify.h"

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
