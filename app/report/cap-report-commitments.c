/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-commitment-figures.h"
#include "quality/cap-commitment-rules.h"

/* The engagements réciproques of a period, in figures, and those whose review waits: by code only. */

#define N_TILES      4
#define N_YEARS      5
#define N_QUARTERS   8
#define CHART_HEIGHT 118.0
#define BAR_HEIGHT   9.0
#define MAX_CODES    60 /* of a list: the program shows the others */
#define COUNT_WIDTH  58

static void
add_head (CapReport  *self,
          const char *from,
          const char *to)
{
  g_autofree char *name = cap_report_dup_typography (self->input->dossier->member->name);
  g_autofree char *first = cap_date_format_long (from);
  g_autofree char *last = cap_date_format_long (to);
  g_autofree char *day = cap_date_format_long (self->input->date);
  /* Translators: the name of a structure, the first and the last day of a period, and the present day */
  g_autofree char *text = g_strdup_printf (_("%1$s, from %2$s to %3$s, as known on %4$s. By code only: no "
                                             "name, ever."), name, first, last, day);

  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_1, cap_report_style (CAP_REPORT_TYPE_TITLE),
                            self->title, NULL);
  cap_pdf_flow_skip (self->flow, 4);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), text);
  cap_pdf_flow_skip (self->flow, 16);
}

static void
add_tiles (CapReport                  *self,
           const CapCommitmentFigures *figures)
{
  const CapShare dynamic = cap_commitment_figures_get_dynamic_share (figures);
  double y = cap_pdf_flow_take (self->flow, CAP_REPORT_TILE);
  g_autofree char *total = g_strdup_printf ("%u", figures->total);
  g_autofree char *in_course = g_strdup_printf ("%u", figures->in_course);
  g_autofree char *late = g_strdup_printf ("%u", figures->late->len);
  g_autofree char *rate = cap_share_dup_percent (dynamic);
  /* Translators: how many paths ended well, out of how many */
  g_autofree char *of = g_strdup_printf (_("dynamic exits (%1$u of %2$u)"), dynamic.part, dynamic.whole);

  cap_report_draw_tile (self, y, 0, N_TILES, total, C_("commitments", "signed in the period"));
  cap_report_draw_tile (self, y, 1, N_TILES, in_course, C_("commitments", "in course today"));
  cap_report_draw_tile (self, y, 2, N_TILES, rate, of);
  cap_report_draw_tile (self, y, 3, N_TILES, late, ngettext ("review late today", "reviews late today",
                                                             figures->late->len));
}

/* A bar of as many tenths of a percent as @value. */
static void
draw_bar (CapPdf        *pdf,
          const CapRect *area,
          int            value)
{
  const CapPdfPen track = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen full = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  CapRect bar = { area->x, area->y + 1.5, area->width * value / 1000.0, BAR_HEIGHT };

  cap_pdf_draw_rect (pdf, &track, &(CapRect) { area->x, bar.y, area->width, BAR_HEIGHT }, 0);
  if (value > 0)
    cap_pdf_draw_rect (pdf, &full, &bar, 0);
}

static void
add_share_row (CapPdfTable *table,
               const char  *label,
               CapShare     share,
               const char  *rate,
               CapPdfFace   face)
{
  g_autofree char *count = g_strdup_printf ("%u", share.part);
  g_autofree char *own_rate = cap_share_dup_rate (share);
  const CapPdfSpan label_span = { label, face, CAP_REPORT_INK };
  const CapPdfSpan count_span = { count, face, CAP_REPORT_INK };
  const CapPdfSpan rate_span = { rate != NULL ? rate : own_rate, face, CAP_REPORT_INK };
  const CapPdfSpan nothing = { "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK };

  cap_pdf_table_add_spans (table, &label_span, 1);
  if (rate == NULL && share.whole > 0)
    cap_pdf_table_add_drawing (table, BAR_HEIGHT, draw_bar, cap_share_get_permille (share), &nothing, 1);
  else
    cap_pdf_table_add_cell (table, "");
  cap_pdf_table_add_spans (table, &count_span, 1);
  cap_pdf_table_add_spans (table, &rate_span, 1);
  cap_pdf_table_end_row (table);
}

static CapPdfTable *
new_share_table (CapReport  *self,
                 const char *what)
{
  const CapPdfColumn columns[] = {
    { what, 170, CAP_PDF_ALIGN_LEFT },
    { "", 0, CAP_PDF_ALIGN_LEFT },
    { _("Number"), COUNT_WIDTH, CAP_PDF_ALIGN_RIGHT },
    { _("Part"), COUNT_WIDTH, CAP_PDF_ALIGN_RIGHT },
  };

  return cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                            cap_report_table_look ());
}

