/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MARK "\n== "

static la_ssize_t
zip_written_cb (struct archive *zip,
                void           *user_data,
                const void     *data,
                size_t          size)
{
  g_byte_array_append (user_data, data, (guint) size);

  return (la_ssize_t) size;
}

static void
add_part (struct archive *zip,
          const char     *text,
          gsize           size)
{
  const char *end = memchr (text, '\n', size);
  g_autofree char *name = g_strndup (text, end != NULL ? (gsize) (end - text) : size);
  const char *content = end != NULL ? end + 1 : text + size;
  const gsize length = (gsize) (text + size - content);
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, g_str_has_prefix (name, "link") ? AE_IFLNK : AE_IFREG);
  archive_entry_set_symlink (entry, "/etc/passwd");
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  if (archive_write_header (zip, entry) == ARCHIVE_OK)
    archive_write_data (zip, content, length);
  archive_entry_free (entry);
}

GBytes *
fuzz_parts_zip (FuzzInput *input)
{
  struct archive *zip = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();
  const char *at = (const char *) input->at;
  const char *end = (const char *) input->end;

  input->at = input->end;
  archive_write_set_format_zip (zip);
  archive_write_set_options (zip, "zip:compression=store");
  archive_write_set_bytes_in_last_block (zip, 1);
  archive_write_open (zip, bytes, NULL, zip_written_cb, NULL);
  while (at < end && (at = memmem (at, (gsize) (end - at), MARK, strlen (MARK))) != NULL)
    {
      const char *text = at + strlen (MARK);
      const char *next = memmem (text, (gsize) (end - text), MARK, strlen (MARK));

      at = next != NULL ? next : end;
      add_part (zip, text, (gsize) (at - text));
    }
  archive_write_close (zip);
  archive_write_free (zip);

  return g_byte_array_free_to_bytes (bytes);
}
