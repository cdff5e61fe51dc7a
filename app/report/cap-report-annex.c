/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "scoring/cap-agenda.h"
#include "scoring/cap-comparison-text.h"
#include "scoring/cap-photograph-text.h"
#include "scoring/cap-votes-text.h"

static CapPdfTable *
new_table (CapReport          *self,
           const CapPdfColumn *columns,
           guint               n_columns)
{
  return cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, n_columns, cap_report_table_look ());
}

static void
add_typed_cell (CapPdfTable *table,
                const char  *text)
{
  g_autofree char *words = cap_report_dup_typography (text != NULL ? text : "");

  cap_pdf_table_add_cell (table, words);
}

static void
add_code_cell (CapPdfTable *table,
               const char  *code)
{
  const CapPdfSpan span = { code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };

  cap_pdf_table_add_spans (table, &span, 1);
}

/* @answers: (nullable): the levels that a formula is made of. Where the criteria are not told theme by
 * theme, what links to a theme or to an objective comes here. */
static void
add_formula (CapReport   *self,
             CapPdfTable *table,
             const char  *code,
             const char  *label,
             const char  *formula,
             const char  *answers)
{
  const CapPdfSpan spans[] = {
    { formula, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { answers != NULL ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { answers != NULL ? answers : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };

  if (code != NULL && self->input->layout == CAP_LAYOUT_PRIORITY)
    cap_pdf_table_set_anchor (table, code);
  add_code_cell (table, code != NULL ? code : "");
  cap_pdf_table_add_cell (table, label);
  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
  cap_pdf_table_end_row (table);
}

static void
add_theme_formulas (CapReport            *self,
                    CapPdfTable          *table,
                    const CapThemeResult *theme)
{
  g_autofree char *formula = cap_photograph_text_explain_theme (theme);

  if (theme->score.coverage.applicable == 0)
    return;

  add_formula (self, table, theme->theme->code, theme->theme->label, formula, NULL);
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);
      g_autofree char *sum = cap_photograph_text_explain_objective (objective, self->framework);
      g_autofree char *answers = cap_photograph_text_explain_answers (objective);

      if (objective->score.coverage.applicable > 0)
        add_formula (self, table, objective->objective->code, objective->objective->label, sum, answers);
    }
}

/* The arithmetic of every score, down to the answers. */
static void
add_formulas (CapReport *self)
{
  const CapPhotograph *photograph = self->input->photograph;
  const CapPdfColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Score of"), 150, CAP_PDF_ALIGN_LEFT },
    { _("Arithmetic"), 0, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapPdfTable) table = new_table (self, columns, G_N_ELEMENTS (columns));
  g_autofree char *whole = cap_photograph_text_explain_whole (photograph);

  add_formula (self, table, NULL, _("The whole"), whole, NULL);
  for (guint i = 0; i < photograph->all_themes->len; i++)
    add_theme_formulas (self, table, g_ptr_array_index (photograph->all_themes, i));
  cap_report_add_section (self, _("Where the scores come from"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
}

static void
begin_aside (CapPdfTable *table,
             gboolean    *named,
             const char  *title)
{
  if (!*named)
    cap_pdf_table_add_group (table, title, NULL, NULL);
  *named = TRUE;
}

/* What was typed about criteria that the profile or the path leaves out: it counts nowhere. */
static void
add_out_of_scope (CapReport   *self,
                  CapPdfTable *table)
{
  gboolean named = FALSE;

  for (guint i = 0; i < self->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (self->input->photograph,
                                                                        criterion->code);
      const CapAnswer *answer = cap_evaluation_get_answer (self->input->evaluation, criterion->code);
      g_autofree char *level = NULL;

      if (result->state != CAP_CRITERION_OUT_OF_SCOPE || answer == NULL || cap_answer_is_empty (answer))
        continue;

      begin_aside (table, &named, _("Out of scope: the profile or the path leaves them out"));
      level = answer != NULL && answer->state == CAP_ANSWER_RATED ? g_strdup_printf ("%d", answer->level)
                                                                  : g_strdup ("–");
      add_code_cell (table, criterion->code);
      cap_pdf_table_add_cell (table, criterion->label);
      cap_pdf_table_add_cell (table, level);
      add_typed_cell (table, answer == NULL ? NULL : *answer->comment != '\0' ? answer->comment
                                                                              : answer->reason);
      cap_pdf_table_end_row (table);
    }
}

static void
add_not_applicable (CapReport   *self,
                    CapPdfTable *table)
{
  gboolean named = FALSE;

  for (guint i = 0; i < self->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (self->input->photograph,
                                                                        criterion->code);
      const CapAnswer *answer = cap_evaluation_get_answer (self->input->evaluation, criterion->code);

      if (result->state != CAP_CRITERION_NOT_APPLICABLE)
        continue;

      begin_aside (table, &named, _("Not concerned, with the reason given"));
      add_code_cell (table, criterion->code);
      cap_pdf_table_add_cell (table, criterion->label);
      cap_pdf_table_add_cell (table, C_("level", "n/a"));
      add_typed_cell (table, answer->reason);
      cap_pdf_table_end_row (table);
    }
}

/* What was decided not to follow. */
static void
add_set_asides (CapReport   *self,
                CapPdfTable *table)
{
  const GPtrArray *set_asides = self->input->dossier->set_asides;
  gboolean named = FALSE;

  for (guint i = 0; i < set_asides->len; i++)
    {
      const CapSetAside *it = g_ptr_array_index (set_asides, i);
      const CapCriterion *criterion = cap_framework_find_criterion (self->framework, it->criterion);
      g_autofree char *day = cap_report_dup_day (it->date);
      g_autofree char *level = g_strdup_printf ("%d", it->level);
      g_autofree char *reason = g_strdup_printf ("%s (%s)", it->reason, day);

      begin_aside (table, &named, _("Proposals set aside, with the reason and the day"));
      add_code_cell (table, it->criterion);
      cap_pdf_table_add_cell (table, criterion != NULL ? criterion->label : "");
      cap_pdf_table_add_cell (table, level);
      add_typed_cell (table, reason);
      cap_pdf_table_end_row (table);
    }
}

static gboolean
is_of_campaign (const CapReport *self,
                const CapRecord *parking)
{
  const CapRecord *campaign = cap_dossier_find_record (self->input->dossier, CAP_REGISTER_CAMPAIGN,
                                                       parking->parent);

  return campaign != NULL &&
         cap_record_get_number (campaign, CAP_CAMPAIGN_EVALUATION) == (int) self->input->evaluation->number;
}

/* What the meeting kept for another time. */
static void
add_parking (CapReport   *self,
             CapPdfTable *table)
{
  const GPtrArray *records = self->input->dossier->registers[CAP_REGISTER_CAMPAIGN_PARKING];
  gboolean named = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);
      const char *owner = cap_record_get (record, CAP_CAMPAIGN_PARKING_OWNER);
      const char *outcome = cap_record_get (record, CAP_CAMPAIGN_PARKING_OUTCOME);
      const char *criterion = cap_record_get (record, CAP_CAMPAIGN_PARKING_CRITERION);
      g_autofree char *words = g_strjoin (outcome != NULL && owner != NULL ? " – " : "",
                                          owner != NULL ? owner : "", outcome != NULL ? outcome : "", NULL);

      if (!is_of_campaign (self, record))
        continue;

      begin_aside (table, &named, _("Kept for another time, with who takes it and what became of it"));
      add_code_cell (table, criterion != NULL ? criterion : "");
      add_typed_cell (table, cap_record_get (record, CAP_CAMPAIGN_PARKING_SUBJECT));
      cap_pdf_table_add_cell (table, "");
      add_typed_cell (table, words);
      cap_pdf_table_end_row (table);
    }
}

/* What the team marked for another look. */
static void
add_marked (CapReport   *self,
            CapPdfTable *table)
{
  gboolean named = FALSE;

  for (guint i = 0; i < self->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->framework->criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (self->input->evaluation, criterion->code);
      g_autofree char *mark = NULL;

      if (answer == NULL || (!answer->discuss && answer->review == CAP_REVIEW_NONE))
        continue;

      begin_aside (table, &named, _("Marked for another look"));
      mark = cap_report_dup_mark (cap_photograph_find_criterion (self->input->photograph, criterion->code));
      add_code_cell (table, criterion->code);
      cap_pdf_table_add_cell (table, criterion->label);
      cap_pdf_table_add_cell (table, mark);
      cap_pdf_table_add_cell (table, answer->discuss ? _("To discuss")
                                                     : _("To look at again since the version changed"));
      cap_pdf_table_end_row (table);
    }
}

/* What is not in any score. */
static void
add_asides (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { C_("column", "Subject"), 190, CAP_PDF_ALIGN_LEFT },
    { _("Level"), 36, CAP_PDF_ALIGN_LEFT },
    { C_("column", "What was said"), 0, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapPdfTable) table = new_table (self, columns, G_N_ELEMENTS (columns));
  const double empty = cap_pdf_table_get_height (table);

  add_not_applicable (self, table);
  add_out_of_scope (self, table);
  add_set_asides (self, table);
  add_parking (self, table);
  add_marked (self, table);
  if (cap_pdf_table_get_height (table) <= empty)
    return;

  cap_report_add_section (self, _("What was set aside"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_vote_row (CapReport          *self,
              CapPdfTable        *table,
              const CapCriterion *criterion,
              const CapSpread    *spread)
{
  const CapCriterionResult *result = cap_photograph_find_criterion (self->input->photograph, criterion->code);
  const CapSpreadGroup *whole = &spread->whole;
  g_autofree char *votes = g_strdup_printf ("%u", whole->n_votes);
  g_autofree char *range = whole->lowest == whole->highest
                           ? g_strdup_printf ("%d", whole->lowest)
                           : g_strdup_printf ("%d–%d", whole->lowest, whole->highest);
  g_autofree char *median = cap_spread_dup_median (whole);
  g_autofree char *mark = cap_report_dup_mark (result);
  gboolean against = result->state == CAP_CRITERION_ANSWERED &&
                     cap_spread_get_distance (spread, result->level) >= CAP_AGENDA_AGAINST;

  add_code_cell (table, criterion->code);
  cap_pdf_table_add_cell (table, criterion->label);
  cap_pdf_table_add_cell (table, votes);
  cap_pdf_table_add_cell (table, range);
  cap_pdf_table_add_cell (table, median);
  cap_pdf_table_add_cell (table, mark);
  cap_pdf_table_add_cell (table, against ? _("against the median") : spread->discuss ? _("far apart") : "");
  cap_pdf_table_end_row (table);
}

/* The votes of everybody beside what was decided; what a college says is in its figure. */
static void
add_votes (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Criterion"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Votes"), 38, CAP_PDF_ALIGN_RIGHT },
    { _("From, to"), 50, CAP_PDF_ALIGN_RIGHT },
    { _("Median"), 48, CAP_PDF_ALIGN_RIGHT },
    { _("Decided"), 50, CAP_PDF_ALIGN_RIGHT },
    { "", 76, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapVotes) votes = cap_votes_new (self->input->evaluation);
  g_autoptr(CapPdfTable) table = NULL;
  guint n_told = 0;

  if (self->input->evaluation->ballots->len == 0)
    return;

  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->framework->criteria, i);
      const CapSpread *spread = cap_votes_get (votes, criterion->code);

      if (spread->whole.n_votes < CAP_VOTES_MIN_SHOWN)
        continue;
      add_vote_row (self, table, criterion, spread);
      n_told++;
    }
  if (n_told == 0)
    return;

  cap_report_add_section (self, _("The votes, beside what was decided"), NULL);
  cap_report_add_note (self, _("A criterion on which fewer than three people voted is not told: one would "
                               "know who voted what."));
  cap_pdf_flow_skip (self->flow, 8);
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_comparison (CapReport *self)
{
  const CapComparison *comparison = self->input->comparison;
  g_autofree char *scope = comparison != NULL ? cap_comparison_dup_scope (comparison, TRUE) : NULL;

  if (scope == NULL)
    return;

  cap_report_add_section (self, _("What is compared"), NULL);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), scope);
}

/**
 * cap_report_add_annex:
 * @self: a document
 * @figures: (element-type CapFigure): those that it shows
 *
 * Adds what an auditor checks: the arithmetic of the scores, the votes, what was
 * set aside, the numbers of the figures.
 */
void
cap_report_add_annex (CapReport       *self,
                      const GPtrArray *figures)
{
  cap_report_add_title (self, _("Annex for the auditor"));
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY),
                              _("All that these results rest on, and all that was left out of them. The "
                                "comments and the evidence are with the criteria, before."));
  add_formulas (self);
  add_comparison (self);
  add_asides (self);
  add_votes (self);
  cap_report_add_section (self, _("The numbers of the figures"), NULL);
  for (guint i = 0; i < figures->len; i++)
    {
      const CapFigure *figure = g_ptr_array_index (figures, i);

      /* The levels of the criteria are with the criteria. */
      if (figure->kind != CAP_FIGURE_HEAT)
        cap_report_add_figure_table (self, figure);
    }
}