static void
add_distribution (CapReport                  *self,
                  const CapCommitmentFigures *figures)
{
  const CapShare whole = { figures->total, figures->total };
  g_autoptr(CapPdfTable) table = new_share_table (self, _("Type"));
  g_autofree char *sum = cap_commitment_figures_dup_rounded_sum (figures);

  cap_report_add_section (self, _("Distribution by type"), "distribution");
  if (figures->total == 0)
    {
      cap_report_add_note (self, _("No commitment was signed in the period."));
      return;
    }

  for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
    add_share_row (table, cap_commitment_type_get_label (type),
                   cap_commitment_figures_get_type_share (figures, type), NULL, CAP_PDF_FACE_REGULAR);
  if (figures->untyped > 0)
    add_share_row (table, _("Not said"), cap_commitment_figures_get_untyped_share (figures), NULL,
                   CAP_PDF_FACE_REGULAR);
  add_share_row (table, _("Total"), whole, sum, CAP_PDF_FACE_BOLD);
  cap_pdf_flow_add_table (self->flow, table);
  cap_pdf_flow_skip (self->flow, 6);
  if (cap_commitment_figures_get_note (figures) != NULL)
    cap_report_add_note (self, cap_commitment_figures_get_note (figures));
}

static void
add_undated (CapReport                  *self,
             const CapCommitmentFigures *figures)
{
  g_autofree char *text = NULL;

  if (figures->undated == 0)
    return;

  text = g_strdup_printf (ngettext ("%u commitment has no day of signature: it is in no period.",
                                    "%u commitments have no day of signature: they are in no period.",
                                    figures->undated), figures->undated);
  cap_report_add_note (self, text);
}

static void
add_outcomes (CapReport                  *self,
              const CapCommitmentFigures *figures)
{
  g_autoptr(CapPdfTable) table = new_share_table (self, _("Outcome"));

  cap_report_add_section (self, _("Ways out"), "outcomes");
  if (figures->ended == 0)
    {
      cap_report_add_note (self, _("No commitment ended in the period."));
      return;
    }

  for (guint outcome = 0; outcome < CAP_N_OUTCOMES; outcome++)
    add_share_row (table, cap_outcome_get_label (outcome),
                   cap_commitment_figures_get_outcome_share (figures, outcome), NULL, CAP_PDF_FACE_REGULAR);
  if (figures->unsaid > 0)
    add_share_row (table, _("Not said"), (CapShare) { figures->unsaid, figures->ended }, NULL,
                   CAP_PDF_FACE_REGULAR);
  add_share_row (table, _("Dynamic exits"), cap_commitment_figures_get_dynamic_share (figures), NULL,
                 CAP_PDF_FACE_BOLD);
  cap_pdf_flow_add_table (self->flow, table);
  cap_pdf_flow_skip (self->flow, 6);
  cap_report_add_note (self, _("Of those that ended in the period, whenever they were signed. Dynamic "
                               "exits: permanent job, transition job and positive exit together."));
}

/* Signed and ended, quarter by quarter. */
static void
draw_quarters (CapReport *self,
               GPtrArray *spans)
{
  const CapReportPart parts[] = {
    { C_("commitments", "signed"), CAP_REPORT_ACCENT, FALSE },
  };
  CapReportColumn columns[N_QUARTERS] = { 0 };
  double y = cap_pdf_flow_take (self->flow, CHART_HEIGHT);

  for (guint i = 0; i < spans->len; i++)
    {
      const CapCommitmentSpan *span = g_ptr_array_index (spans, i);

      columns[i].label = g_strdelimit (g_strdup (span->period->label), " ", '\n');
      columns[i].counts[0] = span->total;
    }
  cap_report_draw_columns (self, &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, CHART_HEIGHT }, parts,
                           G_N_ELEMENTS (parts), columns, spans->len);
  for (guint i = 0; i < spans->len; i++)
    g_free (columns[i].label);
}

