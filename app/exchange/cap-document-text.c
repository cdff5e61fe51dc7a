/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-document-text.h"

#include <string.h>

#include "exchange/cap-pdf-text-private.h"
#include "exchange/cap-xml-text-private.h"
#include "exchange/cap-zip-parts-private.h"

#define MAX_UNPACKED (64 * 1024 * 1024) /* bytes: a document of ten thousand pages */

/* What says nothing: fonts, the picture of the first page, the order of parts. */
static gboolean
is_silent (const char *name)
{
  static const char * const endings[] = { "/", ".odttf", ".ttf", ".rdf", "thumbnail.jpeg", NULL };
  static const char * const starts[] = { "thumbnails/", "configurations2/", "xl/printersettings/", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (name, endings[i]))
        return TRUE;
    }
  for (guint i = 0; starts[i] != NULL; i++)
    {
      if (g_str_has_prefix (name, starts[i]))
        return TRUE;
    }

  return g_str_equal (name, "mimetype");
}

/* @user_data: whether all that may say something is XML: a picture, another document is not */
static gboolean
is_xml (const char *name,
        gpointer    user_data)
{
  const gboolean xml = g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
  gboolean *whole = user_data;

  *whole = *whole && (xml || is_silent (name));

  return xml;
}

static gboolean
is_said (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isgraph (g_utf8_get_char (at)))
        return TRUE;
    }

  return FALSE;
}

/* A document of an office program is a zip of XML files, OpenDocument or Office Open XML; other zips may hold
 * anything. */
static char *
read_office (GBytes   *content,
             gboolean *whole)
{
  CapZipFault fault;
  g_autoptr(GHashTable) parts = cap_zip_parts_read (content, MAX_UNPACKED, is_xml, whole, &fault);
  g_autoptr(GList) names = NULL;
  GString *text;

  if (parts == NULL || !(g_hash_table_contains (parts, "[content_types].xml") ||
                         g_hash_table_contains (parts, "content.xml")))
    return NULL;

  text = g_string_new (NULL);
  names = g_list_sort (g_hash_table_get_keys (parts), (GCompareFunc) strcmp);
  for (GList *link = names; link != NULL; link = link->next)
    {
      gsize size;
      const char *xml = g_bytes_get_data (g_hash_table_lookup (parts, link->data), &size);

      *whole = cap_xml_text_append (text, xml, size) && *whole;
    }

  return g_string_free (text, FALSE);
}

/**
 * cap_document_text_read:
 * @content: a file
 * @whole: (out): whether all of it is text that was read: no page without any, as scanned ones are, no
 * picture nor other document within, no damage
 * @cancellable: (nullable): to give up
 *
 * Reads what a PDF or a document of an office program says, its metadata too, not what its pictures show. A
 * PDF takes some 50 ms, in a process of its own that may take neither much time nor memory: not in the main
 * thread.
 *
 * Returns: (transfer full) (nullable): its text, in UTF-8; %NULL when there is none that can be read
 */
char *
cap_document_text_read (GBytes       *content,
                        gboolean     *whole,
                        GCancellable *cancellable)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  g_autofree char *text = NULL;

  *whole = TRUE;
  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    text = cap_pdf_text_read (content, whole, cancellable);
  else
    text = read_office (content, whole);

  return text != NULL && is_said (text) ? g_steal_pointer (&text) : NULL;
}
