/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-commitment-figures.h"
#include "quality/cap-commitment-rules.h"
#include "quality/cap-complaint-figures.h"
#include "quality/cap-survey-figures.h"

/* Parts 9 and 13: the people that the structure works for. By code only: no name is ever in the file. */

#define N_SPANS  3
#define N_SAMPLE 20

static char *
dup_year_before (const char *date)
{
  g_autofree char *before = cap_date_add_months (date, -12);

  return cap_date_add_days (before, 1);
}

/* Kept with the document: how many of each type. */
typedef struct
{
  const CapReport *report;
  guint            by_type[CAP_N_COMMITMENT_TYPES];
} TypesFigure;

static void
draw_types_cb (CapPdfFlow    *flow,
               gconstpointer  data)
{
  static const guint32 fills[CAP_N_COMMITMENT_TYPES] = {
    CAP_REPORT_ACCENT, CAP_REPORT_MIDDLE, CAP_REPORT_TINT, CAP_REPORT_PALE, CAP_REPORT_WHITE,
  };
  const TypesFigure *figure = data;
  CapReport report = *figure->report;
  CapReportShare shares[CAP_N_COMMITMENT_TYPES];

  report.flow = flow;
  report.pdf = cap_pdf_flow_get_pdf (flow);
  for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
    shares[type] = (CapReportShare) { cap_commitment_type_get_label (type), figure->by_type[type],
                                      fills[type], type == CAP_N_COMMITMENT_TYPES - 1 };
  cap_report_add_band (&report, shares, CAP_N_COMMITMENT_TYPES);
}

static void
add_types_figure (CapAudit                   *self,
                  const CapCommitmentFigures *figures)
{
  TypesFigure *figure = g_new0 (TypesFigure, 1);

  figure->report = self->report;
  memcpy (figure->by_type, figures->by_type, sizeof figure->by_type);
  cap_doc_keep (self->doc, figure, g_free);
  cap_doc_add_figure (self->doc, draw_types_cb, figure,
                      _("How many commitments of each type were signed; the table below has the figures."),
                      0);
}

static void
add_types (CapAudit                   *self,
           const CapCommitmentFigures *figures)
{
  const CapDocColumn columns[] = {
    { _("Type"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Signed"), 80, CAP_PDF_ALIGN_RIGHT },
    { _("Part"), 80, CAP_PDF_ALIGN_RIGHT },
  };
  g_autofree char *sum = cap_commitment_figures_dup_rounded_sum (figures);
  const char *note = cap_commitment_figures_get_note (figures);

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
    {
      g_autofree char *rate = cap_share_dup_rate (cap_commitment_figures_get_type_share (figures, type));

      cap_doc_begin_row (self->doc, NULL);
      cap_doc_add_cell (self->doc, cap_commitment_type_get_label (type));
      cap_audit_add_count_cell (self, figures->by_type[type]);
      cap_doc_add_cell (self->doc, rate);
    }
  if (figures->untyped > 0)
    {
      g_autofree char *rate = cap_share_dup_rate (cap_commitment_figures_get_untyped_share (figures));

      cap_doc_begin_row (self->doc, NULL);
      cap_doc_add_cell (self->doc, _("Not said"));
      cap_audit_add_count_cell (self, figures->untyped);
      cap_doc_add_cell (self->doc, rate);
    }
  cap_doc_begin_row (self->doc, NULL);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, _("Total"), CAP_DOC_STRONG, NULL);
  cap_audit_add_count_cell (self, figures->total);
  cap_doc_add_cell (self->doc, sum);
  if (note != NULL)
    cap_doc_add_text (self->doc, CAP_DOC_NOTE, note);
}

static void
add_outcomes (CapAudit                   *self,
              const CapCommitmentFigures *figures)
{
  const CapDocColumn columns[] = {
    { _("Outcome"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Ended"), 80, CAP_PDF_ALIGN_RIGHT },
    { _("Part"), 80, CAP_PDF_ALIGN_RIGHT },
  };
  g_autofree char *dynamic = cap_share_dup_text (cap_commitment_figures_get_dynamic_share (figures));

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (CapOutcome outcome = 0; outcome < CAP_N_OUTCOMES; outcome++)
    {
      CapShare share = cap_commitment_figures_get_outcome_share (figures, outcome);
      g_autofree char *rate = cap_share_dup_rate (share);

      cap_doc_begin_row (self->doc, NULL);
      cap_doc_add_cell (self->doc, cap_outcome_get_label (outcome));
      cap_audit_add_count_cell (self, figures->by_outcome[outcome]);
      cap_doc_add_cell (self->doc, rate);
    }
  cap_doc_begin_row (self->doc, NULL);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, _("Dynamic exits"), CAP_DOC_STRONG, NULL);
  cap_audit_add_count_cell (self, figures->dynamic);
  cap_doc_add_cell (self->doc, dynamic);
}

static void
add_evolution (CapAudit *self)
{
  g_autoptr(GPtrArray) spans = cap_commitment_evolution_new (self->dossier, CAP_FREQUENCY_YEARLY,
                                                             self->input->date, N_SPANS,
                                                             self->input->date);
  CapDocColumn columns[CAP_N_COMMITMENT_TYPES + 2] = { { _("Year"), 48, CAP_PDF_ALIGN_LEFT } };

  for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
    columns[type + 1] = (CapDocColumn) { cap_commitment_type_get_label (type), 0, CAP_PDF_ALIGN_RIGHT };
  columns[CAP_N_COMMITMENT_TYPES + 1] = (CapDocColumn) { _("Total"), 52, CAP_PDF_ALIGN_RIGHT };

  cap_audit_add_section (self, _("Evolution of the signatures"));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < spans->len; i++)
    {
      const CapCommitmentSpan *span = g_ptr_array_index (spans, i);

      cap_doc_begin_row (self->doc, NULL);
      cap_doc_add_cell (self->doc, span->period->label);
      for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
        cap_audit_add_count_cell (self, span->by_type[type]);
      cap_audit_add_count_cell (self, span->total);
    }
}

static void
add_codes_fact (CapAudit        *self,
                const char      *label,
                const GPtrArray *records)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            cap_record_get_code (g_ptr_array_index (records, i)));
  cap_doc_add_fact (self->doc, label, text->len > 0 ? text->str : _("None"));
}

