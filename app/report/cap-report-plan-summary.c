/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"

/* The plan in one page: what is counted, and how. */

#define N_TILES      4
#define CHART_HEIGHT 118.0
#define CHART_GAP    24.0
#define CHART_WIDTH  ((CAP_REPORT_WIDTH - CHART_GAP) / 2)
#define HEADING      24.0
#define SECTION      56.0 /* a title and the white around it */

static const CapAction *
get_action (const CapReport *self,
            guint            index)
{
  return g_ptr_array_index (self->input->dossier->actions, index);
}

static void
add_tiles (CapReport            *self,
           const CapPlanFigures *figures)
{
  double y = cap_pdf_flow_take (self->flow, CAP_REPORT_TILE);
  g_autofree char *open = g_strdup_printf ("%u", figures->open);
  g_autofree char *late = g_strdup_printf ("%u", figures->late);
  g_autofree char *on_time = NULL;
  g_autofree char *delay = NULL;
  g_autofree char *of = NULL;

  on_time = figures->on_time_percent >= 0 ? cap_number_format_percent (figures->on_time_percent)
                                          : g_strdup ("–");
  delay = figures->delay >= 0 ? g_strdup_printf ("%d", figures->delay) : g_strdup ("–");
  /* Translators: how many actions were on time, out of how many */
  of = g_strdup_printf (_("carried out on time (%1$u of %2$u)"), figures->on_time, figures->with_due);

  cap_report_draw_tile (self, y, 0, N_TILES, open, ngettext ("open action", "open actions", figures->open));
  cap_report_draw_tile (self, y, 1, N_TILES, late, C_("actions", "late"));
  cap_report_draw_tile (self, y, 2, N_TILES, on_time, of);
  cap_report_draw_tile (self, y, 3, N_TILES, delay, figures->delay >= 0
             ? ngettext ("day late on average, of those that are late",
                         "days late on average, of those that are late", (gulong) figures->delay)
             : _("no action was late"));
}

/* From empty to full: the shade of a state tells how far it is. */
static void
add_states (CapReport            *self,
            const CapPlanFigures *figures)
{
  static const guint32 fills[CAP_N_ACTION_STATES] = {
    [CAP_ACTION_TODO] = CAP_REPORT_WHITE,
    [CAP_ACTION_STARTED] = CAP_REPORT_TINT,
    [CAP_ACTION_DONE] = CAP_REPORT_MIDDLE,
    [CAP_ACTION_VERIFIED] = CAP_REPORT_ACCENT,
    [CAP_ACTION_ABANDONED] = CAP_REPORT_WHITE,
  };
  CapReportShare shares[CAP_N_ACTION_STATES];

  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    shares[state] = (CapReportShare) {
      cap_action_state_get_label (state), figures->by_state[state], fills[state],
      state == CAP_ACTION_ABANDONED,
    };

  cap_report_add_section (self, cap_plan_figure_get_label (CAP_FIGURE_STATES), NULL);
  cap_report_add_band (self, shares, CAP_N_ACTION_STATES);
}

static void
draw_heading (CapReport  *self,
              double      x,
              double      y,
              const char *title)
{
  cap_pdf_add_bookmark (self->pdf, 1, title, y);
  cap_report_draw (self, CAP_REPORT_TYPE_SECTION, CAP_PDF_TAG_HEADING_2, &(CapRect) { x, y, CHART_WIDTH, 0 },
                   title);
}

static void
draw_quarters (CapReport            *self,
               double                x,
               double                y,
               const CapPlanFigures *figures)
{
  const CapReportPart parts[] = {
    { C_("actions", "effective"), CAP_REPORT_ACCENT, FALSE },
    { C_("actions", "abandoned"), CAP_REPORT_WHITE, TRUE },
    { C_("actions", "other"), CAP_REPORT_TINT, FALSE },
  };
  CapReportColumn columns[CAP_N_PLAN_QUARTERS];
  guint n_closed = 0;
  guint n_unsaid = 0;

  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    {
      const CapPlanQuarter *it = &figures->quarters[i];

      n_closed += it->verified + it->abandoned;
      n_unsaid += it->verified - it->effective;
      columns[i] = (CapReportColumn) {
        g_strdelimit (cap_plan_quarter_dup_label (it), " ", '\n'),
        { it->effective, it->abandoned, it->verified - it->effective },
      };
    }

  draw_heading (self, x, y, cap_plan_figure_get_label (CAP_FIGURE_QUARTERS));
  cap_report_draw_columns (self, &(CapRect) { x, y + HEADING, CHART_WIDTH, CHART_HEIGHT }, parts,
                           n_unsaid > 0 ? 3 : 2, columns, CAP_N_PLAN_QUARTERS);
  if (n_closed == 0)
    cap_report_draw (self, CAP_REPORT_TYPE_NOTE, CAP_PDF_TAG_PARAGRAPH,
                     &(CapRect) { x, y + HEADING + 34, CHART_WIDTH, 0 },
                     _("No action was closed in these eight quarters."));
  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    g_free (columns[i].label);
}

