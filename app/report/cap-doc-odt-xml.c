/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-doc-odt-private.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>

static const xmlChar *
xml (const char *text)
{
  return (const xmlChar *) text;
}

/* XML has no place for the control characters of a text that was pasted. */
static char *
clean (const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);

  for (char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
      *p = ' ';

  return valid;
}

static void
check (CapOdt *self,
       int     result)
{
  self->failed = self->failed || result < 0;
}

void
cap_odt_start (CapOdt     *self,
               const char *name)
{
  check (self, xmlTextWriterStartElement (self->xml, xml (name)));
}

void
cap_odt_end (CapOdt *self)
{
  check (self, xmlTextWriterEndElement (self->xml));
}

void
cap_odt_attribute (CapOdt     *self,
                   const char *name,
                   const char *value)
{
  g_autofree char *text = clean (value);

  check (self, xmlTextWriterWriteAttribute (self->xml, xml (name), xml (text)));
}

/* Whole thousandths of a point: the same bytes everywhere. */
void
cap_odt_length (CapOdt     *self,
                const char *name,
                double      points)
{
  gint64 thousandths = (gint64) (points * 1000 + 0.5);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT "pt",
                                           thousandths / 1000, thousandths % 1000);

  cap_odt_attribute (self, name, text);
}

/* Text of a paragraph: an end of line is an element there. */
void
cap_odt_text (CapOdt     *self,
              const char *text)
{
  g_autofree char *valid = clean (text);
  g_auto(GStrv) lines = g_strsplit (valid, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          cap_odt_start (self, "text:line-break");
          cap_odt_end (self);
        }
      check (self, xmlTextWriterWriteString (self->xml, xml (lines[i])));
    }
}

void
cap_odt_leaf (CapOdt     *self,
              const char *name,
              const char *text)
{
  cap_odt_start (self, name);
  cap_odt_text (self, text);
  cap_odt_end (self);
}

gboolean
cap_doc_verify_odt (GBytes  *written,
                    GError **error)
{
  gsize size;
  const char *text;
  xmlDocPtr document = NULL;

  g_return_val_if_fail (written != NULL, FALSE);

  text = g_bytes_get_data (written, &size);
  if (size <= G_MAXINT)
    document = xmlReadMemory (text, (int) size, NULL, "UTF-8",
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
  if (document == NULL)
    {
      g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_FAILED, "%s",
                   _("The text that was written cannot be read again."));
      return FALSE;
    }

  xmlFreeDoc (document);

  return TRUE;
}
