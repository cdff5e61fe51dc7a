/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "scoring/cap-reading-text.h"

#define BAR_SPACE  13.0 /* for a bar, above its figure */
#define BAR_HEIGHT 8.0

/* The bar on its track, hatched while it is provisional: the percentage and that, in one number. */
static void
draw_bar_cb (CapPdf        *pdf,
             const CapRect *area,
             int            value)
{
  const CapPdfPen track = { CAP_REPORT_TINT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen full = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen hatch = { CAP_PDF_NO_COLOR, CAP_REPORT_WHITE, 0.7, 0 };
  CapRect bar = { area->x, area->y + 2, area->width, BAR_HEIGHT };

  cap_pdf_draw_rect (pdf, &track, &bar, 0);
  bar.width = area->width * (value / 2) / 100;
  if (bar.width <= 0)
    return;

  cap_pdf_draw_rect (pdf, &full, &bar, 0);
  if (value % 2 != 0)
    cap_pdf_draw_hatching (pdf, &hatch, &bar, 3.5);
}

static void
add_title_cell (CapPdfTable          *table,
                const CapReadingLine *line,
                const CapFramework   *framework)
{
  g_autoptr(GString) codes = g_string_new (NULL);
  CapPdfSpan spans[3] = {
    { cap_reading_line_get_title (line, framework), CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { "\n", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
  };

  for (guint i = 0; i < line->objectives->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " · " : "",
                            ((const CapObjectiveResult *) g_ptr_array_index (line->objectives, i))
                            ->objective->code);
  spans[2] = (CapPdfSpan) { codes->str, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY };
  cap_pdf_table_add_spans (table, spans, codes->len > 0 ? 3 : 1);
}

static void
add_score_cell (CapPdfTable    *table,
                const CapScore *score)
{
  g_autofree char *percent = cap_report_dup_percent (score);
  g_autofree char *coverage = cap_report_dup_coverage (score);
  const CapPdfSpan spans[] = {
    { percent, CAP_PDF_FACE_BLACK, CAP_REPORT_ACCENT },
    { "\n", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { coverage, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };
  gboolean scored = score->exact != NULL;

  cap_pdf_table_add_drawing (table, scored ? BAR_SPACE : 0, scored ? draw_bar_cb : NULL,
                             scored ? 2 * score->percent + score->provisional : 0, spans,
                             score->coverage.applicable > 0 ? G_N_ELEMENTS (spans) : 1);
}

static void
add_line (CapReport            *self,
          CapPdfTable          *table,
          const CapReadingLine *line)
{
  const CapPdfSpan code = { line->code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };
  g_autofree char *text = cap_reading_line_dup_text (line);

  cap_pdf_table_add_spans (table, &code, 1);
  add_title_cell (table, line, self->framework);
  add_score_cell (table, &line->score);
  cap_pdf_table_add_cell (table, text);
  cap_pdf_table_end_row (table);
}

/* On a page of its own, which may be handed out. */
static void
add_reading (CapReport      *self,
             CapReadingKind  kind)
{
  g_autoptr(CapReading) reading = cap_reading_new (self->input->photograph, kind);
  const CapPdfColumn columns[] = {
    { kind == CAP_READING_CSESS ? C_("column", "Theme") : C_("column", "Subject"), 44, CAP_PDF_ALIGN_LEFT },
    { _("Title and objectives"), 136, CAP_PDF_ALIGN_LEFT },
    { _("Score and coverage"), 104, CAP_PDF_ALIGN_LEFT },
    { C_("column", "What there is to read"), 0, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapPdfTable) table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns,
                                                    G_N_ELEMENTS (columns), cap_report_table_look ());

  if (reading->lines->len == 0)
    return;

  for (guint i = 0; i < reading->lines->len; i++)
    add_line (self, table, g_ptr_array_index (reading->lines, i));

  cap_report_add_part (self, NULL, cap_reading_kind_get_label (kind), cap_reading_kind_to_name (kind),
                       G_MAXDOUBLE);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY),
                              cap_reading_kind_get_notice (kind));
  cap_pdf_flow_skip (self->flow, 14);
  cap_pdf_flow_add_table (self->flow, table);
}

/* The same results by what the CSESS guide and ISO 26000 number, where the framework refers to them. */
void
cap_report_add_readings (CapReport *self)
{
  for (guint kind = 0; kind < CAP_N_READING_KINDS; kind++)
    add_reading (self, (CapReadingKind) kind);
}
