/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#define LABEL_WIDTH 88.0
#define GAP         12.0
#define HALF        ((CAP_REPORT_WIDTH - GAP) / 2)
#define ROW_GAP     4.0
#define SHEET_GAP   24.0

/* A text that is higher may go on over a page. */
#define WHOLE 160.0

/* A label and what it says, one or two side by side; or a drawing. */
typedef struct
{
  CapPdfText         *labels[2];
  CapPdfText         *texts[2];
  char               *anchor;
  char               *words;  /* of the link */
  double              height;
  CapReportSheetFunc  draw;
  gconstpointer       data;
} Piece;

/**
 * CapReportSheet:
 *
 * Rows of labels and values about one thing, which stay on one page as long as
 * a page holds them; several sheets share a page when they fit.
 */
struct _CapReportSheet
{
  CapReport *report;
  GPtrArray *pieces;    /* (element-type Piece) */
  gboolean   half_full; /* the last piece has room for a second fact */
};

static void
free_piece (Piece *piece)
{
  for (guint i = 0; i < 2; i++)
    {
      cap_pdf_text_free (piece->labels[i]);
      cap_pdf_text_free (piece->texts[i]);
    }
  g_free (piece->anchor);
  g_free (piece->words);
  g_free (piece);
}

static CapPdfText *
make_label (CapReportSheet *self,
            const char     *label)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_SMALL);

  style.color = CAP_REPORT_GREY;
  style.hyphenate = FALSE;

  return cap_pdf_text_new (self->report->pdf, &style, LABEL_WIDTH, label != NULL ? label : "");
}

static CapPdfText *
make_text (CapReportSheet *self,
           double          width,
           const char     *text)
{
  g_autofree char *printed = cap_report_dup_typography (text);

  return cap_pdf_text_new (self->report->pdf, cap_report_style (CAP_REPORT_TYPE_SMALL), width, printed);
}

static Piece *
add (CapReportSheet *self)
{
  Piece *piece = g_new0 (Piece, 1);

  g_ptr_array_add (self->pieces, piece);
  self->half_full = FALSE;

  return piece;
}

static void
set_cell (CapReportSheet *self,
          Piece          *piece,
          guint           index,
          const char     *label,
          CapPdfText     *text)
{
  piece->labels[index] = make_label (self, label);
  piece->texts[index] = text;
  piece->height = MAX (piece->height, cap_pdf_text_get_height (piece->labels[index]));
  piece->height = MAX (piece->height, cap_pdf_text_get_height (text));
}

CapReportSheet *
cap_report_sheet_new (CapReport *report)
{
  CapReportSheet *self = g_new0 (CapReportSheet, 1);

  self->report = report;
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) free_piece);

  return self;
}

