/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

#define TILE_HEIGHT   76.0
#define TILE_GAP      10.0
#define N_TILES       4
#define N_PROPOSALS   10
#define STATE_WIDTH   70.0
#define GAUGE_HEIGHT  10.0

/* What the summary says of the plan. */
typedef struct
{
  guint n_actions;
  guint n_open;
  guint n_late;
  guint n_this_quarter;
  guint n_quick;
  guint by_state[CAP_N_ACTION_STATES];
} Summary;

static const CapAction *
get_action (const CapReport *self,
            guint            index)
{
  return g_ptr_array_index (self->input->dossier->actions, index);
}

static const CapCriterion *
find_origin (const CapReport *self,
             const CapAction *action)
{
  const char *code = cap_action_get_criterion (action);

  return code != NULL ? cap_framework_find_criterion (self->framework, code) : NULL;
}

/* Little effort for some impact, as for proposals. */
static gboolean
is_quick (const CapReport *self,
          const CapAction *action)
{
  const CapCriterion *criterion = find_origin (self, action);

  return criterion != NULL && criterion->effort == 1 && criterion->impact >= 2;
}

/* 4 × year + quarter: enough to compare; 0 for what is no date. */
static int
get_quarter (const char *iso)
{
  if (iso == NULL || !cap_date_is_valid (iso))
    return 0;

  return (int) g_ascii_strtoll (iso, NULL, 10) * 4 + ((int) g_ascii_strtoll (iso + 5, NULL, 10) - 1) / 3;
}

static Summary
summarize (const CapReport *self)
{
  Summary summary = { 0 };

  for (guint i = 0; i < self->input->dossier->actions->len; i++)
    {
      const CapAction *action = get_action (self, i);

      summary.n_actions++;
      summary.by_state[action->state]++;
      if (!cap_action_is_open (action))
        continue;

      summary.n_open++;
      summary.n_quick += is_quick (self, action);
      summary.n_late += cap_action_is_late (action, self->input->date);
      summary.n_this_quarter += cap_action_is_pending (action) && get_quarter (action->due) != 0 &&
                                get_quarter (action->due) == get_quarter (self->input->date);
    }

  return summary;
}

/* A figure in a frame, with what it counts. */
static void
draw_tile (CapReport  *self,
           double      y,
           guint       index,
           guint       value,
           const char *label)
{
  const CapPdfPen ground = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen edge = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  double width = (CAP_REPORT_WIDTH - (N_TILES - 1) * TILE_GAP) / N_TILES;
  CapRect tile = { CAP_REPORT_LEFT + index * (width + TILE_GAP), y, width, TILE_HEIGHT };
  CapPdfStyle figure = *cap_report_style (CAP_REPORT_TYPE_FIGURE);
  g_autofree char *text = g_strdup_printf ("%u", value);

  figure.size = 32;
  figure.leading = 36;
  figure.tracking = -0.5;
  cap_pdf_draw_rect (self->pdf, &ground, &tile, 0);
  cap_pdf_draw_rect (self->pdf, &edge, &(CapRect) { tile.x, tile.y, tile.width, 2 }, 0);
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_draw_text (self->pdf, &figure, &(CapRect) { tile.x + 12, y + 10, width - 24, 0 }, text);
  cap_pdf_draw_text (self->pdf, cap_report_style (CAP_REPORT_TYPE_SMALL),
                     &(CapRect) { tile.x + 12, y + 48, width - 20, 0 }, label);
  cap_pdf_end_tag (self->pdf);
}

static void
add_tiles (CapReport     *self,
           const Summary *summary)
{
  double y = cap_pdf_flow_take (self->flow, TILE_HEIGHT);

  draw_tile (self, y, 0, summary->n_open, ngettext ("open action", "open actions", summary->n_open));
  draw_tile (self, y, 1, summary->n_late, C_("actions", "late"));
  draw_tile (self, y, 2, summary->n_this_quarter, _("due this quarter"));
  draw_tile (self, y, 3, summary->n_quick, ngettext ("quick win", "quick wins", summary->n_quick));
}

/* From empty to full: the shade of a state tells how far it is. */
static void
add_states (CapReport     *self,
            const Summary *summary)
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
      cap_action_state_get_label (state), summary->by_state[state], fills[state],
      state == CAP_ACTION_ABANDONED,
    };

  cap_report_add_section (self, _("Where the actions stand"), NULL);
  cap_report_add_band (self, shares, CAP_N_ACTION_STATES);
}

static guint
count_of_theme (const CapReport *self,
                const CapTheme  *theme)
{
  guint count = 0;

  for (guint i = 0; i < self->input->dossier->actions->len; i++)
    {
      const CapCriterion *criterion = find_origin (self, get_action (self, i));

      count += criterion != NULL && g_str_equal (criterion->objective->theme->code, theme->code);
    }

  return count;
}