static void
add_count_cell (CapPdfTable *table,
                guint        count)
{
  g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("–");

  cap_pdf_table_add_cell (table, text);
}

/* The years before the first commitment say nothing. */
static guint
find_first (const GPtrArray *spans)
{
  guint first = 0;

  while (first + 1 < spans->len &&
         ((const CapCommitmentSpan *) g_ptr_array_index (spans, first))->total == 0 &&
         ((const CapCommitmentSpan *) g_ptr_array_index (spans, first))->ended == 0)
    first++;

  return first;
}

static void
add_years (CapReport *self,
           GPtrArray *spans)
{
  CapPdfColumn columns[CAP_N_COMMITMENT_TYPES + 4] = { { _("Year"), 34, CAP_PDF_ALIGN_LEFT } };
  g_autoptr(CapPdfTable) table = NULL;

  for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
    columns[type + 1] = (CapPdfColumn) { cap_commitment_type_get_label (type), type == 0 ? 76 : 0,
                                         CAP_PDF_ALIGN_RIGHT };
  columns[CAP_N_COMMITMENT_TYPES + 1] = (CapPdfColumn) { _("Signed"), 42, CAP_PDF_ALIGN_RIGHT };
  columns[CAP_N_COMMITMENT_TYPES + 2] = (CapPdfColumn) { C_("commitments", "Over"), 42, CAP_PDF_ALIGN_RIGHT };
  columns[CAP_N_COMMITMENT_TYPES + 3] = (CapPdfColumn) { _("Dynamic"), 56, CAP_PDF_ALIGN_RIGHT };
  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = find_first (spans); i < spans->len; i++)
    {
      const CapCommitmentSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *rate = cap_share_dup_rate ((CapShare) { span->dynamic, span->ended });

      cap_pdf_table_add_cell (table, span->period->label);
      for (guint type = 0; type < CAP_N_COMMITMENT_TYPES; type++)
        add_count_cell (table, span->by_type[type]);
      add_count_cell (table, span->total);
      add_count_cell (table, span->ended);
      cap_pdf_table_add_cell (table, rate);
      cap_pdf_table_end_row (table);
    }
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_evolution (CapReport  *self,
               const char *to)
{
  const CapDossier *dossier = self->input->dossier;
  g_autoptr(GPtrArray) quarters = NULL;
  g_autoptr(GPtrArray) years = NULL;

  quarters = cap_commitment_evolution_new (dossier, CAP_FREQUENCY_QUARTERLY, to, N_QUARTERS,
                                           self->input->date);
  years = cap_commitment_evolution_new (dossier, CAP_FREQUENCY_YEARLY, to, N_YEARS,
                                        self->input->date);
  if (cap_pdf_flow_get_remaining (self->flow) < CHART_HEIGHT + 190)
    cap_pdf_flow_break_page (self->flow);
  cap_report_add_section (self, _("Evolution"), "evolution");
  draw_quarters (self, quarters);
  cap_pdf_flow_skip (self->flow, 14);
  add_years (self, years);
}

static void
add_reviews_held (CapReport                  *self,
                  const CapCommitmentFigures *figures)
{
  const CapShare on_time = { figures->held_on_time, figures->held_dated };
  g_autofree char *held = g_strdup_printf (ngettext ("%u mid-term review held in the period.",
                                                     "%u mid-term reviews held in the period.",
                                                     figures->held), figures->held);
  g_autofree char *share = cap_share_dup_text (on_time);
  g_autofree char *median = cap_delays_dup_late (figures->delays.median);
  /* Translators: %1$s is a count, as “18 of 41 (43.9%)”, %2$s as “2 days late” */
  g_autofree char *punctual = g_strdup_printf (_("On the planned day at the latest: %1$s. Median: "
                                                 "%2$s."), share, median);
  g_autofree char *text = on_time.whole > 0 ? g_strdup_printf ("%s %s", held, punctual) : g_strdup (held);

  cap_report_add_section (self, _("Mid-term reviews"), "reviews");
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), text);
}

