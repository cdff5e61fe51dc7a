/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf-text.h"
#include "report/cap-pdf.h"

G_BEGIN_DECLS

/**
 * CapPdfColumn:
 * @title: (nullable): its head
 * @width: in points; 0 for an equal share of what the others leave
 * @align: of its texts
 */
typedef struct
{
  const char *title;
  double      width;
  CapPdfAlign align;
} CapPdfColumn;

/**
 * CapPdfTableLook:
 * @head: the heads of the columns
 * @group: the rows that name the ones below
 * @cell: the other texts
 * @pad_x: between the edge of a cell and its text
 * @pad_y: above and below the text
 * @rule: under each row, or %CAP_PDF_NO_COLOR
 * @head_rule: under the head, thicker
 * @band: behind every other row, or %CAP_PDF_NO_COLOR
 * @group_band: behind the rows of @group, or %CAP_PDF_NO_COLOR
 */
typedef struct
{
  CapPdfStyle head;
  CapPdfStyle group;
  CapPdfStyle cell;
  double      pad_x;
  double      pad_y;
  guint32     rule;
  guint32     head_rule;
  guint32     band;
  guint32     group_band;
} CapPdfTableLook;

/**
 * CapPdfCellFunc:
 * @pdf: the document
 * @area: where, in the cell
 * @value: as given
 *
 * Draws what comes above the text of a cell, and says no more than it.
 */
typedef void (*CapPdfCellFunc) (CapPdf        *pdf,
                                const CapRect *area,
                                int            value);

/**
 * CapPdfTable:
 *
 * Rows of cells, filled from left to right. A row stays on one page unless it
 * is higher than a page; the head comes again on each page.
 */
typedef struct _CapPdfTable CapPdfTable;

CapPdfTable *cap_pdf_table_new         (CapPdf                *pdf,
                                        double                 width,
                                        const CapPdfColumn    *columns,
                                        guint                  n_columns,
                                        const CapPdfTableLook *look) G_GNUC_WARN_UNUSED_RESULT;
void         cap_pdf_table_free        (CapPdfTable           *self);

void         cap_pdf_table_set_level   (CapPdfTable           *self,
                                        guint                  level);
void         cap_pdf_table_add_group   (CapPdfTable           *self,
                                        const char            *text,
                                        const char            *detail,
                                        const char            *anchor);
void         cap_pdf_table_add_cell    (CapPdfTable           *self,
                                        const char            *text);
void         cap_pdf_table_add_spans   (CapPdfTable           *self,
                                        const CapPdfSpan      *spans,
                                        guint                  n_spans);
void         cap_pdf_table_add_drawing (CapPdfTable           *self,
                                        double                 height,
                                        CapPdfCellFunc         draw,
                                        int                    value,
                                        const CapPdfSpan      *spans,
                                        guint                  n_spans);
void         cap_pdf_table_set_anchor  (CapPdfTable           *self,
                                        const char            *anchor);
void         cap_pdf_table_set_link    (CapPdfTable           *self,
                                        const char            *anchor,
                                        const char            *description);
void         cap_pdf_table_end_row     (CapPdfTable           *self);
double       cap_pdf_table_get_height  (CapPdfTable           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfTable, cap_pdf_table_free)

G_END_DECLS
