/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-xlsx-parts-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

#include "exchange/cap-framework-json.h"
#include "exchange/cap-xlsx-reader.h"

#define MAX_PARTS 4096
#define BLOCK (64 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* What the reading of a file has found so far. */
typedef struct
{
  GHashTable *parts;
  gsize       size; /* of all of them, once unpacked */
  guint       n_entries;
  gboolean    is_open_document;
} Parts;

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

/* The text of one entry, or NULL. What it says of its own size is not believed. */
static GBytes *
unpack (Parts    *self,
        Archive  *archive,
        GError  **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    {
      self->size += (gsize) n;
      if (self->size > CAP_XLSX_MAX_SIZE)
        {
          cap_xlsx_set_too_big (error);
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }

  if (n < 0)
    {
      cap_xlsx_set_damaged (error);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Pictures, themes of colours and the like are not even unpacked. */
static gboolean
is_part (const char *name)
{
  return (g_str_has_prefix (name, "xl/") || g_str_has_prefix (name, "docprops/") ||
          g_str_has_prefix (name, "_rels/") || g_str_equal (name, "[content_types].xml")) &&
         (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels"));
}

static gboolean
read_entry (Parts                 *self,
            Archive               *archive,
            struct archive_entry  *entry,
            GError               **error)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = path != NULL ? g_ascii_strdown (path, -1) : g_strdup ("");
  GBytes *bytes;

  if (++self->n_entries > MAX_PARTS)
    {
      cap_xlsx_set_too_big (error);
      return FALSE;
    }

  if (archive_entry_is_encrypted (entry))
    {
      set_locked (error);
      return FALSE;
    }

  self->is_open_document = self->is_open_document || g_str_equal (name, "content.xml");
  if (!is_part (name))
    return TRUE;

  bytes = unpack (self, archive, error);
  if (bytes != NULL)
    g_hash_table_replace (self->parts, g_steal_pointer (&name), bytes);

  return bytes != NULL;
}

static gboolean
read_entries (Parts    *self,
              Archive  *archive,
              GError  **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (!read_entry (self, archive, entry, error))
        return FALSE;
    }

  if (status != ARCHIVE_EOF)
    {
      cap_xlsx_set_damaged (error);
      return FALSE;
    }

  if (g_hash_table_contains (self->parts, "xl/workbook.xml"))
    return TRUE;

  if (self->is_open_document)
    set_error (error, _("this is an OpenDocument spreadsheet: save it in the .xlsx format"));
  else
    set_error (error, _("this is not a spreadsheet in the .xlsx format"));

  return FALSE;
}

static gboolean
check_start (const char  *data,
             gsize        size,
             GError     **error)
{
  if (size > CAP_XLSX_MAX_SIZE)
    cap_xlsx_set_too_big (error);
  else if (size >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
    set_locked (error);
  else if (size < 4 || memcmp (data, "PK\x03\x04", 4) != 0)
    set_error (error, _("this is not a spreadsheet in the .xlsx format"));
  else
    return TRUE;

  return FALSE;
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
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(Archive) archive = NULL;
  Parts self = { 0 };

  if (!check_start (data, size, error))
    return NULL;

  parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  archive = archive_read_new ();
  self.parts = parts;
  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      cap_xlsx_set_damaged (error);
      return NULL;
    }

  return read_entries (&self, archive, error) ? g_steal_pointer (&parts) : NULL;
}