static CapPdfTable *
make_count_table (CapReport  *self,
                  const char *title)
{
  const CapPdfColumn columns[] = {
    { title, 0, CAP_PDF_ALIGN_LEFT }, { _("Actions"), 70, CAP_PDF_ALIGN_RIGHT },
  };

  return cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                            cap_report_table_look ());
}

static void
add_count_row (CapPdfTable *table,
               const char  *code,
               const char  *label,
               guint        count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  const CapPdfSpan spans[] = {
    { code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
    { "\u2002", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { label, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
  cap_pdf_table_add_cell (table, text);
  cap_pdf_table_end_row (table);
}

static void
add_themes (CapReport *self)
{
  g_autoptr(CapPdfTable) table = make_count_table (self, _("Theme"));

  for (guint i = 0; i < self->framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (self->framework->themes, i);

      add_count_row (table, theme->code, theme->label, count_of_theme (self, theme));
    }

  cap_report_add_section (self, _("By theme"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
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
add_services (CapReport *self)
{
  g_autoptr(CapPdfTable) table = make_count_table (self, _("Service of the network"));
  guint total = 0;

  for (guint i = 0; i < self->framework->services->len; i++)
    {
      const CapService *service = g_ptr_array_index (self->framework->services, i);
      guint count = count_of_service (self, service);

      if (count > 0)
        add_count_row (table, service->code, service->label, count);
      total += count;
    }
  if (total == 0)
    return;

  cap_report_add_section (self, _("Services to call on"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_summary (CapReport *self)
{
  Summary summary = summarize (self);

  cap_report_add_title (self, _("In one page"));
  if (summary.n_actions == 0)
    {
      gboolean can_propose = self->input->proposals != NULL && self->input->proposals->len > 0;

      cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD), can_propose
                                  ? _("The plan holds no action yet. The proposals below come from the "
                                    "evaluation: choose a few, give each an owner and a date, and start.")
                                  : _("The plan holds no action yet. It starts from the evaluation: each "
                                      "criterion below level 3 brings a proposal."));
      return;
    }

  add_tiles (self, &summary);
  add_states (self, &summary);
  add_themes (self);
  add_services (self);
}

/* The four letters of the wheel, the present one on the colour. */
static void
draw_state_cb (CapPdf        *pdf,
               const CapRect *area,
               int            state)
{
  const CapPdfPen empty = { CAP_REPORT_TINT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen full = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };

  for (int i = 0; i <= CAP_ACTION_VERIFIED; i++)
    cap_pdf_draw_rect (pdf, i <= state && state != CAP_ACTION_ABANDONED ? &full : &empty,
                       &(CapRect) { area->x + i * 13, area->y + 3, 11.5, 4 }, 0);
}

static void
add_state_cell (CapPdfTable     *table,
                const CapAction *action)
{
  const CapPdfSpan spans[] = {
    { cap_action_state_get_phase (action->state), CAP_PDF_FACE_BLACK, CAP_REPORT_ACCENT },
    { "\u2002", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { cap_action_state_get_label (action->state), CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
  };

  cap_pdf_table_add_drawing (table, GAUGE_HEIGHT, draw_state_cb, (int) action->state, spans,
                             G_N_ELEMENTS (spans));
}

/* Where it comes from and who can help, under the title. */
static char *
describe_action (const CapReport *self,
                 const CapAction *action)
{
  GString *text = g_string_new (NULL);
  const CapService *service = action->service != NULL
    ? cap_framework_find_service (self->framework, action->service) : NULL;
  g_autofree char *origins = cap_action_dup_origins (action);

  if (origins[0] != '\0')
    g_string_append_printf (text, "\n%s", origins);
  if (action->level != CAP_LEVEL_UNSET && action->target != CAP_LEVEL_UNSET)
    /* Translators: from one level to another */
    g_string_append_printf (text, _(" · level %d → %d"), action->level, action->target);
  if (service != NULL)
    g_string_append_printf (text, "\n%s", service->label);
  else if (action->service != NULL && action->service[0] != '\0')
    g_string_append_printf (text, "\n%s", action->service);
  if (is_quick (self, action) && cap_action_is_open (action))
    g_string_append_printf (text, "\n%s", _("Quick win"));

  return g_string_free (text, FALSE);
}

static void
add_dates_cell (CapReport       *self,
                CapPdfTable     *table,
                const CapAction *action)
{
  g_autofree char *start = cap_report_dup_day (action->start);
  g_autofree char *due = cap_report_dup_day (action->due);
  gboolean late = cap_action_is_late (action, self->input->date);
  const CapPdfSpan spans[] = {
    { start, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
    { "\n", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { due, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { late ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    /* Translators: an action whose date is over */
    { late ? _("late ▲") : "", CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
}

static void
add_action_row (CapReport       *self,
                CapPdfTable     *table,
                const CapAction *action)
{
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *title = cap_report_dup_typography (action->title);
  g_autofree char *owner = cap_report_dup_typography (action->owner != NULL ? action->owner : "–");
  g_autofree char *detail = describe_action (self, action);
  const CapPdfSpan number_span = { number, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };
  const CapPdfSpan spans[] = {
    { title, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { detail, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };

  cap_pdf_table_add_spans (table, &number_span, 1);
  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
  cap_pdf_table_add_cell (table, owner);
  add_dates_cell (self, table, action);
  add_state_cell (table, action);
  cap_pdf_table_end_row (table);
}

static void
add_actions (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("No."), 30, CAP_PDF_ALIGN_LEFT },
    { _("Action"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 96, CAP_PDF_ALIGN_LEFT },
    { _("Start, due"), 68, CAP_PDF_ALIGN_LEFT },
    { _("State"), STATE_WIDTH + 8, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapPdfTable) table = NULL;

  if (self->input->dossier->actions->len == 0)
    return;

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = 0; i < self->input->dossier->actions->len; i++)
    add_action_row (self, table, get_action (self, i));

  cap_report_add_title (self, _("The actions"));
  cap_report_add_note (self,
                       _("P: to do · D: in progress · C: done, to be checked · A: checked and closed."));
  cap_pdf_flow_skip (self->flow, 10);
  cap_pdf_flow_add_table (self->flow, table);
}

static void
add_proposal_row (CapReport         *self,
                  CapPdfTable       *table,
                  guint              rank,
                  const CapProposal *proposal)
{
  g_autofree char *number = g_strdup_printf ("%u", rank);
  g_autofree char *reason = cap_proposal_dup_reason (proposal, self->framework);
  g_autofree char *help = NULL;
  const char *title = cap_proposal_get_title (proposal);
  const CapPdfSpan number_span = { number, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };

  help = proposal->service != NULL ? g_strdup_printf ("\n%s", proposal->service->label) : g_strdup ("");
  cap_pdf_table_add_spans (table, &number_span, 1);
  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { title, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { help, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  }, 2);
  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { reason, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { proposal->quick_win ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { proposal->quick_win ? _("Quick win") : "", CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
  }, 3);
  cap_pdf_table_end_row (table);
}

/* What the evaluation still suggests, best first. */
static void
add_proposals (CapReport *self)
{
  const GPtrArray *proposals = self->input->proposals;
  const CapPdfColumn columns[] = {
    { _("Rank"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Proposal"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Why"), 196, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(CapPdfTable) table = NULL;

  if (proposals == NULL || proposals->len == 0)
    return;

  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                             cap_report_table_look ());
  for (guint i = 0; i < MIN (proposals->len, N_PROPOSALS); i++)
    add_proposal_row (self, table, i + 1, g_ptr_array_index (proposals, i));

  cap_report_add_section (self, _("Proposals not taken in yet"), NULL);
  cap_pdf_flow_add_table (self->flow, table);
}

static void
list_service (const CapReport *self,
              const char      *code,
              GPtrArray       *texts)
{
  const CapService *service = code != NULL ? cap_framework_find_service (self->framework, code) : NULL;

  if (service != NULL)
    g_ptr_array_add (texts, service->label);
}

static void
add_glossary (CapReport *self)
{
  const GPtrArray *actions = self->input->dossier->actions;
  const GPtrArray *proposals = self->input->proposals;
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; actions->len > 0 && i < self->framework->themes->len; i++)
    g_ptr_array_add (texts, ((const CapTheme *) g_ptr_array_index (self->framework->themes, i))->label);
  for (guint i = 0; i < actions->len; i++)
    {
      g_ptr_array_add (texts, get_action (self, i)->title);
      list_service (self, get_action (self, i)->service, texts);
    }
  for (guint i = 0; proposals != NULL && i < MIN (proposals->len, N_PROPOSALS); i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      g_ptr_array_add (texts, (gpointer) cap_proposal_get_title (proposal));
      if (proposal->service != NULL)
        g_ptr_array_add (texts, proposal->service->label);
    }
  cap_report_add_glossary (self, texts);
}

void
cap_report_plan_fill (CapReport *self)
{
  g_autofree char *date = cap_date_format_long (self->input->date);
  /* Translators: %s is the day of the document */
  g_autofree char *subtitle = g_strdup_printf (_("What we decided to improve, as it stands on %s"), date);

  cap_report_add_cover (self, subtitle);
  add_summary (self);
  add_actions (self);
  add_proposals (self);
  add_glossary (self);
}
