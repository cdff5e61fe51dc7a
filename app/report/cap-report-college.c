/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "report/cap-pdf-qr.h"

/* The questionnaire that one person fills on paper, without a name: as many sets of pages as asked for, each
 * with the code of someone who answers, in clear and as a QR code, on each page. */

#define QR_SIDE  66.0
#define QR_TOP   26.0
#define TOP      106.0 /* of the frame, below the QR code */
#define BOTTOM   60.0
#define RIGHT    (CAP_REPORT_LEFT + CAP_REPORT_WIDTH)
#define LEVEL    26.0  /* the square of a level that is explained */

static const CapPdfPen line_pen = { CAP_PDF_NO_COLOR, CAP_REPORT_INK, 0.7, 0 };
static const CapPdfPen rule_pen = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.5, 0 };
static const CapPdfPen level_pen = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };

typedef struct
{
  CapReport       *report;
  CapReportLevels *levels; /* or… */
  CapReportPlain  *plain;  /* …in plain words */
  char            *owner;
  GArray          *firsts; /* (element-type guint): the first page of each set */

  guint            number; /* of the set that is decorated, from 1; 0 before any is */
  char            *code;   /* its own */
  CapPdfQr        *qr;     /* the same */
} Sets;

/* Where plain words are read, nothing is small. */
CapPdfStyle
cap_report_plain_style (gboolean strong)
{
  CapPdfStyle style = *cap_report_style (strong ? CAP_REPORT_TYPE_STRONG : CAP_REPORT_TYPE_BODY);

  style.size = 14;
  style.leading = 19;
  style.hyphenate = FALSE;

  return style;
}

/* Whether there is nothing to ask this college. */
gboolean
cap_report_college_is_mute (const CapReportInput *input)
{
  const GPtrArray *criteria = input->photograph->framework->criteria;

  if (input->college != CAP_COLLEGE_PARCOURS)
    return FALSE;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->plain_question != NULL &&
          cap_report_is_in_scope (cap_photograph_find_criterion (input->photograph, criterion->code)))
        return FALSE;
    }

  return TRUE;
}

static void
add_paragraph (CapReport         *report,
               const CapPdfStyle *style,
               const char        *text,
               double             gap)
{
  cap_pdf_flow_add_paragraph (report->flow, style, text);
  cap_pdf_flow_skip (report->flow, gap);
}

static void
add_title (CapReport  *report,
           const char *title)
{
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_TITLE);
  g_autoptr(CapPdfText) text = cap_pdf_text_new (report->pdf, style, CAP_REPORT_WIDTH, title);
  double y = cap_pdf_flow_take (report->flow, cap_pdf_text_get_height (text));

  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_HEADING_1);
  cap_pdf_text_draw (text, CAP_REPORT_LEFT, y);
  cap_pdf_end_tag (report->pdf);
  cap_pdf_flow_skip (report->flow, 10);
}

static void
add_date (CapReport         *report,
          const CapPdfStyle *style)
{
  g_autoptr(CapPdfText) label = cap_pdf_text_new (report->pdf, style, 120, _("Date:"));
  double y = cap_pdf_flow_take (report->flow, style->leading + 8) + 8;
  double x = CAP_REPORT_LEFT + cap_pdf_text_get_width (label) + 8;

  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (label, CAP_REPORT_LEFT, y);
  cap_pdf_end_tag (report->pdf);
  cap_pdf_draw_line (report->pdf, &line_pen, (CapPoint) { x, y + style->size + 2 },
                     (CapPoint) { x + 170, y + style->size + 2 });
  cap_pdf_flow_skip (report->flow, 18);
}

/* What a level means, whatever the criterion. */
static void
add_level (CapReport      *report,
           const CapLevel *level)
{
  const double width = CAP_REPORT_WIDTH - LEVEL - 14;
  const double x = CAP_REPORT_LEFT + LEVEL + 14;
  CapPdfStyle digit = *cap_report_style (CAP_REPORT_TYPE_SECTION);
  g_autofree char *number = g_strdup_printf ("%d", level->number);
  g_autoptr(CapPdfText) label = cap_pdf_text_new (report->pdf, cap_report_style (CAP_REPORT_TYPE_STRONG),
                                                  width, level->label);
  g_autoptr(CapPdfText) text = cap_pdf_text_new (report->pdf, cap_report_style (CAP_REPORT_TYPE_SMALL),
                                                 width, level->descriptor);
  double height = cap_pdf_text_get_height (label) + cap_pdf_text_get_height (text);
  double y = cap_pdf_flow_take (report->flow, MAX (height, LEVEL));

  digit.color = CAP_REPORT_WHITE;
  digit.align = CAP_PDF_ALIGN_CENTER;
  cap_pdf_draw_rect (report->pdf, &level_pen, &(CapRect) { CAP_REPORT_LEFT, y, LEVEL, LEVEL }, 2);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_draw_text (report->pdf, &digit, &(CapRect) { CAP_REPORT_LEFT, y + 4, LEVEL, 0 }, number);
  cap_pdf_text_draw (label, x, y - 1);
  cap_pdf_text_draw (text, x, y + cap_pdf_text_get_height (label) - 1);
  cap_pdf_end_tag (report->pdf);
  cap_pdf_flow_skip (report->flow, 7);
}

