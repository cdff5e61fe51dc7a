/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"

/* Part 12: the plan, each action with its step of the PDCA wheel. */

static void
add_figures (CapAudit *self)
{
  g_autoptr(CapPlanFigures) figures = cap_plan_figures_new (self->dossier->actions, self->report->framework,
                                                            self->input->date);
  g_autofree char *total = g_strdup_printf ("%u", figures->total);
  g_autofree char *open = g_strdup_printf ("%u", figures->open);
  g_autofree char *late = g_strdup_printf ("%u", figures->late);
  g_autofree char *on_time = figures->on_time_percent >= 0
                             ? cap_number_format_percent (figures->on_time_percent) : g_strdup ("–");
  guint effective = 0;
  guint checked = 0;

  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);

      effective += action->verdict == CAP_VERDICT_EFFECTIVE;
      checked += action->verdict != CAP_VERDICT_NONE;
    }

  cap_doc_add_fact (self->doc, _("Actions of the plan"), total);
  cap_doc_add_fact (self->doc, _("Open actions"), open);
  cap_doc_add_fact (self->doc, _("Late"), late);
  cap_doc_add_fact (self->doc, _("Carried out on time"), on_time);
  if (checked > 0)
    {
      /* Translators: how many actions had their effect, out of how many that were checked */
      g_autofree char *words = g_strdup_printf (_("%1$u out of %2$u checked"), effective, checked);

      cap_doc_add_fact (self->doc, _("Effective"), words);
    }
}

/* Where a code of an origin is explained. */
static char *
dup_origin_anchor (const CapActionOrigin *origin)
{
  static const char * const places[CAP_N_ORIGIN_KINDS] = {
    [CAP_ORIGIN_COMPLAINT] = "complaint",
    [CAP_ORIGIN_REVIEW] = "management_review",
    [CAP_ORIGIN_RISK] = "risk",
    [CAP_ORIGIN_COMMITMENT] = "commitment",
    [CAP_ORIGIN_REQUIREMENT] = "clause",
    [CAP_ORIGIN_GOAL] = "goal",
  };

  if (origin->kind == CAP_ORIGIN_CRITERION)
    return g_strdup (origin->code);

  return places[origin->kind] != NULL ? cap_audit_dup_anchor (places[origin->kind], origin->code) : NULL;
}

static void
add_origins_cell (CapAudit        *self,
                  const CapAction *action)
{
  cap_doc_add_cell (self->doc, action->origins->len == 0 ? "–" : NULL);
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      g_autofree char *anchor = dup_origin_anchor (origin);
      g_autofree char *printed = cap_report_dup_typography (origin->code);

      cap_audit_add_link (self, printed, anchor, i == 0);
    }
}

static void
add_state_cell (CapAudit        *self,
                const CapAction *action)
{
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, cap_action_state_get_phase (action->state), CAP_DOC_CODE, NULL);
  cap_doc_add_run (self->doc, "\u2002", CAP_DOC_PLAIN, NULL);
  cap_doc_add_run (self->doc, cap_action_state_get_label (action->state), CAP_DOC_PLAIN, NULL);
  if (cap_action_is_late (action, self->input->date))
    {
      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, _("late ▲"), CAP_DOC_STRONG, NULL);
    }
}

/* What shows that it works: the result that is expected, and its check. */
static void
add_effect_cell (CapAudit        *self,
                 const CapAction *action)
{
  gboolean checked = action->verdict != CAP_VERDICT_NONE;
  g_autofree char *day = cap_report_dup_day (checked ? action->checked : action->check_due);
  g_autofree char *expected = cap_report_dup_typography (action->expected != NULL ? action->expected : "");
  g_autofree char *check = NULL;

  if (checked)
    check = g_strdup_printf ("%s, %s", cap_verdict_get_label (action->verdict), day);
  else if (action->check_due != NULL)
    /* Translators: a day */
    check = g_strdup_printf (_("to check: %s"), day);

  cap_doc_add_cell (self->doc, expected);
  if (check != NULL && expected[0] != '\0')
    cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
  cap_doc_add_run (self->doc, check, CAP_DOC_STRONG, NULL);
  if (check == NULL && expected[0] == '\0')
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

static void
add_action (CapAudit        *self,
            const CapAction *action)
{
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *anchor = cap_report_dup_anchor (action);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, number, NULL);
  cap_audit_add_double_cell (self, action->title, cap_report_get_service (self->report, action));
  add_origins_cell (self, action);
  cap_doc_add_cell (self->doc, cap_action_kind_get_label (action->kind));
  cap_audit_add_typed_cell (self, action->owner);
  cap_audit_add_day_cell (self, action->due);
  add_state_cell (self, action);
  add_effect_cell (self, action);
  cap_audit_add_day_cell (self, action->closed);
}

static void
add_actions (CapAudit *self)
{
  const CapDocColumn columns[] = {
    { _("No."), 30, CAP_PDF_ALIGN_LEFT },
    { _("Action"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Origins"), 78, CAP_PDF_ALIGN_LEFT },
    { _("Kind"), 84, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 92, CAP_PDF_ALIGN_LEFT },
    { _("Due"), 60, CAP_PDF_ALIGN_LEFT },
    { _("State"), 74, CAP_PDF_ALIGN_LEFT },
    { _("Expected result, check"), 136, CAP_PDF_ALIGN_LEFT },
    { _("Closed on"), 60, CAP_PDF_ALIGN_LEFT },
  };

  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("P: to do · D: in progress · C: done, to be checked · A: checked and closed."));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->dossier->actions->len; i++)
    add_action (self, g_ptr_array_index (self->dossier->actions, i));
}

void
cap_audit_tell_plan (CapAudit *self)
{
  if (self->dossier->actions->len == 0)
    {
      cap_audit_add_title (self, CAP_DOSSIER_PLAN);
      cap_audit_add_missing (self, _("The plan holds no action yet."));
      return;
    }

  cap_doc_add_paper (self->doc, CAP_PDF_LANDSCAPE);
  cap_audit_add_title (self, CAP_DOSSIER_PLAN);
  add_figures (self);
  add_actions (self);
  cap_doc_add_paper (self->doc, CAP_PDF_PORTRAIT);
}
