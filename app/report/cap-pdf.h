/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/* A PDF document being made. Lengths are points (1/72 inch); the origin of a page is its top
 * left corner and y grows downwards, as in app/chart. Colours are 0xRRGGBB in sRGB.
 *
 * A document belongs to one thread at a time and shares nothing with the others. The same calls
 * give the same bytes. Drawing never fails: what goes wrong is told by cap_pdf_finish().
 */
typedef struct _CapPdf CapPdf;

#define CAP_PDF_A4_WIDTH  595.276
#define CAP_PDF_A4_HEIGHT 841.89

/* How a sheet of A4 lies: each page as it needs. */
typedef enum
{
  CAP_PDF_PORTRAIT,
  CAP_PDF_LANDSCAPE,
} CapPdfOrientation;

/**
 * CapPdfInfo:
 * @title: of the document, shown by readers in their title bar
 * @author: (nullable): whose document it is
 * @subject: (nullable): what it is about
 * @language: language of the text, BCP 47 ("fr"); the hyphenation follows it
 * @date: when it was made, ISO 8601, with or without a time
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *language;
  const char *date;
} CapPdfInfo;

/* The structure types of PDF that we use. What is drawn outside of any tag is an artifact:
 * decoration that a screen reader passes over.
 */
typedef enum
{
  CAP_PDF_TAG_SECTION,
  CAP_PDF_TAG_HEADING_1,
  CAP_PDF_TAG_HEADING_2,
  CAP_PDF_TAG_HEADING_3,
  CAP_PDF_TAG_PARAGRAPH,
  CAP_PDF_TAG_TABLE,
  CAP_PDF_TAG_ROW,
  CAP_PDF_TAG_HEADER_CELL,
  CAP_PDF_TAG_CELL,
  CAP_PDF_TAG_LIST,
  CAP_PDF_TAG_LIST_ITEM,
  CAP_PDF_TAG_FIGURE,
  CAP_PDF_TAG_LINK,
  CAP_PDF_TAG_BODY,
  CAP_PDF_TAG_GROUP,
} CapPdfTag;

CapPdf *cap_pdf_new          (const CapPdfInfo *info,
                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void    cap_pdf_free         (CapPdf           *self);

guint   cap_pdf_add_page     (CapPdf           *self,
                              CapPdfOrientation orientation);
void    cap_pdf_set_page     (CapPdf           *self,
                              guint             page);
guint   cap_pdf_get_page     (CapPdf           *self);
guint   cap_pdf_get_n_pages  (CapPdf           *self);
double  cap_pdf_get_width    (CapPdf           *self);
double  cap_pdf_get_height   (CapPdf           *self);

void    cap_pdf_begin_tag    (CapPdf           *self,
                              CapPdfTag         tag);
void    cap_pdf_begin_figure (CapPdf           *self,
                              const char       *alternative);
void    cap_pdf_end_tag      (CapPdf           *self);
guint   cap_pdf_get_tag      (CapPdf           *self);
void    cap_pdf_resume_tag   (CapPdf           *self,
                              guint             tag);
void    cap_pdf_begin_decoration (CapPdf       *self);
void    cap_pdf_end_decoration   (CapPdf       *self);

void    cap_pdf_add_bookmark (CapPdf           *self,
                              guint             level,
                              const char       *title,
                              double            y);
void    cap_pdf_set_anchor   (CapPdf           *self,
                              const char       *name,
                              double            y);
gboolean cap_pdf_find_anchor (CapPdf           *self,
                              const char       *name,
                              guint            *page);
void    cap_pdf_add_link     (CapPdf           *self,
                              const CapRect    *area,
                              const char       *anchor,
                              const char       *description);

GBytes *cap_pdf_finish       (CapPdf           *self,
                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdf, cap_pdf_free)

G_END_DECLS
