/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-xlsx-xml-private.h"

#include <string.h>

#include "exchange/cap-xlsx-parts-private.h"
#include "exchange/cap-xml-reader-private.h"

#define MAX_DEPTH 32

/* NULL when there is none. Prefixes are for each program to choose: only the name counts. */
char *
cap_xlsx_xml_dup_attribute (xmlTextReader *xml,
                            const char    *name)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (xml) == 1)
    {
      if (strcmp ((const char *) xmlTextReaderConstLocalName (xml), name) == 0)
        value = g_strdup ((const char *) xmlTextReaderConstValue (xml));
    }
  xmlTextReaderMoveToElement (xml);

  return value;
}

static gboolean
tell_node (xmlTextReader  *xml,
           CapXlsxXmlFunc  func,
           gpointer        user_data,
           GError        **error)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (xml);
  int type = xmlTextReaderNodeType (xml);

  if (type == XML_READER_TYPE_ELEMENT)
    return func (CAP_XLSX_XML_START, name, xml, user_data, error) &&
           (xmlTextReaderIsEmptyElement (xml) != 1 || func (CAP_XLSX_XML_END, name, xml, user_data, error));

  if (type == XML_READER_TYPE_END_ELEMENT)
    return func (CAP_XLSX_XML_END, name, xml, user_data, error);

  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
      type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
    return func (CAP_XLSX_XML_TEXT, name, xml, user_data, error);

  /* No spreadsheet declares entities: whoever does means harm. */
  if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
    {
      cap_xlsx_set_damaged (error);
      return FALSE;
    }

  return TRUE;
}

/* Tells @func all that a part holds. An empty element starts and ends. */
gboolean
cap_xlsx_xml_walk (GBytes          *part,
                   CapXlsxXmlFunc   func,
                   gpointer         user_data,
                   GError         **error)
{
  gsize size;
  const char *data = g_bytes_get_data (part, &size);
  g_autoptr(xmlTextReader) xml = cap_xml_reader_new (data, size);
  int status = -1;

  while (xml != NULL && (status = xmlTextReaderRead (xml)) == 1)
    {
      if (xmlTextReaderDepth (xml) > MAX_DEPTH)
        break;
      if (!tell_node (xml, func, user_data, error))
        return FALSE;
    }

  if (status != 0)
    cap_xlsx_set_damaged (error);

  return status == 0;
}
