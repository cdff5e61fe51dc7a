/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

/* All the actions in one table, on pages that lie: what a meeting goes through. */

static void
add_head (CapReport            *self,
          const CapPlanFigures *figures)
{
  g_autofree char *date = cap_date_format_long (self->input->date);
  g_autofree char *name = cap_report_dup_typography (self->input->dossier->member->name);
  g_autofree char *open = g_strdup_printf (ngettext ("%u open action", "%u open actions", figures->open),
                                           figures->open);
  /* Translators: the name of a structure, a day, a number of open actions in words, a number */
  g_autofree char *text = g_strdup_printf (_("%1$s, on %2$s · %3$s · late: %4$u"), name, date, open,
                                           figures->late);

  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_1, cap_report_style (CAP_REPORT_TYPE_TITLE),
                            self->title, NULL);
  cap_pdf_flow_skip (self->flow, 4);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), text);
  cap_pdf_flow_skip (self->flow, 10);
}

static void
add_title_cell (CapReport       *self,
                CapPdfTable     *table,
                const CapAction *action)
{
  g_autofree char *title = cap_report_dup_typography (action->title);
  const char *service = cap_report_get_service (self, action);
  gboolean quick = cap_action_is_open (action) && cap_report_is_quick (self, action);
  const CapPdfSpan spans[] = {
    { title, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { service != NULL ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
    { service != NULL ? service : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
    { quick ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
    { quick ? _("Quick win") : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
}

/* What shows that it works: the result that is expected, and its check. */
static void
add_effect_cell (CapPdfTable     *table,
                 const CapAction *action)
{
  g_autofree char *expected = cap_report_dup_typography (action->expected != NULL ? action->expected : "");
  g_autofree char *day = cap_report_dup_day (action->verdict != CAP_VERDICT_NONE ? action->checked
                                                                                : action->check_due);
  g_autofree char *check = NULL;

  if (action->verdict != CAP_VERDICT_NONE)
    check = g_strdup_printf ("%s, %s", cap_verdict_get_label (action->verdict), day);
  else if (action->check_due != NULL)
    /* Translators: a day */
    check = g_strdup_printf (_("to check: %s"), day);
  else
    check = g_strdup ("");

  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { expected, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { expected[0] != '\0' && check[0] != '\0' ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { check, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
  }, 3);
}

/* The last thing that was said of it, or why it stopped. */
static void
add_news_cell (CapPdfTable     *table,
               const CapAction *action)
{
  const CapActionNote *note = action->notes->len > 0
    ? g_ptr_array_index (action->notes, action->notes->len - 1) : NULL;
  g_autofree char *day = note != NULL ? cap_report_dup_day (note->date) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *printed = NULL;

  if (action->state == CAP_ACTION_ABANDONED && action->reason != NULL)
    text = g_strdup (action->reason);
  else
    text = note != NULL ? g_strdup_printf ("%s – %s", day, note->text) : g_strdup ("");
  printed = cap_report_dup_typography (text);
  cap_pdf_table_add_cell (table, printed);
}

static void
add_row (CapReport       *self,
         CapPdfTable     *table,
         const CapAction *action)
{
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *origins = cap_action_dup_origins (action);
  g_autofree char *owner = cap_report_dup_typography (action->owner != NULL ? action->owner : "–");
  const CapPdfSpan number_span = { number, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };

  cap_pdf_table_add_spans (table, &number_span, 1);
  add_title_cell (self, table, action);
  cap_pdf_table_add_cell (table, origins);
  cap_pdf_table_add_cell (table, owner);
  cap_report_add_dates_cell (self, table, action);
  cap_report_add_state_cell (table, action);
  add_effect_cell (table, action);
  add_news_cell (table, action);
  cap_pdf_table_end_row (table);
}

static void
add_actions (CapReport *self)
{
  const GPtrArray *actions = self->input->dossier->actions;
  const CapPdfColumn columns[] = {
    { _("No."), 30, CAP_PDF_ALIGN_LEFT },
    { _("Action"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Origins"), 62, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 88, CAP_PDF_ALIGN_LEFT },
    { _("Start, due"), 64, CAP_PDF_ALIGN_LEFT },
    { _("State"), 78, CAP_PDF_ALIGN_LEFT },
    { _("Expected result, check"), 128, CAP_PDF_ALIGN_LEFT },
    { _("Last news"), 158, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapPdfTable) table = NULL;

  if (actions->len == 0)
    {
      cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD),
                                  _("The plan holds no action yet."));
      return;
    }

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDE_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = 0; i < actions->len; i++)
    add_row (self, table, g_ptr_array_index (actions, i));
  cap_pdf_flow_add_table (self->flow, table);
}

/* Adds the whole document: it has no cover, which nobody looks at in a meeting. */
void
cap_report_plan_add_table (CapReport *self)
{
  const CapRect frame = {
    CAP_REPORT_WIDE_LEFT, CAP_REPORT_TOP, CAP_REPORT_WIDE_WIDTH,
    CAP_PDF_A4_WIDTH - CAP_REPORT_TOP - CAP_REPORT_BOTTOM,
  };
  g_autoptr(CapPlanFigures) figures = cap_plan_figures_new (self->input->dossier->actions, self->framework,
                                                            self->input->date);

  cap_pdf_flow_set_paper (self->flow, CAP_PDF_LANDSCAPE, &frame);
  add_head (self, figures);
  add_actions (self);
  cap_pdf_flow_skip (self->flow, 8);
  cap_report_add_note (self,
                       _("P: to do · D: in progress · C: done, to be checked · A: checked and closed."));
}