static void
draw_months (CapReport            *self,
             double                x,
             double                y,
             const CapPlanFigures *figures)
{
  const CapReportPart parts[] = {
    { C_("actions", "due"), CAP_REPORT_ACCENT, FALSE },
    { C_("actions", "to be checked"), CAP_REPORT_TINT, FALSE },
  };
  CapReportColumn columns[CAP_N_PLAN_MONTHS];

  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    columns[i] = (CapReportColumn) {
      g_strdelimit (cap_date_format_month (figures->months[i].first), " ", '\n'),
      { figures->months[i].due, figures->months[i].checks },
    };

  draw_heading (self, x, y, cap_plan_figure_get_label (CAP_FIGURE_MONTHS));
  cap_report_draw_columns (self, &(CapRect) { x, y + HEADING, CHART_WIDTH, CHART_HEIGHT }, parts,
                           G_N_ELEMENTS (parts), columns, CAP_N_PLAN_MONTHS);
  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    g_free (columns[i].label);
}

static void
add_ineffective (CapReport            *self,
                 const CapPlanFigures *figures)
{
  g_autofree char *text = NULL;
  guint count = 0;

  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    count += figures->quarters[i].ineffective;
  if (count == 0)
    return;

  text = g_strdup_printf (ngettext ("In these eight quarters, the check of %u action said that it had no "
                                    "effect.",
                                    "In these eight quarters, the checks of %u actions said that they had no "
                                    "effect.", count), count);
  cap_report_add_note (self, text);
}

static void
add_calendar (CapReport            *self,
              const CapPlanFigures *figures)
{
  double y;

  cap_pdf_flow_skip (self->flow, 22);
  y = cap_pdf_flow_take (self->flow, HEADING + CHART_HEIGHT);
  draw_quarters (self, CAP_REPORT_LEFT, y, figures);
  draw_months (self, CAP_REPORT_LEFT + CHART_WIDTH + CHART_GAP, y, figures);
  cap_pdf_flow_skip (self->flow, 4);
  add_ineffective (self, figures);
}

static guint
count_of_service (const CapReport  *self,
                  const CapService *service)
{
  guint count = 0;

  for (guint i = 0; i < self->input->dossier->actions->len; i++)
    count += cap_action_is_open (get_action (self, i)) &&
             g_strcmp0 (get_action (self, i)->service, service->code) == 0;

  return count;
}

static void
add_service_row (CapPdfTable      *table,
                 const CapService *service,
                 guint             count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  const CapPdfSpan spans[] = {
    { service->code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
    { "\u2002", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { service->label, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
  cap_pdf_table_add_cell (table, text);
  cap_pdf_table_end_row (table);
}

static void
add_services (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Service of the network"), 0, CAP_PDF_ALIGN_LEFT }, { _("Actions"), 70, CAP_PDF_ALIGN_RIGHT },
  };
  g_autoptr(CapPdfTable) table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns,
                                                    G_N_ELEMENTS (columns), cap_report_table_look ());
  guint total = 0;

  for (guint i = 0; i < self->framework->services->len; i++)
    {
      const CapService *service = g_ptr_array_index (self->framework->services, i);
      guint count = count_of_service (self, service);

      if (count > 0)
        add_service_row (table, service, count);
      total += count;
    }
  if (total == 0)
    return;

  cap_report_add_section (self, _("Services to call on"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
}

/* A figure without its definition is worth nothing. */
static void
add_definitions (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Figure"), 120, CAP_PDF_ALIGN_LEFT }, { _("How it is counted"), 0, CAP_PDF_ALIGN_LEFT },
  };
  CapPdfTableLook look = *cap_report_table_look ();
  g_autoptr(CapPdfTable) table = NULL;

  look.cell = *cap_report_style (CAP_REPORT_TYPE_NOTE);
  look.pad_y = 3;
  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns), &look);
  for (guint i = 0; i < CAP_N_PLAN_FIGURES; i++)
    {
      const CapPdfSpan span = { cap_plan_figure_get_label (i), CAP_PDF_FACE_BOLD, CAP_REPORT_INK };

      cap_pdf_table_add_spans (table, &span, 1);
      cap_pdf_table_add_cell (table, cap_plan_figure_get_definition (i));
      cap_pdf_table_end_row (table);
    }

  if (cap_pdf_flow_get_remaining (self->flow) < cap_pdf_table_get_height (table) + SECTION)
    cap_pdf_flow_break_page (self->flow);
  cap_report_add_section (self, _("How these figures are counted"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
}

/* What the plan amounts to; how to start one when there is none. */
void
cap_report_plan_add_summary (CapReport *self)
{
  const GPtrArray *proposals = self->input->proposals;
  g_autoptr(CapPlanFigures) figures = NULL;

  cap_report_add_title (self, _("In one page"));
  if (self->input->dossier->actions->len == 0)
    {
      cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD),
                                  proposals != NULL && proposals->len > 0
                                  ? _("The plan holds no action yet. The proposals below come from the "
                                    "evaluation: choose a few, give each an owner and a date, and start.")
                                  : _("The plan holds no action yet. It starts from the evaluation: each "
                                      "criterion below level 3 brings a proposal."));
      return;
    }

  figures = cap_plan_figures_new (self->input->dossier->actions, self->framework, self->input->date);
  add_tiles (self, figures);
  add_states (self, figures);
  add_calendar (self, figures);
  cap_report_add_loads (self, figures);
  add_services (self);
  add_definitions (self);
}
