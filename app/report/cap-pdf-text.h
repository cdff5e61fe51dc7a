/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf.h"

G_BEGIN_DECLS

/* Lato, which is embedded; a character that it does not have is taken from DejaVu Sans, and one
 * that neither has is drawn as U+FFFD, but stays itself for whoever searches or copies.
 */
typedef enum
{
  CAP_PDF_FACE_REGULAR,
  CAP_PDF_FACE_ITALIC,
  CAP_PDF_FACE_BOLD,
  CAP_PDF_FACE_LIGHT,
  CAP_PDF_FACE_BLACK,
} CapPdfFace;

typedef enum
{
  CAP_PDF_ALIGN_LEFT,
  CAP_PDF_ALIGN_RIGHT,
  CAP_PDF_ALIGN_CENTER,
  CAP_PDF_ALIGN_JUSTIFY,
} CapPdfAlign;

/**
 * CapPdfStyle:
 * @leading: from one baseline to the next
 * @tracking: added between two characters; from a tenth of the size on, readers
 *   take each of them for a word
 * @hyphenate: whether words may be cut at the end of a line
 */
typedef struct
{
  CapPdfFace  face;
  double      size;
  double      leading;
  double      tracking;
  guint32     color;
  CapPdfAlign align;
  gboolean    hyphenate;
} CapPdfStyle;

/**
 * CapPdfSpan:
 * @text: a piece of a paragraph
 * @face: its own face
 * @color: its own colour
 * @link: (nullable): the anchor that it leads to, kept by the caller until the text is drawn
 */
typedef struct
{
  const char *text;
  CapPdfFace  face;
  guint32     color;
  const char *link;
} CapPdfSpan;

/**
 * CapPdfText:
 *
 * A paragraph broken into lines for one width. It borrows from its document,
 * and is drawn there, in one or several pieces.
 */
typedef struct _CapPdfText CapPdfText;

CapPdfText *cap_pdf_text_new         (CapPdf            *pdf,
                                      const CapPdfStyle *style,
                                      double             width,
                                      const char        *text) G_GNUC_WARN_UNUSED_RESULT;
CapPdfText *cap_pdf_text_new_spans   (CapPdf            *pdf,
                                      const CapPdfStyle *style,
                                      double             width,
                                      const CapPdfSpan  *spans,
                                      guint              n_spans) G_GNUC_WARN_UNUSED_RESULT;
void        cap_pdf_text_free        (CapPdfText        *self);

guint       cap_pdf_text_get_n_lines (const CapPdfText  *self);
double      cap_pdf_text_get_height  (const CapPdfText  *self);
double      cap_pdf_text_get_width   (const CapPdfText  *self);
double      cap_pdf_text_get_leading (const CapPdfText  *self);
char       *cap_pdf_text_dup_line    (const CapPdfText  *self,
                                      guint              line) G_GNUC_WARN_UNUSED_RESULT;
void        cap_pdf_text_draw        (const CapPdfText  *self,
                                      double             x,
                                      double             y);
void        cap_pdf_text_draw_lines  (const CapPdfText  *self,
                                      double             x,
                                      double             y,
                                      guint              first,
                                      guint              n_lines);

double      cap_pdf_draw_text        (CapPdf            *pdf,
                                      const CapPdfStyle *style,
                                      const CapRect     *area,
                                      const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfText, cap_pdf_text_free)

G_END_DECLS
