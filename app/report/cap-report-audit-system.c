/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "plan/cap-indicator-text.h"

/* Part 6: what the structure wants, how it works, how it knows. */

static void
add_state_cell (CapAudit        *self,
                const CapRecord *goal)
{
  cap_audit_add_double_cell (self, cap_record_get_choice (goal, CAP_GOAL_STATE),
                             cap_record_get (goal, CAP_GOAL_RESULT));
  if (cap_record_get (goal, CAP_GOAL_ASSESSED) != NULL)
    {
      g_autofree char *day = cap_report_dup_day (cap_record_get (goal, CAP_GOAL_ASSESSED));

      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, day, CAP_DOC_MUTED, NULL);
    }
}

static void
add_goal (CapAudit        *self,
          const CapRecord *goal)
{
  g_autofree char *anchor = cap_audit_dup_record_anchor (goal);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (goal), NULL);
  cap_audit_add_double_cell (self, cap_record_get (goal, CAP_GOAL_TITLE),
                             cap_record_get (goal, CAP_GOAL_AXIS));
  cap_audit_add_dated_cell (self, cap_record_get (goal, CAP_GOAL_TARGET),
                            cap_record_get (goal, CAP_GOAL_DUE));
  cap_audit_add_value_cell (self, goal, CAP_GOAL_INDICATORS);
  cap_audit_add_double_cell (self, cap_record_get (goal, CAP_GOAL_OWNER),
                             cap_record_get (goal, CAP_GOAL_MEANS));
  add_state_cell (self, goal);
  cap_doc_add_cell (self->doc, NULL);
  if (cap_audit_add_actions_of (self, CAP_ORIGIN_GOAL, cap_record_get_code (goal)) == 0)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

static void
add_goals (CapAudit *self)
{
  const GPtrArray *goals = cap_audit_get_register (self, CAP_REGISTER_GOAL);
  const CapDocColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Objective"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Target, due"), 74, CAP_PDF_ALIGN_LEFT },
    { _("Indicators"), 56, CAP_PDF_ALIGN_LEFT },
    { _("Owner, means"), 82, CAP_PDF_ALIGN_LEFT },
    { _("State"), 76, CAP_PDF_ALIGN_LEFT },
    { _("Actions"), 44, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Objectives"));
  if (goals->len == 0)
    {
      cap_audit_add_missing (self, _("No objective is recorded: clause 6.2 asks for measurable ones."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < goals->len; i++)
    add_goal (self, g_ptr_array_index (goals, i));
}

/* A list of codes under its own name, when there is one. */
static void
add_named_codes (CapAudit        *self,
                 const CapRecord *record,
                 guint            field,
                 const char      *place,
                 gboolean        *started)
{
  g_auto(GStrv) codes = cap_record_dup_codes (record, field);

  if (codes == NULL || codes[0] == NULL)
    return;

  if (*started)
    cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
  *started = TRUE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *anchor = cap_audit_dup_anchor (place, codes[i]);

      cap_audit_add_link (self, codes[i], anchor, i == 0);
    }
}

static void
add_references_cell (CapAudit        *self,
                     const CapRecord *process)
{
  gboolean started = FALSE;

  cap_doc_add_cell (self->doc, NULL);
  add_named_codes (self, process, CAP_PROCESS_INDICATORS, "indicator", &started);
  add_named_codes (self, process, CAP_PROCESS_DOCUMENTS, "document", &started);
  add_named_codes (self, process, CAP_PROCESS_REQUIREMENTS, "clause", &started);
  if (!started)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

static void
add_flow_cell (CapAudit        *self,
               const CapRecord *process)
{
  const char *inputs = cap_record_get (process, CAP_PROCESS_INPUTS);
  const char *outputs = cap_record_get (process, CAP_PROCESS_OUTPUTS);
  g_autofree char *text = g_strdup_printf ("%s → %s", inputs != NULL ? inputs : "–",
                                           outputs != NULL ? outputs : "–");

  cap_audit_add_typed_cell (self, text);
  if (cap_record_get (process, CAP_PROCESS_FEEDS) != NULL)
    {
      gboolean started = TRUE;

      add_named_codes (self, process, CAP_PROCESS_FEEDS, "process", &started);
    }
}

static void
add_process (CapAudit        *self,
             const CapRecord *process)
{
  g_autofree char *anchor = cap_audit_dup_record_anchor (process);
  const char *owner = cap_record_get (process, CAP_PROCESS_OWNER);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (process), NULL);
  cap_audit_add_double_cell (self, cap_record_get (process, CAP_PROCESS_NAME),
                             cap_record_get (process, CAP_PROCESS_PURPOSE));
  if (owner != NULL)
    {
      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, owner, CAP_DOC_MUTED, NULL);
    }
  add_flow_cell (self, process);
  add_references_cell (self, process);
  cap_audit_add_double_cell (self, cap_record_get_choice (process, CAP_PROCESS_PERFORMANCE),
                             cap_record_get (process, CAP_PROCESS_NOTE));
}

