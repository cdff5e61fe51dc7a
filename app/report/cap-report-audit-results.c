/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

/* Part 7: what the last evaluation says, from the whole to each criterion. */

#define RADAR_SIZE      190.0
#define THEMES_ROOM     (RADAR_SIZE + 160)
#define OBJECTIVES_ROOM 600.0 /* they are seen together, as far as they hold in a page */

static CapReport
get_report_on (const CapReport *report,
               CapPdfFlow      *flow)
{
  CapReport copy = *report;

  copy.flow = flow;
  copy.pdf = cap_pdf_flow_get_pdf (flow);

  return copy;
}

static void
draw_themes_cb (CapPdfFlow    *flow,
                gconstpointer  data)
{
  CapReport report = get_report_on (data, flow);
  const CapRect *frame = cap_pdf_flow_get_frame (flow);
  double y = cap_pdf_flow_take (flow, RADAR_SIZE);

  cap_report_draw_radar (&report, &(CapRect) {
    frame->x + (frame->width - RADAR_SIZE) / 2, y, RADAR_SIZE, RADAR_SIZE,
  });
  cap_report_add_theme_bars (&report);
}

static void
draw_objectives_cb (CapPdfFlow    *flow,
                    gconstpointer  data)
{
  CapReport report = get_report_on (data, flow);

  cap_report_add_objective_bars (&report);
}

static void
draw_levels_cb (CapPdfFlow    *flow,
                gconstpointer  data)
{
  CapReport report = get_report_on (data, flow);

  cap_report_add_levels_band (&report);
}

static const CapThemeResult *
get_theme (const CapAudit *self,
           guint           index)
{
  return g_ptr_array_index (self->input->photograph->themes, index);
}

static void
add_overall (CapAudit *self)
{
  const CapPhotograph *photograph = self->input->photograph;
  const CapScore *score = &photograph->score;
  g_autofree char *date = cap_date_format_long (self->input->evaluation->date);
  g_autofree char *percent = cap_report_dup_percent (score);
  g_autofree char *coverage = cap_report_dup_coverage (score);
  g_autofree char *evolution = cap_report_dup_evolution (self->report, NULL);
  /* Translators: the date of an evaluation, its score, what it rests on */
  g_autofree char *text = g_strdup_printf (_("Self-evaluation of %1$s: overall score %2$s (%3$s)."), date,
                                           percent, coverage);

  cap_doc_add_text (self->doc, CAP_DOC_LEAD, text);
  if (evolution != NULL)
    {
      g_autofree char *before = cap_date_format_long (self->input->previous_evaluation->date);
      /* Translators: the points gained or lost (“+4”), the date of the evaluation before */
      g_autofree char *words = g_strdup_printf (_("%s points since %s"), evolution, before);

      cap_doc_add_fact (self->doc, _("Evolution"), words);
    }
  if (photograph->weakest_objective != NULL)
    {
      const CapObjectiveResult *weakest = photograph->weakest_objective;
      g_autofree char *of = cap_report_dup_percent (&weakest->score);
      g_autofree char *words = g_strdup_printf ("%s – %s, %s", weakest->objective->code,
                                                weakest->objective->label, of);

      cap_doc_add_fact (self->doc, _("Weakest objective"), words);
    }
}

/* A score with what it rests on and what it was. */
static void
add_score_cells (CapAudit       *self,
                 const char     *code,
                 const CapScore *score)
{
  const CapScore *before = cap_report_find_previous (self->report, code);
  g_autofree char *percent = cap_report_dup_percent (score);
  g_autofree char *old = before != NULL ? cap_report_dup_percent (before) : g_strdup ("–");
  g_autofree char *evolution = cap_report_dup_evolution (self->report, code);
  g_autofree char *answered = g_strdup_printf ("%u/%u", score->coverage.answered, score->coverage.applicable);

  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, percent, CAP_DOC_STRONG, NULL);
  cap_doc_add_cell (self->doc, answered);
  cap_doc_add_cell (self->doc, old);
  cap_doc_add_cell (self->doc, evolution != NULL ? evolution : "–");
}

