/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include "chart/cap-figure-drawing.h"
#include "scoring/cap-slides.h"

#define LEFT       CAP_REPORT_WIDE_LEFT
#define WIDTH      CAP_REPORT_WIDE_WIDTH
#define TOP         70.0
#define BOTTOM      66.0
#define TITLE_SIZE  30.0
#define TEXT_SIZE   15.0
#define ACROSS      64.0 /* letters: fewer would leave no room for the labels of a figure */

static CapPdfStyle
get_style (double     size,
           CapPdfFace face,
           guint32    color)
{
  return (CapPdfStyle) { face, size, size * 1.35, 0, color, CAP_PDF_ALIGN_LEFT, FALSE };
}

/* The size of the letters that lets @figure fill the room, and no more. */
static double
fit (const CapFigure *figure,
     double           width,
     double           height)
{
  double em = width / ACROSS;

  while (em > 4)
    {
      g_autoptr(CapDrawing) drawing = cap_figure_draw (figure, width, em);

      if (drawing->height <= height)
        break;
      em -= 0.5;
    }

  return em;
}

static double
draw_words (CapReport      *self,
            const CapSlide *slide,
            double          y)
{
  CapPdfStyle text = get_style (slide->figure != NULL ? TEXT_SIZE - 2 : TEXT_SIZE + 3, CAP_PDF_FACE_REGULAR,
                                CAP_REPORT_INK);
  CapPdfStyle number = get_style (110, CAP_PDF_FACE_LIGHT, CAP_REPORT_ACCENT);
  g_auto(GStrv) lines = g_strsplit (slide->text != NULL ? slide->text : "", "\n", -1);

  if (slide->number != NULL)
    y += cap_report_write (self, &number, &(CapRect) { LEFT, y, WIDTH, 0 }, slide->number) + 6;
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *line = cap_report_dup_typography (lines[i]);

      y += cap_report_write (self, &text, &(CapRect) { LEFT, y, WIDTH, 0 }, line) + 5;
    }

  return y;
}

static void
add_slide (CapReport      *self,
           const CapSlide *slide,
           gboolean        first)
{
  const CapPdfPen accent = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  CapPdfStyle title = get_style (first ? TITLE_SIZE * 1.5 : TITLE_SIZE, CAP_PDF_FACE_LIGHT,
                                 CAP_REPORT_ACCENT);
  g_autofree char *words = cap_report_dup_typography (slide->title);
  double y = first ? 190 : TOP;
  double height;

  if (!first)
    cap_pdf_flow_break_page (self->flow);
  cap_pdf_flow_take (self->flow, cap_pdf_flow_get_frame (self->flow)->height);
  if (first)
    cap_pdf_draw_rect (self->pdf, &accent, &(CapRect) { 0, 0, 14, cap_pdf_get_height (self->pdf) }, 0);
  cap_pdf_add_bookmark (self->pdf, 0, words, 0);
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_HEADING_1);
  y += cap_pdf_draw_text (self->pdf, &title, &(CapRect) { LEFT, y, WIDTH, 0 }, words) + 8;
  cap_pdf_end_tag (self->pdf);
  y = draw_words (self, slide, y);
  if (slide->figure == NULL)
    return;

  y += 8;
  height = cap_pdf_get_height (self->pdf) - y - BOTTOM;
  cap_report_draw_figure (self, slide->figure, &(CapRect) { LEFT, y, WIDTH, height },
                          fit (slide->figure, WIDTH, height));
}

/* The photograph on pages that lie, to be projected or handed out. */
void
cap_report_slides_fill (CapReport *self)
{
  const CapReportInput *input = self->input;
  const CapRect frame = { LEFT, TOP, WIDTH, CAP_PDF_A4_WIDTH - TOP - BOTTOM };
  g_autoptr(GPtrArray) slides = cap_slides_list (input->dossier, input->evaluation, input->photograph,
                                                 input->comparison);

  cap_pdf_flow_set_paper (self->flow, CAP_PDF_LANDSCAPE, &frame);
  for (guint i = 0; i < slides->len; i++)
    add_slide (self, g_ptr_array_index (slides, i), i == 0);
}