/* Evenly spread among those under way: the same ones each time that the file is printed. */
static void
add_sample (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_COMMITMENT_CODE, NULL, 96 },
    { CAP_COMMITMENT_TYPE, NULL, 0 },
    { CAP_COMMITMENT_SIGNED, NULL, 110 },
    { CAP_COMMITMENT_REVIEW, NULL, 110 },
  };
  const GPtrArray *all = cap_audit_get_register (self, CAP_REGISTER_COMMITMENT);
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  guint n_rows;

  for (guint i = 0; i < all->len; i++)
    if (cap_record_get (g_ptr_array_index (all, i), CAP_COMMITMENT_CLOSED) == NULL)
      g_ptr_array_add (open, g_ptr_array_index (all, i));
  if (open->len == 0)
    return;

  n_rows = MIN (open->len, N_SAMPLE);
  cap_audit_add_section (self, _("Sample of files under way"));
  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("Evenly spread among those under way: an auditor asks for them by code, at the "
                      "structure."));
  cap_audit_begin_records (self, CAP_REGISTER_COMMITMENT, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    cap_audit_add_record (self, g_ptr_array_index (open, i * open->len / n_rows), columns,
                          G_N_ELEMENTS (columns));
}

void
cap_audit_tell_commitments (CapAudit *self)
{
  g_autofree char *from = dup_year_before (self->input->date);
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autofree char *first = cap_date_format_long (from);
  g_autofree char *last = cap_date_format_long (self->input->date);
  /* Translators: the first and the last day of a period */
  g_autofree char *period = g_strdup_printf (_("From %1$s to %2$s"), first, last);

  cap_audit_add_title (self, CAP_DOSSIER_COMMITMENTS);
  if (cap_audit_get_register (self, CAP_REGISTER_COMMITMENT)->len == 0)
    {
      cap_audit_add_missing (self, _("No reciprocal commitment is recorded in the dossier."));
      return;
    }

  figures = cap_commitment_figures_new (self->dossier, from, self->input->date, self->input->date);
  cap_audit_add_section (self, _("Distribution of the signatures"));
  cap_doc_add_text (self->doc, CAP_DOC_NOTE, period);
  if (figures->total > 0)
    add_types_figure (self, figures);
  add_types (self, figures);
  add_evolution (self);
  cap_audit_add_section (self, _("Ways out"));
  cap_doc_add_text (self->doc, CAP_DOC_NOTE, period);
  add_outcomes (self, figures);
  cap_audit_add_section (self, _("Reviews"));
  add_codes_fact (self, _("Late reviews"), figures->late);
  add_codes_fact (self, _("Due within 30 days"), figures->due);
  add_sample (self);
}

static void
add_complaint (CapAudit        *self,
               const CapRecord *complaint)
{
  CapComplaintState state = cap_complaint_get_state (complaint, self->input->date);
  g_autofree char *anchor = cap_audit_dup_record_anchor (complaint);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (complaint), NULL);
  cap_audit_add_double_cell (self, cap_record_get (complaint, CAP_COMPLAINT_SUBJECT),
                             cap_record_get_choice (complaint, CAP_COMPLAINT_PUBLIC));
  cap_audit_add_value_cell (self, complaint, CAP_COMPLAINT_RECEIVED);
  cap_audit_add_dated_cell (self, cap_record_get (complaint, CAP_COMPLAINT_ANSWER),
                            cap_record_get (complaint, CAP_COMPLAINT_ANSWERED));
  cap_audit_add_value_cell (self, complaint, CAP_COMPLAINT_CAUSE);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, cap_complaint_state_get_label (state), CAP_DOC_STRONG, NULL);
  cap_doc_add_cell (self->doc, NULL);
  if (cap_audit_add_actions_of (self, CAP_ORIGIN_COMPLAINT, cap_record_get_code (complaint)) == 0)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

