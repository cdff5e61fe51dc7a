/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

typedef enum
{
  CAP_XLSX_XML_START,
  CAP_XLSX_XML_TEXT,
  CAP_XLSX_XML_END,
} CapXlsxXmlEvent;

typedef gboolean (*CapXlsxXmlFunc) (CapXlsxXmlEvent   event,
                                    const char       *name,
                                    xmlTextReader    *xml,
                                    gpointer          user_data,
                                    GError          **error);

gboolean  cap_xlsx_xml_walk          (GBytes          *part,
                                      CapXlsxXmlFunc   func,
                                      gpointer         user_data,
                                      GError         **error);
char     *cap_xlsx_xml_dup_attribute (xmlTextReader   *xml,
                                      const char      *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
