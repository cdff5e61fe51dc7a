/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-review-rules.h"

/* The management review: what was looked at, what was decided of it, and what follows. */

#define VISA_HEIGHT 44.0

static const CapRecord *
get_review (const CapReport *self)
{
  return self->input->record;
}

static gboolean
is_draft (const CapReport *self)
{
  return !cap_review_is_frozen (self->input->dossier, get_review (self));
}

static char *
dup_period (const CapReport *self)
{
  const CapRecord *review = get_review (self);
  g_autofree char *since = cap_review_dup_since (self->input->dossier, review);
  g_autofree char *first = cap_date_format_long (since);
  g_autofree char *last = cap_date_format_long (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE));

  /* Translators: two days */
  return g_strdup_printf (_("from %1$s to %2$s"), first, last);
}

static char *
dup_state (const CapReport *self)
{
  g_autofree char *day = NULL;

  if (is_draft (self))
    return g_strdup_printf (_("draft: %1$u inputs out of %2$u are decided"),
                            cap_review_count_decided (self->input->dossier, get_review (self)),
                            (guint) CAP_N_REVIEW_INPUTS);

  day = cap_date_format_long (cap_record_get (get_review (self), CAP_MANAGEMENT_REVIEW_FINALISED));

  /* Translators: a day */
  return g_strdup_printf (_("finalised on %s"), day);
}

static void
add_head (CapReport *self)
{
  const CapRecord *review = get_review (self);
  g_autofree char *name = cap_report_dup_typography (self->input->dossier->member->name);
  g_autofree char *day = cap_date_format_long (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE));
  /* Translators: the name of a structure, the code of a review, a day */
  g_autofree char *lead = g_strdup_printf (_("%1$s – review %2$s of %3$s"), name,
                                           cap_record_get_code (review), day);
  g_autofree char *period = dup_period (self);
  g_autofree char *state = dup_state (self);
  g_autoptr(CapReportSheet) sheet = cap_report_sheet_new (self);

  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_1, cap_report_style (CAP_REPORT_TYPE_TITLE),
                            self->title, NULL);
  cap_pdf_flow_skip (self->flow, 4);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD), lead);
  cap_report_sheet_add_row (sheet, _("Period"), period);
  cap_report_sheet_add_row (sheet, _("Chaired by"), cap_record_get (review, CAP_MANAGEMENT_REVIEW_CHAIR));
  cap_report_sheet_add_row (sheet, _("Took part"), cap_record_get (review, CAP_MANAGEMENT_REVIEW_ATTENDANTS));
  cap_report_sheet_add_row (sheet, _("State"), state);
  cap_report_sheet_flow (sheet);
}

