/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-xml-reader-private.h"

/* The reader says by itself that it stopped. */
static void
ignore (void        *user_data,
        xmlErrorPtr  error)
{
}

/**
 * cap_xml_reader_new:
 * @xml: a file that comes from elsewhere; it outlives the reader
 * @size: bytes
 *
 * Nothing that it declares is expanded, and nothing is fetched: no document declares entities, and whoever
 * does means harm. What libxml2 finds wrong in its encoding goes to no file that belongs to a reader, but to
 * standard error: it is kept quiet in this thread.
 *
 * Returns: (transfer full) (nullable): a reader of it; %NULL when it is empty, far too big, or means harm
 */
xmlTextReader *
cap_xml_reader_new (const char *xml,
                    gsize       size)
{
  if (size == 0 || size > G_MAXINT || g_strstr_len (xml, (gssize) size, "<!DOCTYPE") != NULL)
    return NULL;

  xmlSetStructuredErrorFunc (NULL, ignore);

  return xmlReaderForMemory (xml, (int) size, NULL, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}
