/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

/* The questions in plain words (FALC): large letters, one sentence a line, no word cut, a large box before
 * each answer. They are set once and drawn in each copy. */

#define BOX         24.0 /* 8.5 mm */
#define CODE_WIDTH  50.0
#define LEFT        (CAP_REPORT_LEFT + CODE_WIDTH)
#define WIDTH       (CAP_REPORT_WIDTH - CODE_WIDTH)
#define ANSWER_LEFT (LEFT + BOX + 14)
#define ANSWER_GAP  7.0
#define GAP         10.0 /* on each side of the rule between two questions */

static const CapPdfPen box_pen = { CAP_REPORT_WHITE, CAP_REPORT_INK, 1.1, 0 };
static const CapPdfPen rule_pen = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.6, 0 };

/* A question or an answer: a text for each of its sentences. */
typedef struct
{
  GPtrArray *texts; /* (element-type CapPdfText) */
  double     height;
} Sentences;

typedef struct
{
  CapPdfText *code;
  Sentences   question;
  GArray     *answers; /* (element-type Sentences) */
  double      height;
} Question;

struct _CapReportPlain
{
  CapReport *report;
  GPtrArray *questions; /* (element-type Question) */
  guint      n_left_out;
};

static void
clear_sentences (Sentences *self)
{
  g_ptr_array_unref (self->texts);
}

static void
question_free (Question *self)
{
  cap_pdf_text_free (self->code);
  clear_sentences (&self->question);
  g_array_unref (self->answers);
  g_free (self);
}

/* Where a sentence ends: @p is the plain space after its last sign. */
static gboolean
is_end (const char *text,
        const char *p)
{
  return *p == ' ' && p > text && (p[-1] == '.' || p[-1] == '?' || p[-1] == '!');
}

static Sentences
make_sentences (CapReport         *report,
                const CapPdfStyle *style,
                double             width,
                const char        *words)
{
  g_autofree char *text = cap_report_dup_typography (words);
  Sentences self = { g_ptr_array_new_with_free_func ((GDestroyNotify) cap_pdf_text_free), 0 };
  const char *start = text;

  for (const char *p = text; start != NULL; p++)
    {
      if (*p != '\0' && !is_end (text, p))
        continue;

      {
        g_autofree char *sentence = g_strndup (start, (gsize) (p - start));
        CapPdfText *line = cap_pdf_text_new (report->pdf, style, width, sentence);

        g_ptr_array_add (self.texts, line);
        self.height += cap_pdf_text_get_height (line);
      }
      start = *p != '\0' ? p + 1 : NULL;
    }

  return self;
}

static void
draw_sentences (const Sentences *self,
                double           x,
                double           y)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const CapPdfText *text = g_ptr_array_index (self->texts, i);

      cap_pdf_text_draw (text, x, y);
      y += cap_pdf_text_get_height (text);
    }
}

static double
get_answer_height (const Sentences *answer)
{
  return MAX (answer->height, BOX) + ANSWER_GAP;
}

static void
add_answer (CapReportPlain *self,
            Question       *question,
            const char     *words)
{
  const CapPdfStyle style = cap_report_plain_style (FALSE);
  Sentences answer = make_sentences (self->report, &style,
                                     CAP_REPORT_LEFT + CAP_REPORT_WIDTH - ANSWER_LEFT, words);

  g_array_append_val (question->answers, answer);
  question->height += get_answer_height (&answer);
}

static void
add_question (CapReportPlain     *self,
              const CapCriterion *criterion)
{
  const CapPdfStyle strong = cap_report_plain_style (TRUE);
  CapPdfStyle code = strong;
  Question *question = g_new0 (Question, 1);

  code.color = CAP_REPORT_ACCENT;
  question->code = cap_pdf_text_new (self->report->pdf, &code, CODE_WIDTH, criterion->code);
  question->question = make_sentences (self->report, &strong, WIDTH, criterion->plain_question);
  question->answers = g_array_new (FALSE, FALSE, sizeof (Sentences));
  g_array_set_clear_func (question->answers, (GDestroyNotify) clear_sentences);
  question->height = question->question.height + ANSWER_GAP;
  for (guint i = 0; criterion->plain_answers[i] != NULL; i++)
    add_answer (self, question, criterion->plain_answers[i]);
  add_answer (self, question, _("I do not know"));
  g_ptr_array_add (self->questions, question);
}

/**
 * cap_report_plain_new:
 *
 * Returns: (transfer full): the criteria in scope that have plain words, ready to be drawn in any number of
 *   copies
 */
CapReportPlain *
cap_report_plain_new (CapReport *report)
{
  const CapFramework *framework = report->framework;
  CapReportPlain *self = g_new0 (CapReportPlain, 1);

  self->report = report;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);
  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      const CapCriterionResult *result = cap_photograph_find_criterion (report->input->photograph,
                                                                        criterion->code);

      if (!cap_report_is_in_scope (result))
        continue;
      if (criterion->plain_question != NULL)
        add_question (self, criterion);
      else
        self->n_left_out++;
    }

  return self;
}

void
cap_report_plain_free (CapReportPlain *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->questions);
  g_free (self);
}

guint
cap_report_plain_count_left_out (const CapReportPlain *self)
{
  return self->n_left_out;
}

/* The boxes first: what is read stays in one piece. */
static void
draw_answers (const CapReportPlain *self,
              const Question       *question,
              double                top)
{
  CapPdf *pdf = self->report->pdf;
  const double line = cap_report_plain_style (FALSE).leading;
  double y = top;

  for (guint i = 0; i < question->answers->len; i++)
    {
      cap_pdf_draw_rect (pdf, &box_pen, &(CapRect) { LEFT, y, BOX, BOX }, 2);
      y += get_answer_height (&g_array_index (question->answers, Sentences, i));
    }

  y = top;
  cap_pdf_begin_tag (pdf, CAP_PDF_TAG_PARAGRAPH);
  for (guint i = 0; i < question->answers->len; i++)
    {
      const Sentences *answer = &g_array_index (question->answers, Sentences, i);

      draw_sentences (answer, ANSWER_LEFT, y + (answer->height > BOX ? 0 : (BOX - line) / 2));
      y += get_answer_height (answer);
    }
  cap_pdf_end_tag (pdf);
}

static void
draw_rule (CapReport *report,
           double     y)
{
  cap_pdf_draw_line (report->pdf, &rule_pen, (CapPoint) { CAP_REPORT_LEFT, y },
                     (CapPoint) { CAP_REPORT_LEFT + CAP_REPORT_WIDTH, y });
}

/* Draws all the questions, once more, each on one page. */
void
cap_report_plain_flow (const CapReportPlain *self)
{
  CapReport *report = self->report;
  const double top = cap_pdf_flow_get_frame (report->flow)->y;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = g_ptr_array_index (self->questions, i);
      double y;

      cap_pdf_flow_skip (report->flow, 2 * GAP);
      y = cap_pdf_flow_take (report->flow, question->height);
      if (y > top)
        draw_rule (report, y - GAP);
      cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_HEADING_2);
      cap_pdf_text_draw (question->code, CAP_REPORT_LEFT, y);
      draw_sentences (&question->question, LEFT, y);
      cap_pdf_end_tag (report->pdf);
      draw_answers (self, question, y + question->question.height + ANSWER_GAP);
    }
}