static void
add_decision (CapPdfTable     *table,
              const CapRecord *record)
{
  const char *decision = record != NULL ? cap_record_get (record, CAP_REVIEW_INPUT_DECISION) : NULL;
  const char *irrelevant = record != NULL ? cap_record_get (record, CAP_REVIEW_INPUT_IRRELEVANT) : NULL;
  g_autofree char *decided = cap_report_dup_typography (decision != NULL ? decision : "");
  g_autofree char *reason = cap_report_dup_typography (irrelevant != NULL ? irrelevant : "");

  if (decision == NULL && irrelevant == NULL)
    {
      cap_pdf_table_add_spans (table, &(CapPdfSpan) {
        _("to be decided"), CAP_PDF_FACE_ITALIC, CAP_REPORT_GREY,
      }, 1);
      return;
    }

  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { decided, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { decision != NULL && irrelevant != NULL ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { irrelevant != NULL ? _("Not applicable, because:") : "", CAP_PDF_FACE_ITALIC, CAP_REPORT_INK },
    { irrelevant != NULL ? " " : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { reason, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
  }, 5);
}

static void
add_item (CapPdfTable         *table,
          const CapReviewItem *item)
{
  g_autofree char *text = cap_review_item_dup_reading (item);
  g_autofree char *reading = cap_report_dup_typography (text);
  g_autofree char *clause = g_strdup_printf ("\n%s", item->input != CAP_REVIEW_INPUT_NONE
                                             ? cap_review_input_get_clause (item->input) : "");

  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { cap_review_item_get_title (item), CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { clause, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  }, 2);
  cap_pdf_table_add_spans (table, &(CapPdfSpan) {
    reading, item->reading->silent ? CAP_PDF_FACE_ITALIC : CAP_PDF_FACE_REGULAR, CAP_REPORT_INK,
  }, 1);
  add_decision (table, item->record);
  cap_pdf_table_end_row (table);
}

static void
add_inputs (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("What was looked at"), 116, CAP_PDF_ALIGN_LEFT },
    { _("What the dossier says"), 0, CAP_PDF_ALIGN_LEFT },
    { _("What is decided"), 0, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) items = cap_review_list_items (self->input->dossier, get_review (self),
                                                        self->input->date);
  g_autoptr(CapPdfTable) table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns,
                                                    G_N_ELEMENTS (columns), cap_report_table_look ());

  for (guint i = 0; i < items->len; i++)
    add_item (table, g_ptr_array_index (items, i));

  cap_report_add_section (self, _("Inputs of the review"), "inputs");
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_output (CapPdfTable     *table,
            const CapRecord *output)
{
  const char *owner = cap_record_get (output, CAP_REVIEW_OUTPUT_OWNER);
  const char *due = cap_record_get (output, CAP_REVIEW_OUTPUT_DUE);
  const char *number = cap_record_get (output, CAP_REVIEW_OUTPUT_ACTION);
  g_autofree char *text = cap_report_dup_typography (cap_record_get_title (output));
  g_autofree char *who = cap_report_dup_typography (owner != NULL ? owner : "–");
  g_autofree char *day = due != NULL ? cap_report_dup_day (due) : g_strdup ("–");

  cap_pdf_table_add_cell (table, text);
  cap_pdf_table_add_cell (table, cap_record_get_choice (output, CAP_REVIEW_OUTPUT_KIND));
  cap_pdf_table_add_cell (table, who);
  cap_pdf_table_add_cell (table, day);
  cap_pdf_table_add_cell (table, number != NULL ? number : "–");
  cap_pdf_table_end_row (table);
}

static void
add_outputs (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Decision"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Kind"), 84, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 96, CAP_PDF_ALIGN_LEFT },
    { _("Due"), 62, CAP_PDF_ALIGN_LEFT },
    { _("Action"), 46, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) outputs = cap_dossier_list_parts (self->input->dossier, CAP_REGISTER_REVIEW_OUTPUT,
                                                         get_review (self)->id);
  g_autoptr(CapPdfTable) table = NULL;

  cap_report_add_section (self, _("What follows from the review"), "outputs");
  if (outputs->len == 0)
    {
      cap_report_add_note (self, is_draft (self) ? _("No decision is written yet.")
                                                 : _("The review asks for nothing else to be done."));
      return;
    }

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = 0; i < outputs->len; i++)
    add_output (table, g_ptr_array_index (outputs, i));
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_conclusion (CapReport *self)
{
  const char *conclusion = cap_record_get (get_review (self), CAP_MANAGEMENT_REVIEW_CONCLUSION);
  g_autofree char *text = NULL;

  if (conclusion == NULL)
    return;

  text = cap_report_dup_typography (conclusion);
  cap_report_add_section (self, _("Conclusion"), "conclusion");
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), text);
}

static void
draw_nothing (CapPdf        *pdf,
              const CapRect *area,
              int            value)
{
}

static void
add_visa (CapPdfTable *table,
          const char  *function)
{
  const CapPdfSpan none = { "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK };
  g_autofree char *text = cap_report_dup_typography (function);

  cap_pdf_table_add_cell (table, text);
  cap_pdf_table_add_cell (table, "");
  cap_pdf_table_add_drawing (table, VISA_HEIGHT, draw_nothing, 0, &none, 1);
  cap_pdf_table_end_row (table);
}

static void
add_visas (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Function"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 110, CAP_PDF_ALIGN_LEFT },
    { _("Visa"), 170, CAP_PDF_ALIGN_LEFT },
  };
  const char *chair = cap_record_get (get_review (self), CAP_MANAGEMENT_REVIEW_CHAIR);
  g_autoptr(CapPdfTable) table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns,
                                                    G_N_ELEMENTS (columns), cap_report_table_look ());

  add_visa (table, chair != NULL ? chair : _("The direction"));
  add_visa (table, _("Quality officer"));
  cap_report_add_section (self, _("Visas"), "visas");
  cap_pdf_flow_add_table (self->flow, table);
  cap_pdf_flow_skip (self->flow, 12);
  cap_report_add_note (self, is_draft (self)
                       ? _("Draft: the readings are those of the dossier on the day of printing.")
                       : _("The readings are those of the dossier on the day when the review was "
                           "finalised."));
}

void
cap_report_review_fill (CapReport *self)
{
  self->draft = is_draft (self);
  add_head (self);
  add_inputs (self);
  add_outputs (self);
  add_conclusion (self);
  add_visas (self);
}
