/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/xmlwriter.h>

#include "report/cap-doc-odt.h"

G_BEGIN_DECLS

/* Written by libxml2, whose errors are those of the memory: a writer that fails says so at the end. */
typedef struct
{
  const CapDoc     *doc;
  const CapPdfInfo *info;
  xmlTextWriterPtr  xml;
  gboolean          failed;
  gboolean          wide;     /* the page lies */
  const char       *master;   /* that the next paragraph starts, or NULL */
  guint             n_tables; /* begun so far */
  guint             n_facts;
  guint             n_figures;
  GError           *error;    /* of a figure: the first one */
} CapOdt;

/* cap-doc-odt-xml.c */
void    cap_odt_start     (CapOdt           *self,
                           const char       *name);
void    cap_odt_end       (CapOdt           *self);
void    cap_odt_attribute (CapOdt           *self,
                           const char       *name,
                           const char       *value);
void    cap_odt_length    (CapOdt           *self,
                           const char       *name,
                           double            points);
void    cap_odt_text      (CapOdt           *self,
                           const char       *text);
void    cap_odt_leaf      (CapOdt           *self,
                           const char       *name,
                           const char       *text);

/* cap-doc-odt-styles.c */
void    cap_odt_write_styles (CapOdt        *self);

/* cap-doc-odt-picture.c */
GBytes *cap_odt_dup_picture  (CapOdt             *self,
                              const CapDocFigure *figure,
                              double             *width,
                              double             *height,
                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