static void
begin_scores (CapAudit   *self,
              const char *title)
{
  const CapDocColumn columns[] = {
    { _("Code"), 40, CAP_PDF_ALIGN_LEFT },
    { title, 0, CAP_PDF_ALIGN_LEFT },
    { _("Score"), 54, CAP_PDF_ALIGN_RIGHT },
    { _("Answered"), 60, CAP_PDF_ALIGN_RIGHT },
    { _("Before"), 54, CAP_PDF_ALIGN_RIGHT },
    { _("Points"), 48, CAP_PDF_ALIGN_RIGHT },
  };

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  cap_doc_set_words_only (self->doc);
}

static void
add_themes (CapAudit *self)
{
  cap_audit_add_section (self, _("By theme"));
  cap_doc_add_figure (self->doc, draw_themes_cb, self->report,
                      _("The scores of the themes, on as many axes and as bars; before: the dashed line and "
                        "the ticks."), THEMES_ROOM);
  begin_scores (self, _("Theme"));
  for (guint i = 0; i < self->input->photograph->themes->len; i++)
    {
      const CapThemeResult *it = get_theme (self, i);

      cap_doc_begin_row (self->doc, NULL);
      cap_audit_add_code_cell (self, it->theme->code, it->theme->code);
      cap_doc_add_cell (self->doc, it->theme->label);
      add_score_cells (self, it->theme->code, &it->score);
    }
}

static void
add_objectives (CapAudit *self)
{
  cap_audit_add_section (self, _("By objective"));
  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("From the strongest to the weakest. Beside each bar: its score, the criteria "
                      "answered out of those that apply and, if there was an evaluation before, "
                      "the points gained or lost. A hatched bar is provisional."));
  cap_doc_add_figure (self->doc, draw_objectives_cb, self->report,
                      _("The scores of the objectives as bars, from the strongest to the weakest."),
                      OBJECTIVES_ROOM);
  begin_scores (self, _("Objective"));
  for (guint i = 0; i < self->input->photograph->themes->len; i++)
    {
      const CapThemeResult *theme = get_theme (self, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const CapObjectiveResult *it = g_ptr_array_index (theme->objectives, j);

          if (cap_report_count_in_scope (it) == 0)
            continue;

          cap_doc_begin_row (self->doc, NULL);
          cap_audit_add_code_cell (self, it->objective->code, it->objective->code);
          cap_doc_add_cell (self->doc, it->objective->label);
          add_score_cells (self, it->objective->code, &it->score);
        }
    }
}

static void
add_core_gaps (CapAudit *self)
{
  const GPtrArray *below = self->input->photograph->core_below;
  /* Translators: a level */
  g_autofree char *title = g_strdup_printf (_("Core criteria below level %d"),
                                            self->report->framework->rules.core_minimum);
  g_autofree char *none = NULL;

  cap_audit_add_section (self, title);
  /* Translators: a level */
  none = self->input->photograph->score.provisional
         ? g_strdup (_("None among the core criteria answered so far."))
         : g_strdup_printf (_("None: every core criterion is at level %d or more."),
                            self->report->framework->rules.core_minimum);
  if (below->len == 0)
    cap_doc_add_text (self->doc, CAP_DOC_PARAGRAPH, none);
  for (guint i = 0; i < below->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (below, i);
      g_autofree char *mark = cap_report_dup_mark (result);
      /* Translators: the label of a criterion, its level */
      g_autofree char *words = g_strdup_printf (_(" %1$s – level %2$s"), result->criterion->label, mark);

      cap_doc_add_text (self->doc, CAP_DOC_ITEM, NULL);
      cap_doc_add_run (self->doc, result->criterion->code, CAP_DOC_CODE, result->criterion->code);
      cap_doc_add_run (self->doc, words, CAP_DOC_PLAIN, NULL);
    }
}