static void
add_opening (const Sets *self)
{
  CapReport *report = self->report;
  const GPtrArray *levels = report->framework->levels;
  const CapPdfStyle *body = cap_report_style (CAP_REPORT_TYPE_BODY);
  /* Translators: the name of a structure */
  g_autofree char *purpose = g_strdup_printf (_("%s looks at how it works, with all those who know it from "
                                                "the inside or from nearby. Say what you see today: no "
                                                "answer is right or wrong, and each one helps to move "
                                                "forward."),
                                              self->owner);

  add_title (report, _("Your point of view counts"));
  add_paragraph (report, cap_report_style (CAP_REPORT_TYPE_LEAD), purpose, 10);
  add_date (report, cap_report_style (CAP_REPORT_TYPE_LEAD));
  add_paragraph (report, body,
                 _("Do not write your name: the answers stay anonymous. The code at the top of the pages "
                   "only serves to count each questionnaire once."), 6);
  add_paragraph (report, body,
                 _("On each row, tick one box: the highest level at which all that is described is true "
                   "today. If you do not know, tick the last one."), 16);
  for (guint i = 0; i < levels->len; i++)
    add_level (report, g_ptr_array_index (levels, i));
}

/* One idea a line. */
static void
add_plain_opening (CapReport *report)
{
  const CapPdfStyle style = cap_report_plain_style (FALSE);
  const CapPdfStyle strong = cap_report_plain_style (TRUE);
  const char *rules[] = {
    _("Tick one box for each question."),
    _("No answer is right or wrong."),
    _("You do not know? Tick “I do not know”."),
    _("You may ask someone to help you."),
  };

  add_title (report, _("Your opinion counts"));
  add_paragraph (report, &style, _("Your workplace wants to do better."), 4);
  add_paragraph (report, &style, _("Your opinion helps a lot."), 12);
  add_date (report, &strong);
  add_paragraph (report, &strong, _("Do not write your name."), 4);
  add_paragraph (report, &style, _("Your answers are anonymous."), 4);
  add_paragraph (report, &style, _("Nobody will know that they are yours."), 4);
  add_paragraph (report, &style, _("The code at the top serves to count the questionnaires."), 14);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    add_paragraph (report, &style, rules[i], 4);
  cap_pdf_flow_skip (report->flow, 18);
}

static void
add_closing (CapReport *report)
{
  cap_pdf_flow_skip (report->flow, 22);
  add_paragraph (report, cap_report_style (CAP_REPORT_TYPE_LEAD), _("Thank you for your time."), 10);
  cap_report_add_note (report, report->framework->notice);
}

static void
add_plain_closing (const Sets *self)
{
  const CapPdfStyle style = cap_report_plain_style (FALSE);
  const CapPdfStyle strong = cap_report_plain_style (TRUE);
  const guint n_left_out = cap_report_plain_count_left_out (self->plain);
  g_autofree char *left_out = NULL;
  double height = 4 * style.leading;

  cap_pdf_flow_skip (self->report->flow, 24);
  if (cap_pdf_flow_get_remaining (self->report->flow) < height)
    cap_pdf_flow_break_page (self->report->flow);
  add_paragraph (self->report, &strong, _("It is finished. Thank you!"), 10);
  if (n_left_out == 0)
    return;

  left_out = g_strdup_printf (ngettext ("%u subject is not in this questionnaire.",
                                        "%u subjects are not in this questionnaire.", n_left_out),
                              n_left_out);
  add_paragraph (self->report, &style, left_out, 4);
  add_paragraph (self->report, &style, ngettext ("It has no plain words yet.",
                                                 "They have no plain words yet.", n_left_out), 0);
}

static char *
dup_code (const Sets *self,
          guint       number)
{
  return cap_college_dup_code (self->report->input->college, number);
}

/* A set of pages: what one person fills. */
static void
add_set (Sets  *self,
         guint  number)
{
  CapReport *report = self->report;
  g_autofree char *code = dup_code (self, number);
  guint first;

  cap_pdf_flow_break_page (report->flow);
  first = cap_pdf_get_page (report->pdf);
  g_array_append_val (self->firsts, first);
  cap_pdf_add_bookmark (report->pdf, 0, code, 0);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_SECTION);
  if (self->plain != NULL)
    {
      add_plain_opening (report);
      cap_report_plain_flow (self->plain);
      add_plain_closing (self);
    }
  else
    {
      add_opening (self);
      cap_report_levels_flow (self->levels);
      add_closing (report);
    }
  cap_pdf_end_tag (report->pdf);
}

