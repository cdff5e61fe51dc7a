/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-zip-parts-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_PARTS 4096
#define BLOCK (64 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* What the reading of a file has found so far. */
typedef struct
{
  GHashTable   *parts;
  CapZipWanted  wanted;
  gpointer      user_data;
  gsize         max_size;
  gsize         size; /* of all of them, once unpacked */
  guint         n_entries;
  CapZipFault   fault;
} Parts;

/* The text of one entry, or NULL. What it says of its own size is not believed. */
static GBytes *
unpack (Parts   *self,
        Archive *archive)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    {
      self->size += (gsize) n;
      if (self->size > self->max_size)
        {
          self->fault = CAP_ZIP_TOO_BIG;
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }

  if (n < 0)
    {
      self->fault = CAP_ZIP_DAMAGED;
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
read_entry (Parts                *self,
            Archive              *archive,
            struct archive_entry *entry)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *name = path != NULL ? g_ascii_strdown (path, -1) : g_strdup ("");
  GBytes *bytes;

  if (++self->n_entries > MAX_PARTS)
    {
      self->fault = CAP_ZIP_TOO_BIG;
      return FALSE;
    }

  if (archive_entry_is_encrypted (entry))
    {
      self->fault = CAP_ZIP_LOCKED;
      return FALSE;
    }

  if (!self->wanted (name, self->user_data))
    return TRUE;

  /* Two that differ by their case only: programs do not agree on which of them counts. */
  if (g_hash_table_contains (self->parts, name))
    {
      self->fault = CAP_ZIP_DAMAGED;
      return FALSE;
    }

  bytes = unpack (self, archive);
  if (bytes != NULL)
    g_hash_table_replace (self->parts, g_steal_pointer (&name), bytes);

  return bytes != NULL;
}

static gboolean
read_entries (Parts   *self,
              Archive *archive)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (!read_entry (self, archive, entry))
        return FALSE;
    }

  self->fault = CAP_ZIP_DAMAGED;

  return status == ARCHIVE_EOF;
}

/**
 * cap_zip_parts_read:
 * @source: what should be a zip
 * @max_size: bytes, of what is wanted once it is unpacked
 * @wanted: asked for each part: what is not wanted is not even unpacked
 * @fault: (out): why it failed
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): its parts, by their path in lower case
 */
GHashTable *
cap_zip_parts_read (GBytes       *source,
                    gsize         max_size,
                    CapZipWanted  wanted,
                    gpointer      user_data,
                    CapZipFault  *fault)
{
  gsize size;
  const char *data = g_bytes_get_data (source, &size);
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(Archive) archive = NULL;
  Parts self = { NULL, wanted, user_data, max_size, 0, 0, CAP_ZIP_DAMAGED };
  gboolean read;

  *fault = CAP_ZIP_NOT_A_ZIP;
  if (size < 4 || memcmp (data, "PK\x03\x04", 4) != 0)
    return NULL;

  parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  archive = archive_read_new ();
  self.parts = parts;
  read = archive_read_support_format_zip_seekable (archive) == ARCHIVE_OK &&
         archive_read_open_memory (archive, data, size) == ARCHIVE_OK &&
         read_entries (&self, archive);
  *fault = self.fault;

  return read ? g_steal_pointer (&parts) : NULL;
}
