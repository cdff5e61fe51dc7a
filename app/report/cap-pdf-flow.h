/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf-table.h"
#include "report/cap-pdf-text.h"
#include "report/cap-pdf.h"

G_BEGIN_DECLS

/**
 * CapPdfFlow:
 *
 * Fills the same frame of page after page, from the top down. It opens pages
 * by itself, never leaves a heading alone at the foot of a page, nor one line
 * of a paragraph away from the others, and drops the white space that would
 * start a page.
 */
typedef struct _CapPdfFlow CapPdfFlow;

/**
 * CapPdfPageFunc:
 * @pdf: the document, on the page
 * @page: which page, from 0
 * @n_pages: how many there are
 * @user_data: as given
 *
 * Draws what is around the frame, once everything else is drawn.
 */
typedef void (*CapPdfPageFunc) (CapPdf  *pdf,
                                guint    page,
                                guint    n_pages,
                                gpointer user_data);

CapPdfFlow    *cap_pdf_flow_new           (CapPdf            *pdf,
                                           const CapRect     *frame) G_GNUC_WARN_UNUSED_RESULT;
void           cap_pdf_flow_free          (CapPdfFlow        *self);

CapPdf        *cap_pdf_flow_get_pdf       (CapPdfFlow        *self);
const CapRect *cap_pdf_flow_get_frame     (CapPdfFlow        *self);
double         cap_pdf_flow_get_remaining (CapPdfFlow        *self);

void           cap_pdf_flow_set_paper     (CapPdfFlow        *self,
                                           CapPdfOrientation  orientation,
                                           const CapRect     *frame);
void           cap_pdf_flow_break_page    (CapPdfFlow        *self);
void           cap_pdf_flow_skip          (CapPdfFlow        *self,
                                           double             height);
double         cap_pdf_flow_take          (CapPdfFlow        *self,
                                           double             height);
double         cap_pdf_flow_take_together (CapPdfFlow        *self,
                                           double             height,
                                           double             next);
void           cap_pdf_flow_add_heading   (CapPdfFlow        *self,
                                           CapPdfTag          tag,
                                           const CapPdfStyle *style,
                                           const char        *text,
                                           const char        *anchor);
void           cap_pdf_flow_add_paragraph (CapPdfFlow        *self,
                                           const CapPdfStyle *style,
                                           const char        *text);
void           cap_pdf_flow_add_text      (CapPdfFlow        *self,
                                           const CapPdfText  *text,
                                           double             indent);
void           cap_pdf_flow_add_table     (CapPdfFlow        *self,
                                           CapPdfTable       *table);
void           cap_pdf_flow_finish        (CapPdfFlow        *self,
                                           CapPdfPageFunc     decorate,
                                           gpointer           user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfFlow, cap_pdf_flow_free)

G_END_DECLS