/* Pages are decorated in order: the code of a set is made once. */
static void
find_set (Sets  *self,
          guint  page)
{
  const CapReportInput *input = self->report->input;
  g_autofree char *text = NULL;

  if (self->number > 0 &&
      (self->number == self->firsts->len || page < g_array_index (self->firsts, guint, self->number)))
    return;

  self->number++;
  g_free (self->code);
  g_clear_pointer (&self->qr, cap_pdf_qr_free);
  self->code = dup_code (self, self->number);
  text = g_strdup_printf ("cap:%u:%s:%s", input->evaluation->number, cap_college_to_name (input->college),
                          self->code);
  self->qr = cap_pdf_qr_new (text);
}

static CapPdfStyle
get_note_style (const Sets *self)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);

  if (self->plain == NULL)
    return style;

  style = cap_report_plain_style (FALSE);
  style.color = CAP_REPORT_GREY;

  return style;
}

static void
draw_head (const Sets *self)
{
  CapPdf *pdf = self->report->pdf;
  const double left_width = CAP_REPORT_WIDTH - QR_SIDE - 110;
  const double foot = QR_TOP + QR_SIDE;
  CapPdfStyle note = get_note_style (self);
  CapPdfStyle strong = note;
  CapPdfStyle code = *cap_report_style (CAP_REPORT_TYPE_SECTION);
  g_autoptr(CapPdfText) owner = NULL;
  double y = foot - 8;
  guint n_lines;

  strong.face = CAP_PDF_FACE_BOLD;
  strong.color = CAP_REPORT_ACCENT;
  code.size = 24;
  code.leading = 30;
  code.align = CAP_PDF_ALIGN_RIGHT;
  code.color = CAP_REPORT_INK;
  owner = cap_pdf_text_new (pdf, &note, left_width, self->owner);
  n_lines = MIN (cap_pdf_text_get_n_lines (owner), 2);
  y -= n_lines * note.leading;
  cap_pdf_text_draw_lines (owner, CAP_REPORT_LEFT, y, 0, n_lines);
  cap_pdf_draw_text (pdf, &strong, &(CapRect) { CAP_REPORT_LEFT, y - note.leading - 1, left_width, 0 },
                     cap_college_get_label (self->report->input->college));
  cap_pdf_draw_text (pdf, &code, &(CapRect) { RIGHT - QR_SIDE - 110, foot - 38, 104, 0 }, self->code);
  cap_pdf_qr_draw (self->qr, pdf, (CapPoint) { RIGHT - QR_SIDE, QR_TOP }, QR_SIDE);
  cap_pdf_draw_line (pdf, &rule_pen, (CapPoint) { CAP_REPORT_LEFT, foot }, (CapPoint) { RIGHT, foot });
}

static void
decorate_cb (CapPdf  *pdf,
             guint    page,
             guint    n_pages,
             gpointer user_data)
{
  Sets *self = user_data;
  CapPdfStyle note = get_note_style (self);
  const double foot = CAP_PDF_A4_HEIGHT - 46;
  g_autofree char *number = NULL;
  guint first;
  guint next;

  find_set (self, page);
  first = g_array_index (self->firsts, guint, self->number - 1);
  next = self->number < self->firsts->len ? g_array_index (self->firsts, guint, self->number) : n_pages;
  number = g_strdup_printf (_("page %u/%u"), page - first + 1, next - first);
  draw_head (self);
  cap_pdf_draw_line (pdf, &rule_pen, (CapPoint) { CAP_REPORT_LEFT, foot - 6 },
                     (CapPoint) { RIGHT, foot - 6 });
  cap_pdf_draw_text (pdf, &note, &(CapRect) { CAP_REPORT_LEFT, foot, CAP_REPORT_WIDTH - 90, 0 },
                     _("Self-evaluation document, without certification value"));
  note.align = CAP_PDF_ALIGN_RIGHT;
  cap_pdf_draw_text (pdf, &note, &(CapRect) { RIGHT - 88, foot, 88, 0 }, number);
}

/**
 * cap_report_college_flow:
 * @report: a questionnaire for a college that has something to be asked
 *
 * Draws all its sets of pages, and ends the document. What they have in common is set once.
 */
void
cap_report_college_flow (CapReport *report)
{
  const CapRect frame = {
    CAP_REPORT_LEFT, TOP, CAP_REPORT_WIDTH, CAP_PDF_A4_HEIGHT - TOP - BOTTOM,
  };
  Sets self = { .report = report, .firsts = g_array_new (FALSE, FALSE, sizeof (guint)) };

  self.owner = cap_report_dup_typography (report->input->dossier->member->name);
  if (report->input->college == CAP_COLLEGE_PARCOURS)
    self.plain = cap_report_plain_new (report);
  else
    self.levels = cap_report_levels_new (report);

  cap_pdf_flow_set_paper (report->flow, CAP_PDF_PORTRAIT, &frame);
  for (guint number = 1; number <= report->input->copies; number++)
    add_set (&self, number);
  cap_pdf_flow_finish (report->flow, decorate_cb, &self);

  g_clear_pointer (&self.plain, cap_report_plain_free);
  g_clear_pointer (&self.levels, cap_report_levels_free);
  g_clear_pointer (&self.qr, cap_pdf_qr_free);
  g_array_unref (self.firsts);
  g_free (self.owner);
  g_free (self.code);
}