static void
add_code_row (CapPdfTable     *table,
              const CapRecord *commitment,
              const char      *today)
{
  const char *due = cap_record_get (commitment, CAP_COMMITMENT_REVIEW);
  const char *type = cap_record_get_choice (commitment, CAP_COMMITMENT_TYPE);
  g_autofree char *code = cap_report_dup_typography (cap_record_get_code (commitment));
  g_autofree char *signed_on = cap_report_dup_day (cap_record_get (commitment, CAP_COMMITMENT_SIGNED));
  g_autofree char *day = cap_report_dup_day (due);
  g_autofree char *delay = NULL;
  const CapPdfSpan span = { code, CAP_PDF_FACE_BOLD, CAP_REPORT_INK };
  int first = 0;
  int last = 0;

  if (cap_date_to_days (due, &first) && cap_date_to_days (today, &last))
    delay = cap_delays_dup_days (ABS (last - first) * 10);
  cap_pdf_table_add_spans (table, &span, 1);
  cap_pdf_table_add_cell (table, type != NULL ? type : "–");
  cap_pdf_table_add_cell (table, signed_on);
  cap_pdf_table_add_cell (table, day);
  cap_pdf_table_add_cell (table, delay != NULL ? delay : "–");
  cap_pdf_table_end_row (table);
}

static void
add_codes (CapReport       *self,
           const char      *title,
           const char      *delay,
           const GPtrArray *commitments)
{
  const CapPdfColumn columns[] = {
    { _("Code"), 96, CAP_PDF_ALIGN_LEFT },
    { _("Type"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Signed on"), 76, CAP_PDF_ALIGN_LEFT },
    { _("Review planned on"), 84, CAP_PDF_ALIGN_LEFT },
    { delay, 70, CAP_PDF_ALIGN_RIGHT },
  };
  g_autoptr(CapPdfTable) table = NULL;
  g_autofree char *more = NULL;

  if (commitments->len == 0)
    return;

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = 0; i < MIN (commitments->len, MAX_CODES); i++)
    add_code_row (table, g_ptr_array_index (commitments, i), self->input->date);
  cap_pdf_flow_skip (self->flow, 12);
  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_3, cap_report_style (CAP_REPORT_TYPE_SUBSECTION),
                            title, NULL);
  cap_pdf_flow_skip (self->flow, 4);
  cap_pdf_flow_add_table (self->flow, table);
  if (commitments->len <= MAX_CODES)
    return;

  more = g_strdup_printf (ngettext ("and %u more, in the register", "and %u more, in the register",
                                    commitments->len - MAX_CODES), commitments->len - MAX_CODES);
  cap_pdf_flow_skip (self->flow, 4);
  cap_report_add_note (self, more);
}

static void
add_reviews (CapReport                  *self,
             const CapCommitmentFigures *figures)
{
  g_autofree char *late = g_strdup_printf (ngettext ("Late on the day of this document: %u review",
                                                     "Late on the day of this document: %u reviews",
                                                     figures->late->len), figures->late->len);
  g_autofree char *due = g_strdup_printf (ngettext ("Due within %1$u days: %2$u review",
                                                    "Due within %1$u days: %2$u reviews", figures->due->len),
                                          CAP_COMMITMENT_NOTICE_DAYS, figures->due->len);

  add_reviews_held (self, figures);
  add_codes (self, late, _("Late by"), figures->late);
  /* Translators: the head of a column: in how many days */
  add_codes (self, due, C_("commitments", "In"), figures->due);
}

void
cap_report_commitments_fill (CapReport *self)
{
  const CapReportInput *input = self->input;
  g_autoptr(CapPeriod) year = cap_commitment_find_year (input->dossier, input->date);
  const char *from = input->from != NULL ? input->from : year->first;
  const char *to = input->to != NULL ? input->to : year->last;
  g_autoptr(CapCommitmentFigures) figures = NULL;

  figures = cap_commitment_figures_new (input->dossier, from, to, input->date);
  add_head (self, from, to);
  if (input->dossier->registers[CAP_REGISTER_COMMITMENT]->len == 0)
    {
      cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD),
                                  _("The register holds no commitment yet."));
    }
  else
    {
      add_tiles (self, figures);
      add_distribution (self, figures);
      add_undated (self, figures);
      add_outcomes (self, figures);
      add_evolution (self, to);
      add_reviews (self, figures);
    }
  cap_report_add_listening (self, from, to);
}
