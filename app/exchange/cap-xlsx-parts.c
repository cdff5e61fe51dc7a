/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-xlsx-parts-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/cap-framework-json.h"
#include "exchange/cap-xlsx-reader.h"
#include "exchange/cap-zip-parts-private.h"

static void
set_error (GError     **error,
           const char  *sentence)
{
  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, sentence);
}

void
cap_xlsx_set_damaged (GError **error)
{
  set_error (error, _("this spreadsheet is damaged: open it in your office suite, save it, and try again"));
}

void
cap_xlsx_set_too_big (GError **error)
{
  set_error (error, _("this spreadsheet is far too big"));
}

static void
set_locked (GError **error)
{
  set_error (error, _("this spreadsheet has a password, or is in the old .xls format: "
                      "save it in the .xlsx format, without a password"));
}

/* Pictures, themes of colours and the like are not even unpacked. */
static gboolean
is_part (const char *name,
         gpointer    user_data)
{
  gboolean *is_open_document = user_data;

  *is_open_document = *is_open_document || g_str_equal (name, "content.xml");

  return (g_str_has_prefix (name, "xl/") || g_str_has_prefix (name, "docprops/") ||
          g_str_has_prefix (name, "_rels/") || g_str_equal (name, "[content_types].xml")) &&
         (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels"));
}

static void
set_fault (GError      **error,
           CapZipFault   fault)
{
  switch (fault)
    {
    case CAP_ZIP_TOO_BIG:
      cap_xlsx_set_too_big (error);
      break;

    case CAP_ZIP_LOCKED:
      set_locked (error);
      break;

    case CAP_ZIP_NOT_A_ZIP:
      set_error (error, _("this is not a spreadsheet in the .xlsx format"));
      break;

    case CAP_ZIP_DAMAGED:
    default:
      cap_xlsx_set_damaged (error);
      break;
    }
}

/**
 * cap_xlsx_parts_read:
 * @source: what should be a XLSX file: a zip of XML files
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): those of its
 *   files that may hold text, by their path in lower case
 */
GHashTable *
cap_xlsx_parts_read (GBytes  *source,
                     GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (source, &size);
  gboolean is_open_document = FALSE;
  g_autoptr(GHashTable) parts = NULL;
  CapZipFault fault = CAP_ZIP_TOO_BIG;

  if (size >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
    fault = CAP_ZIP_LOCKED;
  else if (size <= CAP_XLSX_MAX_SIZE)
    parts = cap_zip_parts_read (source, CAP_XLSX_MAX_SIZE, is_part, &is_open_document, &fault);

  if (parts == NULL)
    set_fault (error, fault);
  else if (g_hash_table_contains (parts, "xl/workbook.xml"))
    return g_steal_pointer (&parts);
  else if (is_open_document)
    set_error (error, _("this is an OpenDocument spreadsheet: save it in the .xlsx format"));
  else
    set_error (error, _("this is not a spreadsheet in the .xlsx format"));

  return NULL;
}