static void
add_complaints (CapAudit *self)
{
  const GPtrArray *complaints = cap_audit_get_register (self, CAP_REGISTER_COMPLAINT);
  const CapDocColumn columns[] = {
    { _("Code"), 38, CAP_PDF_ALIGN_LEFT },
    { _("Subject, from"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Received on"), 60, CAP_PDF_ALIGN_LEFT },
    { _("What was answered"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Cause"), 80, CAP_PDF_ALIGN_LEFT },
    { _("State"), 54, CAP_PDF_ALIGN_LEFT },
    { _("Actions"), 44, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Complaints"));
  if (complaints->len == 0)
    {
      cap_audit_add_missing (self, _("No complaint is recorded. If none was received, say so in the "
                                     "management review."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < complaints->len; i++)
    add_complaint (self, g_ptr_array_index (complaints, i));
}

static void
add_questions (CapAudit               *self,
               const CapSurveyFigures *figures)
{
  CapDocColumn columns[CAP_N_SURVEY_ANSWERS + 2] = { { _("Question"), 0, CAP_PDF_ALIGN_LEFT } };

  if (figures->questions->len == 0)
    return;

  for (guint i = 0; i < CAP_N_SURVEY_ANSWERS; i++)
    columns[i + 1] = (CapDocColumn) { cap_survey_answer_get_label (i), 58, CAP_PDF_ALIGN_RIGHT };
  columns[CAP_N_SURVEY_ANSWERS + 1] = (CapDocColumn) { _("Mean"), 58, CAP_PDF_ALIGN_RIGHT };
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const CapSurveyQuestion *question = &g_array_index (figures->questions, CapSurveyQuestion, i);
      g_autofree char *mean = cap_survey_marks_dup_mean (&question->marks);

      cap_doc_begin_row (self->doc, NULL);
      cap_audit_add_typed_cell (self, cap_record_get (question->question, CAP_SURVEY_QUESTION_TEXT));
      for (guint j = 0; j < CAP_N_SURVEY_ANSWERS; j++)
        cap_audit_add_count_cell (self, question->marks.counts[j]);
      cap_doc_add_cell (self->doc, mean != NULL ? mean : "–");
    }
}

static void
add_survey (CapAudit        *self,
            const CapRecord *record)
{
  g_autoptr(CapSurveyFigures) figures = cap_survey_figures_new (self->dossier, record);
  const char *told = cap_record_get (record, CAP_SURVEY_TOLD);
  const char *date = cap_record_get (record, CAP_SURVEY_DATE);
  g_autofree char *code = g_strdup_printf ("%s\u2002%s", cap_record_get_code (record),
                                           cap_record_get_title (record));
  g_autofree char *title = cap_report_dup_typography (code);
  g_autofree char *anchor = cap_audit_dup_record_anchor (record);
  g_autofree char *day = date != NULL ? cap_date_format_long (date) : NULL;
  g_autofree char *response = cap_share_dup_text (cap_survey_figures_get_response (figures));
  g_autofree char *satisfied = cap_share_dup_text (cap_survey_marks_get_satisfied (&figures->all));
  g_autofree char *shown = told != NULL ? cap_date_format_long (told) : g_strdup (_("Not told yet"));

  cap_doc_add_heading (self->doc, 3, title, anchor);
  cap_audit_add_typed_fact (self, _("Who was asked"), cap_record_get_choice (record, CAP_SURVEY_PUBLIC));
  cap_doc_add_fact (self->doc, _("Date"), day);
  cap_doc_add_fact (self->doc, _("Answers"), response);
  cap_doc_add_fact (self->doc, _("Satisfied"), satisfied);
  cap_audit_add_typed_fact (self, _("What it teaches"), cap_record_get (record, CAP_SURVEY_LESSON));
  cap_doc_add_fact (self->doc, _("Results shared on"), shown);
  cap_audit_add_typed_fact (self, _("How the results were shared"), cap_record_get (record, CAP_SURVEY_HOW));
  add_questions (self, figures);
}

static void
add_surveys (CapAudit *self)
{
  const GPtrArray *surveys = cap_audit_get_register (self, CAP_REGISTER_SURVEY);

  cap_audit_add_section (self, _("Satisfaction surveys"));
  if (surveys->len == 0)
    cap_audit_add_missing (self, _("No survey is recorded: clause 9.1.2 asks how satisfaction is known."));
  for (guint i = 0; i < surveys->len; i++)
    add_survey (self, g_ptr_array_index (surveys, i));
}

void
cap_audit_tell_listening (CapAudit *self)
{
  cap_audit_add_title (self, CAP_DOSSIER_LISTENING);
  add_complaints (self);
  add_surveys (self);
}
