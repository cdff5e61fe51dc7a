/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

/* The check of the effect of an action: what it said, or room to write it by hand. */

#define BOX_HEIGHT 84.0
#define BLANK      "……………………"

static void
draw_blank (CapReport *report,
            double     x,
            double     y,
            double     right)
{
  const CapPdfPen dots = { CAP_PDF_NO_COLOR, CAP_REPORT_GREY, 0.6, 1.5 };

  cap_pdf_draw_line (report->pdf, &dots, (CapPoint) { x, y + 10 }, (CapPoint) { right, y + 10 });
}

static char *
dup_plan (const CapAction *action)
{
  g_autofree char *day = cap_report_dup_day (action->check_due);
  g_autofree char *by = action->check_by != NULL ? cap_report_dup_typography (action->check_by) : NULL;

  /* Translators: a day or a blank, a function or a blank */
  return g_strdup_printf (_("planned for %1$s, by %2$s"), action->check_due != NULL ? day : BLANK,
                          by != NULL ? by : BLANK);
}

/* A word, and a dotted line after it. */
static void
draw_field (CapReport  *report,
            double      x,
            double      y,
            double      right,
            const char *label)
{
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_SMALL);
  g_autoptr(CapPdfText) text = cap_pdf_text_new (report->pdf, style, right - x, label);

  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (text, x, y);
  cap_pdf_end_tag (report->pdf);
  draw_blank (report, x + cap_pdf_text_get_width (text) + 4, y, right);
}

static void
draw_box (CapReport     *report,
          const CapRect *area,
          gconstpointer  data)
{
  const CapAction *action = data;
  const CapPdfPen edge = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.8, 0 };
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_SMALL);
  g_autofree char *plan = dup_plan (action);
  g_autofree char *choices = g_strdup_printf ("☐ %s\u2003\u2003☐ %s",
                                              cap_verdict_get_label (CAP_VERDICT_EFFECTIVE),
                                              cap_verdict_get_label (CAP_VERDICT_INEFFECTIVE));
  const CapPdfSpan spans[] = {
    { _("Check of its effect"), CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { "\u2002", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { plan, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };
  double x = area->x + 10;
  double right = area->x + area->width - 10;
  g_autoptr(CapPdfText) head = cap_pdf_text_new_spans (report->pdf, style, right - x, spans,
                                                       G_N_ELEMENTS (spans));

  cap_pdf_draw_rect (report->pdf, &edge, &(CapRect) { area->x, area->y + 2, area->width, area->height - 4 },
                     3);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw_lines (head, x, area->y + 8, 0, MIN (cap_pdf_text_get_n_lines (head), 2));
  cap_pdf_end_tag (report->pdf);
  cap_report_write (report, style, &(CapRect) { x, area->y + 34, 150, 0 }, choices);
  draw_field (report, x + 160, area->y + 34, x + 270, _("On"));
  draw_field (report, x + 280, area->y + 34, right, _("Signature"));
  draw_field (report, x, area->y + 56, right, _("What it stands on: a figure, a document, a visit"));
}

static void
add_verdict (CapReportSheet  *sheet,
             const CapAction *action)
{
  g_autofree char *day = cap_report_dup_day (action->checked);
  g_autofree char *text = NULL;

  if (action->check_by != NULL && action->check_by[0] != '\0')
    /* Translators: a verdict, a day, a function */
    text = g_strdup_printf (_("%1$s, on %2$s, by %3$s"), cap_verdict_get_label (action->verdict), day,
                            action->check_by);
  else
    /* Translators: a verdict, a day */
    text = g_strdup_printf (_("%1$s, on %2$s"), cap_verdict_get_label (action->verdict), day);

  cap_report_sheet_add_row (sheet, _("Effect checked"), text);
  cap_report_sheet_add_row (sheet, _("It stands on"), action->check_evidence);
}

/**
 * cap_report_sheet_add_check:
 * @self: the sheet of an action
 * @action: which must outlive it
 *
 * Adds what the check said, and room to write a check that is still to come.
 */
void
cap_report_sheet_add_check (CapReportSheet  *self,
                            const CapAction *action)
{
  if (action->verdict != CAP_VERDICT_NONE)
    add_verdict (self, action);
  if (cap_action_is_open (action) && action->verdict != CAP_VERDICT_EFFECTIVE)
    cap_report_sheet_add_piece (self, BOX_HEIGHT, draw_box, action);
}