void
cap_report_sheet_free (CapReportSheet *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/**
 * cap_report_sheet_add_fact:
 * @self: a sheet
 * @label: what it is
 * @value: (nullable): how it is; %NULL or empty to leave it out
 *
 * Adds something short: two of them share a line.
 */
void
cap_report_sheet_add_fact (CapReportSheet *self,
                           const char     *label,
                           const char     *value)
{
  gboolean second = self->half_full;
  Piece *piece;

  if (value == NULL || value[0] == '\0')
    return;

  piece = second ? g_ptr_array_index (self->pieces, self->pieces->len - 1) : add (self);
  set_cell (self, piece, second ? 1 : 0, label, make_text (self, HALF - LABEL_WIDTH, value));
  self->half_full = !second;
}

/**
 * cap_report_sheet_add_row:
 * @self: a sheet
 * @label: (nullable): what it is; %NULL for what goes on with the row above
 * @text: (nullable): what it says; %NULL or empty to leave it out
 *
 * Adds something that may be long.
 */
void
cap_report_sheet_add_row (CapReportSheet *self,
                          const char     *label,
                          const char     *text)
{
  if (text != NULL && text[0] != '\0')
    set_cell (self, add (self), 0, label, make_text (self, CAP_REPORT_WIDTH - LABEL_WIDTH, text));
}

/* Adds a row that leads somewhere else in the document. */
void
cap_report_sheet_add_link (CapReportSheet *self,
                           const char     *label,
                           const char     *text,
                           const char     *anchor)
{
  Piece *piece = add (self);

  set_cell (self, piece, 0, label, make_text (self, CAP_REPORT_WIDTH - LABEL_WIDTH, text));
  piece->anchor = g_strdup (anchor);
  piece->words = g_strdup (text);
}

/* Adds something that is drawn, and never cut. */
void
cap_report_sheet_add_piece (CapReportSheet     *self,
                            double              height,
                            CapReportSheetFunc  draw,
                            gconstpointer       data)
{
  Piece *piece = add (self);

  piece->height = height;
  piece->draw = draw;
  piece->data = data;
}

static double
measure (const CapReportSheet *self)
{
  double height = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    height += ((const Piece *) g_ptr_array_index (self->pieces, i))->height + ROW_GAP;

  return height;
}

static void
draw_cells (CapReportSheet *self,
            const Piece    *piece,
            double          y)
{
  CapPdf *pdf = self->report->pdf;

  for (guint i = 0; i < 2 && piece->texts[i] != NULL; i++)
    {
      double x = CAP_REPORT_LEFT + i * (HALF + GAP);

      cap_pdf_begin_tag (pdf, CAP_PDF_TAG_PARAGRAPH);
      cap_pdf_text_draw (piece->labels[i], x, y);
      cap_pdf_text_draw (piece->texts[i], x + LABEL_WIDTH, y);
      if (piece->anchor != NULL)
        cap_pdf_add_link (pdf,
                          &(CapRect) { x + LABEL_WIDTH, y, CAP_REPORT_WIDTH - LABEL_WIDTH, piece->height },
                          piece->anchor, piece->words);
      cap_pdf_end_tag (pdf);
    }
}

static void
draw_label (CapReportSheet *self,
            const Piece    *piece,
            double          y)
{
  cap_pdf_begin_tag (self->report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (piece->labels[0], CAP_REPORT_LEFT, y);
  cap_pdf_end_tag (self->report->pdf);
}

/* What must stay on the page of a piece: the one that follows the head of the sheet. */
static double
measure_next (const CapReportSheet *self,
              guint                 index)
{
  const Piece *next = index == 0 && self->pieces->len > 1 ? g_ptr_array_index (self->pieces, 1) : NULL;

  return next != NULL ? MIN (next->height, WHOLE) + ROW_GAP : 0;
}

static void
flow_piece (CapReportSheet *self,
            guint           index)
{
  const Piece *piece = g_ptr_array_index (self->pieces, index);
  CapPdfFlow *flow = self->report->flow;
  double y;

  if (piece->draw == NULL && piece->texts[1] == NULL && piece->height > WHOLE)
    {
      double head = cap_pdf_text_get_height (piece->labels[0]);

      y = cap_pdf_flow_take_together (flow, head, 60);
      draw_label (self, piece, y);
      cap_pdf_flow_add_text (flow, piece->texts[0], LABEL_WIDTH);
    }
  else
    {
      y = cap_pdf_flow_take_together (flow, piece->height, measure_next (self, index));
      if (piece->draw != NULL)
        piece->draw (self->report, &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, piece->height },
                     piece->data);
      else
        draw_cells (self, piece, y);
    }
  cap_pdf_flow_skip (flow, ROW_GAP);
}

/**
 * cap_report_sheet_flow:
 * @self: a sheet, complete; its first piece is its head
 *
 * Puts the sheet where it fits: below what is there, or on the next page. One
 * that no page holds goes on over several.
 */
void
cap_report_sheet_flow (CapReportSheet *self)
{
  CapPdfFlow *flow = self->report->flow;

  /* The title that waits for the first sheet is drawn now: it belongs to all of them. */
  cap_pdf_flow_skip (flow, SHEET_GAP);
  cap_pdf_flow_take_together (flow, 0, MIN (measure (self), cap_pdf_flow_get_frame (flow)->height));

  cap_pdf_begin_tag (self->report->pdf, CAP_PDF_TAG_SECTION);
  for (guint i = 0; i < self->pieces->len; i++)
    flow_piece (self, i);
  cap_pdf_end_tag (self->report->pdf);
}
