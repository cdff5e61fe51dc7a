/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf.h"

G_BEGIN_DECLS

#define CAP_PDF_NO_COLOR G_MAXUINT32

/**
 * CapPdfPen:
 * @fill: inside, or %CAP_PDF_NO_COLOR
 * @stroke: outline, or %CAP_PDF_NO_COLOR
 * @width: of the outline
 * @dash: length of the dashes and of the gaps; 0 for a plain line
 */
typedef struct
{
  guint32 fill;
  guint32 stroke;
  double  width;
  double  dash;
} CapPdfPen;

void cap_pdf_draw_line      (CapPdf          *self,
                             const CapPdfPen *pen,
                             CapPoint         from,
                             CapPoint         to);
void cap_pdf_draw_polyline  (CapPdf          *self,
                             const CapPdfPen *pen,
                             const CapPoint  *points,
                             guint            n_points);
void cap_pdf_draw_rect      (CapPdf          *self,
                             const CapPdfPen *pen,
                             const CapRect   *rect,
                             double           radius);
/* All of them at once, without outline: where they touch there is no seam. */
void cap_pdf_draw_rects     (CapPdf          *self,
                             guint32          fill,
                             const CapRect   *rects,
                             guint            n_rects);
void cap_pdf_draw_polygon   (CapPdf          *self,
                             const CapPdfPen *pen,
                             const CapPoint  *points,
                             guint            n_points);
void cap_pdf_draw_circle    (CapPdf          *self,
                             const CapPdfPen *pen,
                             CapPoint         center,
                             double           radius);
void cap_pdf_draw_hatching  (CapPdf          *self,
                             const CapPdfPen *pen,
                             const CapRect   *rect,
                             double           step);

G_END_DECLS
