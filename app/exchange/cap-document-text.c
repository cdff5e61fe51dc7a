/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-document-text.h"

#include <string.h>

#include "exchange/cap-pdf-text-private.h"
#include "exchange/cap-xml-text-private.h"
#include "exchange/cap-zip-parts-private.h"

#define MAX_UNPACKED (64 * 1024 * 1024) /* bytes: a document of ten thousand pages */

static gboolean
is_xml (const char *name,
        gpointer    user_data)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
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
read_office (GBytes *content)
{
  CapZipFault fault;
  g_autoptr(GHashTable) parts = cap_zip_parts_read (content, MAX_UNPACKED, is_xml, NULL, &fault);
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

      cap_xml_text_append (text, xml, size);
    }

  return g_string_free (text, FALSE);
}

/**
 * cap_document_text_read:
 * @content: a file
 * @whole: (out): whether no page is without text, as scanned ones are
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
    text = read_office (content);

  return text != NULL && is_said (text) ? g_steal_pointer (&text) : NULL;
}
