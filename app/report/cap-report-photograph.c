/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "scoring/cap-figures.h"

#define SYNTHESIS_HEIGHT 224.0
#define RADAR_SIZE       220.0
#define METHOD_ROOM      250.0

/* The overall score, as large as what it rests on is clear. */
static void
draw_overall (CapReport *self,
              double     y)
{
  const CapScore *score = &self->input->photograph->score;
  const CapBand *band = score->percent >= 0 ? cap_framework_find_band (self->framework,
                                                                       score->percent) : NULL;
  g_autofree char *percent = cap_report_dup_percent (score);
  g_autofree char *coverage = cap_report_dup_coverage (score);
  g_autofree char *evolution = cap_report_dup_evolution (self, NULL);
  CapRect area = { CAP_REPORT_LEFT, y + 22, 240, 0 };

  area.y += cap_report_draw (self, CAP_REPORT_TYPE_KICKER, CAP_PDF_TAG_PARAGRAPH, &area, _("OVERALL SCORE"));
  area.y += cap_report_draw (self, CAP_REPORT_TYPE_FIGURE, CAP_PDF_TAG_PARAGRAPH, &area, percent) + 2;
  area.y += cap_report_draw (self, CAP_REPORT_TYPE_LEAD, CAP_PDF_TAG_PARAGRAPH, &area, coverage) + 6;
  if (band != NULL)
    area.y += cap_report_draw (self, CAP_REPORT_TYPE_STRONG, CAP_PDF_TAG_PARAGRAPH, &area, band->label) + 4;
  if (evolution != NULL)
    {
      g_autofree char *date = cap_date_format_long (self->input->previous_evaluation->date);
      /* Translators: the points gained or lost (“+4”), the date of the evaluation before */
      g_autofree char *words = g_strdup_printf (_("%s points since %s"), evolution, date);

      cap_report_draw (self, CAP_REPORT_TYPE_BODY, CAP_PDF_TAG_PARAGRAPH, &area, words);
    }
}

/* A fact in a box: a small label, then what there is to see. */
static void
add_fact (CapReport  *self,
          const char *label,
          const char *text,
          const char *anchor)
{
  const CapPdfPen ground = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen edge = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_BODY);
  g_autoptr(CapPdfText) paragraph = cap_pdf_text_new (self->pdf, style, CAP_REPORT_WIDTH - 32, text);
  double height = cap_pdf_text_get_height (paragraph) + 11 + 20;
  CapRect box = { CAP_REPORT_LEFT, 0, CAP_REPORT_WIDTH, height };

  cap_pdf_flow_skip (self->flow, 12);
  box.y = cap_pdf_flow_take (self->flow, height);
  cap_pdf_draw_rect (self->pdf, &ground, &box, 0);
  cap_pdf_draw_rect (self->pdf, &edge, &(CapRect) { box.x, box.y, 3, height }, 0);
  cap_report_draw (self, CAP_REPORT_TYPE_KICKER, CAP_PDF_TAG_PARAGRAPH,
                   &(CapRect) { box.x + 16, box.y + 9, box.width - 32, 0 }, label);
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (paragraph, box.x + 16, box.y + 21);
  if (anchor != NULL)
    cap_pdf_add_link (self->pdf, &box, anchor, text);
  cap_pdf_end_tag (self->pdf);
}

static void
add_weakest (CapReport *self)
{
  const CapObjectiveResult *weakest = self->input->photograph->weakest_objective;
  g_autofree char *percent = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *text = NULL;

  if (weakest == NULL)
    return;

  percent = cap_report_dup_percent (&weakest->score);
  coverage = cap_report_dup_coverage (&weakest->score);
  text = g_strdup_printf ("%s – %s, %s (%s)", weakest->objective->code, weakest->objective->label, percent,
                          coverage);
  add_fact (self, _("WEAKEST OBJECTIVE"), text, weakest->objective->code);
}

/* The core criteria that no average may hide, each a link to its line. */
static void
add_core_below (CapReport *self)
{
  const GPtrArray *below = self->input->photograph->core_below;
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_BODY);
  g_autofree char *title = NULL;
  g_autofree char *none = NULL;

  /* Translators: a level */
  title = g_strdup_printf (_("Core criteria below level %d"), self->framework->rules.core_minimum);
  cap_report_add_section (self, title, NULL);
  if (below->len == 0)
    {
      /* Translators: a level */
      none = self->input->photograph->score.provisional
             ? g_strdup (_("None among the core criteria answered so far."))
             : g_strdup_printf (_("None: every core criterion is at level %d or more."),
                                self->framework->rules.core_minimum);
      cap_pdf_flow_add_paragraph (self->flow, style, none);
      return;
    }

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; i < below->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (below, i);
      g_autofree char *mark = cap_report_dup_mark (result);
      g_autofree char *level = cap_report_dup_level (self->framework, result);
      g_autofree char *end = g_strdup_printf (" – %s, %s", mark, level);
      const CapPdfSpan spans[] = {
        { result->criterion->code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
        { "\u2002", style->face, style->color },
        { result->criterion->label, style->face, style->color },
        { end, style->face, CAP_REPORT_GREY },
      };
      g_autoptr(CapPdfText) line = cap_pdf_text_new_spans (self->pdf, style, CAP_REPORT_WIDTH, spans,
                                                           G_N_ELEMENTS (spans));
      double height = cap_pdf_text_get_height (line);
      double y = cap_pdf_flow_take (self->flow, height + 2);

      cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST_ITEM);
      cap_pdf_text_draw (line, CAP_REPORT_LEFT, y);
      cap_pdf_add_link (self->pdf, &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, height },
                        result->criterion->code, result->criterion->label);
      cap_pdf_end_tag (self->pdf);
    }
  cap_pdf_end_tag (self->pdf);
}

