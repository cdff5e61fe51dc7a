/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

/* One criterion of the questionnaire: its code and its mark, its label, its question, a box for each
 * level with what can be observed there, and lines to write on. */

#define BOX         10.0
#define CODE_WIDTH  38.0
#define LEFT        (CAP_REPORT_LEFT + CODE_WIDTH)
#define WIDTH       (CAP_REPORT_WIDTH - CODE_WIDTH)
#define TEXT_LEFT   (BOX + 22) /* of a descriptor, after its box and its number */
#define ROW_GAP     3.0
#define COMPACT_ROW 20.0
#define LINE_HEIGHT 19.0
#define N_LINES     2
#define FRAME       640.0      /* what is taller than this does not stay on one page */

static const CapPdfPen box_pen = { CAP_REPORT_WHITE, CAP_REPORT_INK, 0.8, 0 };
static const CapPdfPen line_pen = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.6, 0 };
static const CapPdfPen accent_pen = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };

/* A criterion before it is drawn, to know how tall it is. */
typedef struct
{
  const CapCriterionResult *result;
  CapPdfText               *label;
  CapPdfText               *question;
  GPtrArray                *rows; /* (element-type CapPdfText): its own descriptors; empty without */
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->label, cap_pdf_text_free);
  g_clear_pointer (&self->question, cap_pdf_text_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static CapPdfStyle
get_row_style (void)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);

  style.size = 8.2;
  style.leading = 10.6;
  style.color = CAP_REPORT_INK;

  return style;
}

static void
question_init (Question                 *self,
               CapReport                *report,
               const CapCriterionResult *result)
{
  const CapCriterion *criterion = result->criterion;
  g_autofree char *text = cap_report_dup_typography (criterion->question);
  CapPdfStyle style = get_row_style ();

  self->result = result;
  self->label = cap_pdf_text_new (report->pdf, cap_report_style (CAP_REPORT_TYPE_STRONG),
                                  WIDTH - (result->core ? 60 : 0), criterion->label);
  self->question = *text != '\0' ? cap_pdf_text_new (report->pdf, cap_report_style (CAP_REPORT_TYPE_SMALL),
                                                     WIDTH, text)
                                 : NULL;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_pdf_text_free);
  for (guint i = 0; criterion->descriptors != NULL && criterion->descriptors[i] != NULL; i++)
    g_ptr_array_add (self->rows, cap_pdf_text_new (report->pdf, &style, WIDTH - TEXT_LEFT,
                                                   criterion->descriptors[i]));
}

static double
get_row_height (const CapPdfText *row)
{
  return MAX (cap_pdf_text_get_height (row), BOX) + ROW_GAP;
}

static double
get_boxes_height (const Question *self)
{
  double height = self->rows->len > 0 && !self->result->core ? BOX + ROW_GAP : 0;

  for (guint i = 0; i < self->rows->len; i++)
    height += get_row_height (g_ptr_array_index (self->rows, i));

  return self->rows->len > 0 ? height : COMPACT_ROW;
}

