/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-xml-text-private.h"

#include "exchange/cap-xml-reader-private.h"

/* What a document says, whatever its format: that of word processors, of spreadsheets, of slides, of their
 * metadata. Names are known without their prefixes, which are for each program to choose. */

/* A name that is half in italics is in two of these, and one name still. */
static const char * const inlines[] = { "t", "span", "a", NULL };

static const char * const blocks[] = { "p", "h", "si", "c", NULL };
static const char * const spaces[] = { "tab", "br", "line-break", "s", NULL };

/* Who changed or commented something, where a link leads, what metadata says, what a sheet or a field is
 * called, what stands for a picture. */
static const char * const attributes[] = {
  "author", "content", "descr", "displayName", "href", "name", "Target", "title", "userName", "val", NULL
};

typedef struct
{
  GString *text;
  GString *aside; /* what attributes say: they stand between the halves of a name too */
  int      depth; /* of the element that holds the last piece of text, and nothing after it; or -1 */
} Collector;

static const char *
get_name (xmlTextReader *xml)
{
  return (const char *) xmlTextReaderConstLocalName (xml);
}

static const char *
get_value (xmlTextReader *xml)
{
  const char *value = (const char *) xmlTextReaderConstValue (xml);

  return value != NULL ? value : "";
}

static void
add_attributes (Collector     *self,
                xmlTextReader *xml)
{
  while (xmlTextReaderMoveToNextAttribute (xml) == 1)
    {
      if (g_strv_contains (attributes, get_name (xml)))
        g_string_append_printf (self->aside, "%s\n", get_value (xml));
    }
  xmlTextReaderMoveToElement (xml);
}

static void
add_node (Collector     *self,
          xmlTextReader *xml)
{
  const int depth = xmlTextReaderDepth (xml);

  switch (xmlTextReaderNodeType (xml))
    {
    case XML_READER_TYPE_ELEMENT:
      self->depth = -1;
      if (g_strv_contains (spaces, get_name (xml)))
        g_string_append_c (self->text, ' ');
      if (xmlTextReaderHasAttributes (xml) == 1)
        add_attributes (self, xml);
      break;

    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      g_string_append (self->text, get_value (xml));
      self->depth = depth - 1;
      break;

    case XML_READER_TYPE_END_ELEMENT:
      if (g_strv_contains (blocks, get_name (xml)) ||
          (depth == self->depth && !g_strv_contains (inlines, get_name (xml))))
        g_string_append_c (self->text, '\n');
      break;

    default:
      break;
    }
}

/**
 * cap_xml_text_append:
 * @text: takes what @xml says, a line for each paragraph, cell or field
 * @xml: what should be an XML file; what comes after a fault is not taken
 * @size: bytes
 *
 * Returns: whether it was read to its end
 */
gboolean
cap_xml_text_append (GString    *text,
                     const char *xml,
                     gsize       size)
{
  g_autoptr(xmlTextReader) reader = cap_xml_reader_new (xml, size);
  g_autoptr(GString) aside = g_string_new (NULL);
  Collector self = { text, aside, -1 };
  int status = -1;

  while (reader != NULL && (status = xmlTextReaderRead (reader)) == 1)
    add_node (&self, reader);
  g_string_append_printf (text, "\n%s", aside->str);

  return status == 0;
}
