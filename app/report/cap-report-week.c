/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-plan-progress.h"
#include "plan/cap-plan-week.h"

/* « Cette semaine »: one page to put on the wall or on the table, never two. */

#define MAX_ROWS 30 /* of a list: no page holds more */

static void
add_head (CapReport *self)
{
  g_autofree char *date = cap_date_format_long (self->input->date);
  g_autofree char *name = cap_report_dup_typography (self->input->dossier->member->name);
  /* Translators: the name of a structure, a day */
  g_autofree char *text = g_strdup_printf (_("Improvement plan of %1$s, on %2$s"), name, date);

  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_1, cap_report_style (CAP_REPORT_TYPE_TITLE),
                            self->title, NULL);
  cap_pdf_flow_skip (self->flow, 4);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), text);
  cap_pdf_flow_skip (self->flow, 12);
}

static void
add_progress (CapReport *self)
{
  const CapDossier *dossier = self->input->dossier;
  const CapPlanReview *review = cap_plan_progress_find_review (dossier->reviews, self->input->date);
  CapPlanProgress progress;
  g_autofree char *sentence = NULL;

  if (review == NULL)
    return;

  progress = cap_plan_progress_since (dossier->actions, review->date, self->input->date);
  sentence = cap_plan_progress_dup_sentence (&progress, review->date);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD), sentence);
  cap_pdf_flow_skip (self->flow, 14);
}

static void
add_row (CapPdfTable       *table,
         const CapPlanWeek *week,
         CapWeekList        list,
         const CapAction   *action)
{
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *title = cap_report_dup_typography (action->title);
  g_autofree char *owner = cap_report_dup_typography (action->owner != NULL && action->owner[0] != '\0'
                                                      ? action->owner : "–");
  g_autofree char *day = cap_report_dup_day (cap_plan_week_get_date (week, list, action));
  g_autofree char *remark = cap_plan_week_dup_remark (week, list, action);
  const CapPdfSpan number_span = { number, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };

  cap_pdf_table_add_spans (table, &number_span, 1);
  cap_pdf_table_add_cell (table, title);
  cap_pdf_table_add_cell (table, owner);
  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { day, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { "\n", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { remark, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  }, 3);
  cap_pdf_table_end_row (table);
}

static void
add_more (CapPdfTable *table,
          guint        n_more)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more, in the plan", "and %u more, in the plan",
                                                     n_more), n_more);
  const CapPdfSpan span = { text, CAP_PDF_FACE_ITALIC, CAP_REPORT_GREY };

  cap_pdf_table_add_cell (table, "");
  cap_pdf_table_add_spans (table, &span, 1);
  cap_pdf_table_add_cell (table, "");
  cap_pdf_table_add_cell (table, "");
  cap_pdf_table_end_row (table);
}

static void
add_list (CapPdfTable       *table,
          const CapPlanWeek *week,
          CapWeekList        list,
          guint              n_rows)
{
  const GPtrArray *actions = week->lists[list];
  g_autofree char *count = g_strdup_printf (ngettext ("%u action", "%u actions", actions->len), actions->len);

  if (actions->len == 0)
    return;

  cap_pdf_table_add_group (table, cap_week_list_get_label (list), count, cap_week_list_to_name (list));
  for (guint i = 0; i < MIN (actions->len, n_rows); i++)
    add_row (table, week, list, g_ptr_array_index (actions, i));
  if (actions->len > n_rows)
    add_more (table, actions->len - n_rows);
}

static CapPdfTable *
make_table (CapReport         *self,
            const CapPlanWeek *week,
            guint              n_rows)
{
  const CapPdfColumn columns[] = {
    { _("No."), 30, CAP_PDF_ALIGN_LEFT },
    { _("Action"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 104, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 104, CAP_PDF_ALIGN_LEFT },
  };
  CapPdfTableLook look = *cap_report_table_look ();
  CapPdfTable *table;

  look.pad_y = 3.5;
  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns), &look);
  for (guint list = 0; list < CAP_N_WEEK_LISTS; list++)
    add_list (table, week, list, n_rows);

  return table;
}

/* As many rows of each list as one page holds. */
static void
add_lists (CapReport         *self,
           const CapPlanWeek *week)
{
  double room = cap_pdf_flow_get_remaining (self->flow);
  g_autoptr(CapPdfTable) table = NULL;

  for (guint n_rows = MAX_ROWS; n_rows > 0; n_rows--)
    {
      g_clear_pointer (&table, cap_pdf_table_free);
      table = make_table (self, week, n_rows);
      if (cap_pdf_table_get_height (table) <= room)
        break;
    }

  cap_pdf_flow_add_table (self->flow, table);
}

void
cap_report_week_fill (CapReport *self)
{
  const GPtrArray *actions = self->input->dossier->actions;
  g_autoptr(CapPlanWeek) week = cap_plan_week_new (actions, self->input->date);

  add_head (self);
  add_progress (self);
  if (cap_plan_week_is_quiet (week))
    cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD), actions->len == 0
                                ? _("The plan holds no action yet.")
                                : _("Nothing is late, nothing is due within 14 days: well done, let us keep "
                                    "on."));
  else
    add_lists (self, week);
}
