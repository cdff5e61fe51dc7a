/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

#define N_PROPOSALS 10
#define STATE_WIDTH 70.0

static const CapAction *
get_action (const CapReport *self,
            guint            index)
{
  return g_ptr_array_index (self->input->dossier->actions, index);
}

/* Where it comes from and who can help, under the title. */
static char *
describe_action (const CapReport *self,
                 const CapAction *action)
{
  GString *text = g_string_new (NULL);
  const char *service = cap_report_get_service (self, action);
  g_autofree char *origins = cap_action_dup_origins (action);

  if (origins[0] != '\0')
    g_string_append_printf (text, "\n%s", origins);
  if (action->level != CAP_LEVEL_UNSET && action->target != CAP_LEVEL_UNSET)
    /* Translators: from one level to another */
    g_string_append_printf (text, _(" · level %d → %d"), action->level, action->target);
  if (service != NULL)
    g_string_append_printf (text, "\n%s", service);
  if (cap_report_is_quick (self, action) && cap_action_is_open (action))
    g_string_append_printf (text, "\n%s", _("Quick win"));

  return g_string_free (text, FALSE);
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
  g_autofree char *anchor = cap_report_dup_anchor (action);
  const CapPdfSpan number_span = { number, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };
  const CapPdfSpan spans[] = {
    { title, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { detail, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };

  cap_pdf_table_add_spans (table, &number_span, 1);
  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
  cap_pdf_table_add_cell (table, owner);
  cap_report_add_dates_cell (self, table, action);
  cap_report_add_state_cell (table, action);
  cap_pdf_table_set_link (table, anchor, title);
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
list_action (const CapReport *self,
             const CapAction *action,
             GPtrArray       *texts)
{
  g_ptr_array_add (texts, action->title);
  g_ptr_array_add (texts, (gpointer) cap_report_get_service (self, action));
  g_ptr_array_add (texts, action->description);
  g_ptr_array_add (texts, action->expected);
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      const CapCriterion *criterion = origin->kind == CAP_ORIGIN_CRITERION
        ? cap_framework_find_criterion (self->framework, origin->code) : NULL;

      if (criterion != NULL)
        g_ptr_array_add (texts, criterion->label);
    }
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
    list_action (self, get_action (self, i), texts);
  for (guint i = 0; proposals != NULL && i < MIN (proposals->len, N_PROPOSALS); i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      g_ptr_array_add (texts, (gpointer) cap_proposal_get_title (proposal));
      if (proposal->service != NULL)
        g_ptr_array_add (texts, proposal->service->label);
    }
  cap_report_add_glossary (self, texts);
}

/* The sheets come with what the plan always was: a page of figures, the list, and what could enter it.
 * Who hands it over hands over all of it; who only wants the list has the table.
 */
static void
fill_sheets (CapReport *self)
{
  g_autofree char *date = cap_date_format_long (self->input->date);
  /* Translators: %s is the day of the document */
  g_autofree char *subtitle = g_strdup_printf (_("What we decided to improve, as it stands on %s"), date);

  cap_report_add_cover (self, subtitle);
  cap_report_plan_add_summary (self);
  add_actions (self);
  add_proposals (self);
  cap_report_plan_add_sheets (self);
  add_glossary (self);
}

void
cap_report_plan_fill (CapReport *self)
{
  if (self->input->layout == CAP_LAYOUT_TABLE)
    cap_report_plan_add_table (self);
  else
    fill_sheets (self);
}