static void
add_synthesis (CapReport       *self,
               const CapFigure *emblem)
{
  double y;

  cap_report_add_title (self, _("In one page"));
  y = cap_pdf_flow_take (self->flow, SYNTHESIS_HEIGHT);
  draw_overall (self, y);
  cap_report_draw_radar (self, &(CapRect) {
    CAP_REPORT_LEFT + CAP_REPORT_WIDTH - RADAR_SIZE + 10, y - 16, RADAR_SIZE, RADAR_SIZE,
  });
  cap_report_add_theme_bars (self);
  if (self->input->comparison != NULL && self->input->comparison->whole)
    {
      cap_pdf_flow_skip (self->flow, 4);
      cap_report_add_note (self, _("The dashed line and the ticks show the previous evaluation."));
    }
  cap_pdf_flow_skip (self->flow, 8);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), emblem->reading);
  add_weakest (self);
  cap_report_add_section (self, _("Criteria at each level"), NULL);
  cap_report_add_levels_band (self);
  add_core_below (self);
}

/* The emblem is on the page before. */
static void
add_figures (CapReport       *self,
             const GPtrArray *figures)
{
  cap_pdf_flow_break_page (self->flow);
  for (guint i = 0; i < figures->len; i++)
    {
      const CapFigure *figure = g_ptr_array_index (figures, i);

      if (figure->kind != CAP_FIGURE_EMBLEM)
        cap_report_add_figure (self, figure);
    }
}

/* What a reader may want to know before he trusts a figure. */
static void
add_method (CapReport *self)
{
  const CapPdfStyle *body = cap_report_style (CAP_REPORT_TYPE_BODY);
  const CapFramework *framework = self->framework;
  /* Translators: the lowest and the highest level, the lowest one, the highest one */
  g_autofree char *scale = g_strdup_printf (_("Each criterion answered has a level from %d to %d. The score"
                                              " of an objective is where its levels stand between the two,"
                                              " weighted: 0 at level %d everywhere, 100 at level %d"
                                              " everywhere. The score of a theme is the mean of its"
                                              " objectives, and the overall score the mean of the themes."),
                                            framework->min_level, framework->max_level, framework->min_level,
                                            framework->max_level);
  /* Translators: a level */
  g_autofree char *core = g_strdup_printf (_("A core criterion below level %d is a priority whatever the"
                                             " mean. The core level of an objective is the lowest level of"
                                             " its core criteria."), framework->rules.core_minimum);
  const char *paragraphs[] = {
    scale,
    _("Scores are computed as exact fractions and rounded once, to the nearest percent, when they are "
      "shown. A criterion that is not concerned counts as answered but never in a score; a criterion "
      "without an answer makes the score provisional."),
    core,
    _("This document says what the structure found about itself. It is no certificate and replaces "
      "no audit."),
    self->framework->notice,
  };

  if (cap_pdf_flow_get_remaining (self->flow) < METHOD_ROOM)
    cap_pdf_flow_break_page (self->flow);
  cap_report_add_section (self, _("How to read these figures"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      if (paragraphs[i] == NULL || paragraphs[i][0] == '\0')
        continue;
      cap_pdf_flow_add_paragraph (self->flow, body, paragraphs[i]);
      cap_pdf_flow_skip (self->flow, 6);
    }
}

static void
add_glossary (CapReport *self)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < self->framework->levels->len; i++)
    g_ptr_array_add (texts, ((const CapLevel *) g_ptr_array_index (self->framework->levels, i))->label);
  cap_report_list_wording (self, FALSE, texts);
  cap_report_add_glossary (self, texts);
}

static void
add_whole_document (CapReport *self)
{
  const CapReportInput *input = self->input;
  g_autoptr(GPtrArray) figures = cap_figures_list (input->dossier, input->evaluation, input->photograph,
                                                   input->comparison);
  g_autofree char *date = cap_date_format_long (input->evaluation->date);
  /* Translators: %s is the date of the evaluation */
  g_autofree char *subtitle = g_strdup_printf (_("Results of the self-evaluation of %s"), date);

  cap_report_add_cover (self, subtitle);
  cap_report_add_board (self);
  add_synthesis (self, g_ptr_array_index (figures, 0));
  add_figures (self, figures);
  cap_report_add_criteria (self);
  cap_report_add_readings (self);
  cap_report_add_annex (self, figures);
  add_method (self);
  add_glossary (self);
}

void
cap_report_photograph_fill (CapReport *self)
{
  if (self->input->layout == CAP_LAYOUT_BOARD)
    cap_report_add_board (self);
  else if (self->input->layout == CAP_LAYOUT_SLIDES)
    cap_report_slides_fill (self);
  else
    add_whole_document (self);
}