/* A box to tick, its number, and in small what the number means. */
static void
draw_box (CapReport  *report,
          double      x,
          double      y,
          double      width,
          const char *mark,
          const char *label)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);
  const CapPdfSpan spans[] = {
    { mark, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { mark[0] != '\0' ? "\u00A0" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { label, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };
  g_autoptr(CapPdfText) text = NULL;

  style.size = 7.2;
  style.leading = 9.5;
  style.hyphenate = FALSE;
  text = cap_pdf_text_new_spans (report->pdf, &style, width - BOX - 8, spans, G_N_ELEMENTS (spans));
  cap_pdf_draw_rect (report->pdf, &box_pen, &(CapRect) { x, y, BOX, BOX }, 1.5);
  cap_pdf_text_draw (text, x + BOX + 4, y);
}

/* All the boxes side by side, where the criterion has no words of its own for the levels. */
static void
add_compact_boxes (CapReport      *report,
                   const Question *self)
{
  const GPtrArray *levels = report->framework->levels;
  double width = WIDTH / (levels->len + 1);
  double y = cap_pdf_flow_take (report->flow, COMPACT_ROW);

  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  for (guint i = 0; i < levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (levels, i);
      g_autofree char *mark = g_strdup_printf ("%d", level->number);

      draw_box (report, LEFT + i * width, y, width, mark, level->label);
    }
  if (!self->result->core)
    draw_box (report, LEFT + levels->len * width, y, width, "", _("Not concerned"));
  cap_pdf_end_tag (report->pdf);
}

static void
add_row (CapReport        *report,
         const CapPdfText *text,
         int               level)
{
  CapPdfStyle style = get_row_style ();
  g_autofree char *number = g_strdup_printf ("%d", level);
  double y = cap_pdf_flow_take (report->flow, get_row_height (text));

  style.face = CAP_PDF_FACE_BOLD;
  cap_pdf_draw_rect (report->pdf, &box_pen, &(CapRect) { LEFT, y, BOX, BOX }, 1.5);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_draw_text (report->pdf, &style, &(CapRect) { LEFT + BOX + 6, y, 16, 0 }, number);
  cap_pdf_text_draw (text, LEFT + TEXT_LEFT, y);
  cap_pdf_end_tag (report->pdf);
}

static void
add_boxes (CapReport      *report,
           const Question *self)
{
  if (self->rows->len == 0)
    {
      add_compact_boxes (report, self);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    add_row (report, g_ptr_array_index (self->rows, i), report->framework->min_level + (int) i);
  if (!self->result->core)
    {
      double y = cap_pdf_flow_take (report->flow, BOX + ROW_GAP);

      cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
      draw_box (report, LEFT, y, WIDTH, "", _("Not concerned"));
      cap_pdf_end_tag (report->pdf);
    }
}

static void
add_writing_lines (CapReport *report)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);
  double y = cap_pdf_flow_take (report->flow, N_LINES * LINE_HEIGHT + 4);

  style.size = 6.5;
  cap_report_write (report, &style, &(CapRect) { LEFT, y + 2, 200, 0 }, _("Comment, evidence"));
  for (guint i = 1; i <= N_LINES; i++)
    cap_pdf_draw_line (report->pdf, &line_pen, (CapPoint) { LEFT, y + i * LINE_HEIGHT },
                       (CapPoint) { LEFT + WIDTH, y + i * LINE_HEIGHT });
}

static void
draw_core_mark (CapReport *report,
                double     y)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_KICKER);
  g_autoptr(CapPdfText) mark = NULL;
  double width;
  double x;

  style.size = 6.5;
  style.leading = 9;
  style.tracking = 0.5;
  style.color = CAP_REPORT_WHITE;
  /* Translators: a core criterion (socle), in capitals */
  mark = cap_pdf_text_new (report->pdf, &style, 100, _("CORE"));
  width = cap_pdf_text_get_width (mark) + 10;
  x = LEFT + WIDTH - width;
  cap_pdf_draw_rect (report->pdf, &accent_pen, &(CapRect) { x, y + 1, width, 12 }, 2);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (mark, x + 5, y + 2.5);
  cap_pdf_end_tag (report->pdf);
}

/* @rest: what must be on the same page, below */
static void
add_heading (CapReport      *report,
             const Question *self,
             double          rest)
{
  CapPdfStyle code = *cap_report_style (CAP_REPORT_TYPE_STRONG);
  double y = cap_pdf_flow_take_together (report->flow, cap_pdf_text_get_height (self->label) + 1, rest);

  code.color = CAP_REPORT_ACCENT;
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_HEADING_3);
  cap_pdf_draw_text (report->pdf, &code, &(CapRect) { CAP_REPORT_LEFT, y, CODE_WIDTH, 0 },
                     self->result->criterion->code);
  cap_pdf_text_draw (self->label, LEFT, y);
  cap_pdf_end_tag (report->pdf);
  if (self->result->core)
    draw_core_mark (report, y);
}

/* A criterion stays on one page, unless it would not fit on any. */
void
cap_report_add_question (CapReport                *report,
                         const CapCriterionResult *result)
{
  g_auto(Question) self = { NULL };
  double rest;

  question_init (&self, report, result);
  rest = get_boxes_height (&self) + N_LINES * LINE_HEIGHT + 12;
  if (self.question != NULL)
    rest += cap_pdf_text_get_height (self.question);

  cap_pdf_flow_skip (report->flow, 17);
  add_heading (report, &self, rest < FRAME ? rest : LINE_HEIGHT);
  if (self.question != NULL)
    cap_pdf_flow_add_text (report->flow, self.question, CODE_WIDTH);
  cap_pdf_flow_skip (report->flow, 7);
  add_boxes (report, &self);
  add_writing_lines (report);
}