static void
add_level_table (CapAudit *self)
{
  const GPtrArray *levels = self->report->framework->levels;
  const CapDocColumn columns[] = {
    { _("Level"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Criteria"), 80, CAP_PDF_ALIGN_RIGHT },
  };

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  cap_doc_set_words_only (self->doc);
  for (guint i = 0; i < levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (levels, i);
      guint count = 0;

      for (guint j = 0; j < self->report->framework->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (self->report->framework->criteria, j);
          const CapCriterionResult *result = cap_photograph_find_criterion (self->input->photograph,
                                                                            criterion->code);

          count += result->state == CAP_CRITERION_ANSWERED && result->level == level->number;
        }
      cap_doc_begin_row (self->doc, NULL);
      cap_doc_add_cell (self->doc, level->label);
      cap_audit_add_count_cell (self, count);
    }
}

static void
add_criterion (CapAudit                 *self,
               const CapCriterionResult *result)
{
  const CapAnswer *answer = cap_evaluation_get_answer (self->input->evaluation, result->criterion->code);
  g_autofree char *mark = cap_report_dup_mark (result);
  g_autofree char *level = cap_report_dup_level (self->report->framework, result);

  cap_doc_begin_row (self->doc, result->criterion->code);
  cap_audit_add_code_cell (self, result->criterion->code, NULL);
  cap_doc_add_cell (self->doc, result->criterion->label);
  if (result->core)
    {
      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      /* Translators: a core criterion (socle), as a small mark */
      cap_doc_add_run (self->doc, _("core"), CAP_DOC_CODE, NULL);
    }
  cap_doc_add_cell (self->doc, NULL);
  if (result->state == CAP_CRITERION_ANSWERED)
    {
      cap_doc_add_run (self->doc, mark, CAP_DOC_STRONG, NULL);
      cap_doc_add_run (self->doc, "\u2002", CAP_DOC_PLAIN, NULL);
    }
  cap_doc_add_run (self->doc, level, CAP_DOC_PLAIN, NULL);
  cap_audit_add_typed_cell (self, answer == NULL ? NULL
                            : answer->state == CAP_ANSWER_NOT_APPLICABLE ? answer->reason : answer->comment);
}

static void
add_criteria_of (CapAudit             *self,
                 const CapThemeResult *theme)
{
  const CapDocColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Criterion"), 164, CAP_PDF_ALIGN_LEFT },
    { _("Level"), 84, CAP_PDF_ALIGN_LEFT },
    { _("Comment"), 0, CAP_PDF_ALIGN_LEFT },
  };
  g_autofree char *title = g_strdup_printf ("%s\u2002%s", theme->theme->code, theme->theme->label);

  cap_doc_add_heading (self->doc, 2, title, theme->theme->code);
  if (theme->score.coverage.applicable == 0)
    {
      cap_audit_add_missing (self, _("No criterion of this theme applies to the structure."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);
      g_autofree char *label = g_strdup_printf ("%s\u2002%s", objective->objective->code,
                                                objective->objective->label);
      g_autofree char *percent = cap_report_dup_percent (&objective->score);

      if (cap_report_count_in_scope (objective) == 0)
        continue;

      cap_doc_add_group (self->doc, label, percent, objective->objective->code);
      for (guint j = 0; j < objective->criteria->len; j++)
        if (cap_report_is_in_scope (g_ptr_array_index (objective->criteria, j)))
          add_criterion (self, g_ptr_array_index (objective->criteria, j));
    }
}

void
cap_audit_tell_results (CapAudit *self)
{
  const CapPhotograph *photograph = self->input->photograph;

  cap_audit_add_title (self, CAP_DOSSIER_RESULTS);
  add_overall (self);
  add_themes (self);
  cap_audit_add_section (self, _("Criteria at each level"));
  cap_doc_add_figure (self->doc, draw_levels_cb, self->report, _("How many criteria are at each level."), 0);
  add_level_table (self);
  add_core_gaps (self);
  add_objectives (self);
  for (guint i = 0; i < photograph->themes->len; i++)
    add_criteria_of (self, get_theme (self, i));
  if (photograph->local != NULL)
    add_criteria_of (self, photograph->local);
}
