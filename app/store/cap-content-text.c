/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-content-text.h"

#include <string.h>

/* Of what else a file may hold: few texts have these. */
#define MAX_CONTROLS_PERCENT 1

static const char * const names[] = {
  [CAP_CONTENT_UTF16_LE] = "UTF-16LE",
  [CAP_CONTENT_UTF16_BE] = "UTF-16BE",
  [CAP_CONTENT_WINDOWS] = "WINDOWS-1252",
};

static const guint8 little_mark[] = { 0xFF, 0xFE };
static const guint8 big_mark[] = { 0xFE, 0xFF };

static gboolean
starts_with (const guint8 *data,
             gsize         size,
             const guint8  mark[2])
{
  return size >= 2 && size % 2 == 0 && memcmp (data, mark, 2) == 0;
}

/* Whether nearly all bytes are what a text of Windows is made of. */
static gboolean
looks_like_text (const guint8 *data,
                 gsize         size)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] == 0)
        return FALSE;
      n_controls += data[i] < 0x20 && strchr ("\t\n\r\f", data[i]) == NULL;
    }

  return n_controls * 100 <= size * MAX_CONTROLS_PERCENT && (size < 5 || memcmp (data, "%PDF-", 5) != 0);
}

static char *
convert (const guint8   *data,
         gsize           size,
         CapContentText  how)
{
  gsize written;
  g_autofree char *text = g_convert ((const char *) data, (gssize) size, "UTF-8", names[how], NULL, &written,
                                     NULL);

  return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

/**
 * cap_content_text_read:
 * @content: a file
 * @how: (out): how its text is written
 *
 * Returns: (transfer full) (nullable): its text in UTF-8; %NULL when it is none
 */
char *
cap_content_text_read (GBytes         *content,
                       CapContentText *how)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  char *text = NULL;

  *how = CAP_CONTENT_OTHER;
  if (starts_with (data, size, little_mark) || starts_with (data, size, big_mark))
    {
      *how = data[0] == 0xFF ? CAP_CONTENT_UTF16_LE : CAP_CONTENT_UTF16_BE;
      text = convert (data + 2, size - 2, *how);
    }
  else if (size > 0 && looks_like_text (data, size))
    {
      *how = g_utf8_validate ((const char *) data, (gssize) size, NULL) ? CAP_CONTENT_UTF8
                                                                         : CAP_CONTENT_WINDOWS;
      text = *how == CAP_CONTENT_UTF8 ? g_strndup ((const char *) data, size) : convert (data, size, *how);
    }
  if (text == NULL)
    *how = CAP_CONTENT_OTHER;

  return text;
}

/**
 * cap_content_text_is_marked_up:
 * @text: what a file is
 *
 * In these formats, letters with accents are written by codes, and words are cut by tags.
 *
 * Returns: whether people read something else than what the bytes spell: RTF, HTML, a mail
 */
gboolean
cap_content_text_is_marked_up (const char *text)
{
  g_autofree char *start = g_ascii_strdown (text, (gssize) strnlen (text, 2000));

  return g_str_has_prefix (start, "{\\rtf") || strstr (start, "<html") != NULL ||
         strstr (start, "<!doctype html") != NULL || strstr (start, "content-transfer-encoding:") != NULL;
}

/**
 * cap_content_text_write:
 * @text: in UTF-8
 * @how: as it was read
 *
 * Returns: (transfer full): the file of that text
 */
GBytes *
cap_content_text_write (const char     *text,
                        CapContentText  how)
{
  GByteArray *out = g_byte_array_new ();
  g_autofree char *converted = NULL;
  gsize size = 0;

  if (how == CAP_CONTENT_UTF16_LE || how == CAP_CONTENT_UTF16_BE)
    g_byte_array_append (out, how == CAP_CONTENT_UTF16_LE ? little_mark : big_mark, sizeof little_mark);
  if (how != CAP_CONTENT_UTF8)
    converted = g_convert_with_fallback (text, -1, names[how], "UTF-8", "?", NULL, &size, NULL);

  if (converted != NULL)
    g_byte_array_append (out, (const guint8 *) converted, (guint) size);
  else
    g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));

  return g_byte_array_free_to_bytes (out);
}