static void
add_processes (CapAudit *self)
{
  const CapField *kind = &cap_register_get (CAP_REGISTER_PROCESS)->fields[CAP_PROCESS_KIND];
  const GPtrArray *processes = cap_audit_get_register (self, CAP_REGISTER_PROCESS);
  const CapDocColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Process, purpose, owner"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Inputs → outputs, fed processes"), 132, CAP_PDF_ALIGN_LEFT },
    { _("Indicators, documents, clauses"), 90, CAP_PDF_ALIGN_LEFT },
    { _("Performance"), 92, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Processes"));
  if (processes->len == 0)
    {
      cap_audit_add_missing (self, _("No process is described: clause 4.4 asks for them and for how they "
                                     "follow one another."));
      return;
    }

  cap_audit_add_map_figure (self);
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (const CapChoice *choice = kind->choices; choice->name != NULL; choice++)
    {
      gboolean named = FALSE;

      for (guint i = 0; i < processes->len; i++)
        {
          const CapRecord *process = g_ptr_array_index (processes, i);

          if (!cap_record_is (process, CAP_PROCESS_KIND, choice->name))
            continue;

          if (!named)
            cap_doc_add_group (self->doc, gettext (choice->label), NULL, NULL);
          named = TRUE;
          add_process (self, process);
        }
    }
}

static void
add_indicator (CapAudit           *self,
               const CapIndicator *indicator)
{
  g_autofree char *anchor = cap_audit_dup_anchor ("indicator", indicator->code);
  g_autofree char *target = cap_indicator_format_target (indicator);
  g_autofree char *last = cap_indicator_format_last (indicator);
  g_autofree char *late = cap_indicator_format_late (indicator, self->input->date);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, indicator->code, NULL);
  cap_audit_add_double_cell (self, indicator->label, indicator->definition);
  cap_doc_add_cell (self->doc, cap_frequency_get_label (indicator->frequency));
  cap_audit_add_typed_cell (self, target);
  cap_audit_add_typed_cell (self, last);
  cap_audit_add_double_cell (self, cap_indicator_status_get_label (cap_indicator_get_status (indicator)),
                             cap_trend_get_label (cap_indicator_get_trend (indicator)));
  if (late != NULL)
    {
      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, late, CAP_DOC_STRONG, NULL);
    }
}

static void
add_indicators (CapAudit *self)
{
  const GPtrArray *indicators = self->dossier->indicators;
  const CapDocColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Indicator"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Frequency"), 68, CAP_PDF_ALIGN_LEFT },
    { _("Target"), 68, CAP_PDF_ALIGN_LEFT },
    { _("Last value"), 92, CAP_PDF_ALIGN_LEFT },
    { _("Reading"), 84, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Indicators"));
  if (indicators->len == 0)
    {
      cap_audit_add_missing (self, _("No indicator is followed: clause 9.1 asks what is measured."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < indicators->len; i++)
    add_indicator (self, g_ptr_array_index (indicators, i));
}

static void
add_skills (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_SKILL_CODE, NULL, 36 },
    { CAP_SKILL_TITLE, NULL, 0 },
    { CAP_SKILL_ROLE, NULL, 100 },
    { CAP_SKILL_HELD, NULL, 62 },
    { CAP_SKILL_PLAN, NULL, 92 },
    { CAP_SKILL_REVIEW, N_("To be assessed again on"), 68 },
  };

  cap_audit_add_section (self, _("Skills"));
  if (!cap_audit_add_register (self, CAP_REGISTER_SKILL, columns, G_N_ELEMENTS (columns)))
    cap_audit_add_missing (self, _("No skill is recorded: clause 7.2 asks which ones are needed and held."));
}

static void
add_suppliers (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_SUPPLIER_CODE, NULL, 36 },
    { CAP_SUPPLIER_NAME, NULL, 0 },
    { CAP_SUPPLIER_PROVIDES, NULL, 96 },
    { CAP_SUPPLIER_CRITERIA, NULL, 96 },
    { CAP_SUPPLIER_RATING, NULL, 74 },
    { CAP_SUPPLIER_REVIEW, N_("To be assessed again on"), 68 },
  };

  cap_audit_add_section (self, _("External providers"));
  if (!cap_audit_add_register (self, CAP_REGISTER_SUPPLIER, columns, G_N_ELEMENTS (columns)))
    cap_audit_add_missing (self, _("No provider is recorded: clause 8.4 asks how they are chosen and "
                                   "assessed."));
}

void
cap_audit_tell_system (CapAudit *self)
{
  cap_audit_add_title (self, CAP_DOSSIER_SYSTEM);
  cap_audit_add_section (self, _("Policy"));
  cap_audit_add_statement (self, "policy", _("The policy is not written yet: clause 5.2 asks for one."));
  add_goals (self);
  add_processes (self);
  add_indicators (self);
  add_skills (self);
  add_suppliers (self);
}
