/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "quality/cap-complaint-figures.h"
#include "quality/cap-survey-figures.h"

/* What people said in a period: surveys and complaints, in brief. */

static void
add_survey_row (CapPdfTable            *table,
                const CapSurveyFigures *figures)
{
  const char *public = cap_record_get_choice (figures->survey, CAP_SURVEY_PUBLIC);
  g_autofree char *title = cap_report_dup_typography (cap_record_get_title (figures->survey));
  g_autofree char *day = cap_report_dup_day (cap_record_get (figures->survey, CAP_SURVEY_DATE));
  g_autofree char *told = cap_report_dup_day (cap_record_get (figures->survey, CAP_SURVEY_TOLD));
  g_autofree char *response = cap_share_dup_text (cap_survey_figures_get_response (figures));
  g_autofree char *satisfied = cap_share_dup_text (cap_survey_marks_get_satisfied (&figures->all));
  g_autofree char *mean = cap_survey_marks_dup_mean (&figures->all);

  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { title, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { "\n", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { public != NULL ? public : "–", CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  }, 3);
  cap_pdf_table_add_cell (table, day);
  cap_pdf_table_add_cell (table, response);
  cap_pdf_table_add_cell (table, satisfied);
  cap_pdf_table_add_cell (table, mean);
  cap_pdf_table_add_cell (table, figures->told ? told : _("not yet"));
  cap_pdf_table_end_row (table);
}

static void
add_surveys (CapReport  *self,
             const char *from,
             const char *to)
{
  const CapPdfColumn columns[] = {
    { _("Survey"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 58, CAP_PDF_ALIGN_LEFT },
    { _("Answers"), 80, CAP_PDF_ALIGN_LEFT },
    { _("Satisfied"), 86, CAP_PDF_ALIGN_LEFT },
    { _("Mean"), 54, CAP_PDF_ALIGN_LEFT },
    { _("Results shared on"), 62, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) surveys = cap_survey_figures_list (self->input->dossier, from, to);
  g_autoptr(CapPdfTable) table = NULL;

  if (surveys->len == 0)
    {
      cap_report_add_note (self, _("No satisfaction survey in the period."));
      return;
    }

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = 0; i < surveys->len; i++)
    add_survey_row (table, g_ptr_array_index (surveys, i));
  cap_pdf_flow_add_table (self->flow, table);
  cap_pdf_flow_skip (self->flow, 6);
  cap_report_add_note (self, _("Satisfied: “very” and “rather” among all the answers. Mean: from 4, “very "
                               "satisfied”, to 1, “not satisfied”."));
}

static void
add_fact (CapPdfTable *table,
          const char  *label,
          const char  *value)
{
  cap_pdf_table_add_cell (table, label);
  cap_pdf_table_add_cell (table, value);
  cap_pdf_table_end_row (table);
}

static void
add_share_fact (CapPdfTable *table,
                const char  *label,
                guint        part,
                guint        whole)
{
  g_autofree char *text = cap_share_dup_text ((CapShare) { part, whole });

  add_fact (table, label, text);
}

static void
add_delay_fact (CapPdfTable *table,
                const char  *label,
                CapDelays    delays)
{
  g_autofree char *median = cap_delays_dup_days (delays.median);
  g_autofree char *mean = cap_delays_dup_days (delays.mean);
  /* Translators: both are numbers of days, %3$u how many complaints */
  g_autofree char *text = g_strdup_printf (_("median %1$s, mean %2$s (of %3$u)"), median, mean, delays.n);

  add_fact (table, label, delays.n > 0 ? text : "–");
}

static void
add_complaints (CapReport  *self,
                const char *from,
                const char *to)
{
  const CapPdfColumn columns[] = {
    { _("Complaints"), 0, CAP_PDF_ALIGN_LEFT }, { _("Figure"), 230, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapComplaintFigures) figures = NULL;
  g_autoptr(CapPdfTable) table = NULL;
  g_autofree char *received = NULL;
  g_autofree char *late = NULL;

  figures = cap_complaint_figures_new (self->input->dossier, from, to, self->input->date);
  cap_pdf_flow_skip (self->flow, 12);
  if (figures->received == 0)
    {
      cap_report_add_note (self, _("No complaint was received in the period."));
      return;
    }

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  received = g_strdup_printf ("%u", figures->received);
  /* Translators: %d is a number of days */
  late = g_strdup_printf (_("Answered after %d days"), CAP_COMPLAINT_ANSWER_DAYS);
  add_fact (table, _("Received in the period"), received);
  add_share_fact (table, _("Answered"), figures->answered, figures->received);
  add_share_fact (table, late, figures->answered_late, figures->answered);
  add_share_fact (table, _("Still open"), figures->open, figures->received);
  add_share_fact (table, _("With an action of the plan"), figures->with_action, figures->received);
  add_delay_fact (table, _("Time to answer"), figures->to_answer);
  add_delay_fact (table, _("Time to close"), figures->to_close);
  cap_pdf_flow_add_table (self->flow, table);
}

void
cap_report_add_listening (CapReport  *self,
                          const char *from,
                          const char *to)
{
  cap_report_add_section (self, _("Listening"), "listening");
  add_surveys (self, from, to);
  add_complaints (self, from, to);
}
