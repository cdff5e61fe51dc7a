/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-text.h"

/* Findings, as audit documents tell them: a table of some, a sheet of one. */

static void
add_days_cell (CapAudit        *self,
               const CapRecord *finding)
{
  const CapFindingUrgency urgency = cap_finding_get_urgency (finding, self->dossier, self->input->catalogue,
                                                             self->input->date);
  g_autofree char *due = cap_finding_dup_due (finding, self->dossier, self->input->catalogue);

  cap_audit_add_day_cell (self, due);
  if (urgency >= CAP_URGENCY_LATE)
    {
      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      /* Translators: an action whose date is over */
      cap_doc_add_run (self->doc, _("late ▲"), CAP_DOC_STRONG, NULL);
    }
}

static void
add_row (CapAudit        *self,
         const CapRecord *finding)
{
  g_autofree char *anchor = cap_audit_dup_record_anchor (finding);
  const CapGrade *grade = cap_finding_find_grade (finding, self->dossier, self->input->catalogue);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (finding), NULL);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, grade != NULL ? cap_grade_get_code (grade) : "–", CAP_DOC_STRONG, NULL);
  cap_audit_add_double_cell (self, cap_record_get (finding, CAP_FINDING_FACT),
                             cap_record_get (finding, CAP_FINDING_EXPECTED));
  cap_audit_add_value_cell (self, finding, CAP_FINDING_REQUIREMENTS);
  cap_doc_add_cell (self->doc, cap_finding_state_get_label (cap_finding_get_state (finding)));
  add_days_cell (self, finding);
  cap_doc_add_cell (self->doc, NULL);
  if (cap_audit_add_actions_of (self, CAP_ORIGIN_FINDING, cap_record_get_code (finding)) == 0)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

/**
 * cap_audit_list_findings:
 * @audit: (nullable): whose findings; %NULL for all of them
 *
 * Returns: (transfer container) (element-type CapRecord): the findings, in the order of their codes
 */
GPtrArray *
cap_audit_list_findings (CapAudit        *self,
                         const CapRecord *audit)
{
  const GPtrArray *findings = cap_audit_get_register (self, CAP_REGISTER_FINDING);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      CapRecord *finding = g_ptr_array_index (findings, i);

      if (audit == NULL || cap_record_has_code (finding, CAP_FINDING_AUDIT, cap_record_get_code (audit)))
        g_ptr_array_add (found, finding);
    }

  return found;
}

/* A table of findings: none is said, never left blank. */
void
cap_audit_add_findings (CapAudit        *self,
                        const GPtrArray *findings)
{
  const CapDocColumn columns[] = {
    { _("Finding"), 42, CAP_PDF_ALIGN_LEFT },
    { _("Grade"), 46, CAP_PDF_ALIGN_LEFT },
    { _("Facts, and what is required"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Clauses"), 48, CAP_PDF_ALIGN_LEFT },
    { _("State"), 62, CAP_PDF_ALIGN_LEFT },
    { _("To be lifted by"), 58, CAP_PDF_ALIGN_LEFT },
    { _("Actions"), 44, CAP_PDF_ALIGN_LEFT },
  };

  if (findings->len == 0)
    {
      cap_audit_add_missing (self, _("No finding is recorded."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < findings->len; i++)
    add_row (self, g_ptr_array_index (findings, i));
}

/* What the grades mean: only those that are used. */
void
cap_audit_add_grades (CapAudit        *self,
                      const GPtrArray *findings)
{
  g_autoptr(GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    {
      const CapGrade *grade = cap_finding_find_grade (g_ptr_array_index (findings, i), self->dossier,
                                                      self->input->catalogue);
      g_autofree char *text = NULL;

      if (grade == NULL || !g_hash_table_add (told, grade->code))
        continue;

      text = g_strdup_printf ("%s. %s", cap_grade_get_label (grade), cap_grade_get_definition (grade));
      cap_doc_add_fact (self->doc, cap_grade_get_code (grade), text);
    }
}

static void
add_text (CapAudit        *self,
          const CapRecord *finding,
          guint            field)
{
  const char *value = cap_record_get (finding, field);

  cap_audit_add_typed_fact (self, gettext (cap_register_get (finding->kind)->fields[field].label),
                            value != NULL ? value : "–");
}

static void
add_day (CapAudit   *self,
         const char *label,
         const char *iso)
{
  g_autofree char *day = iso != NULL ? cap_report_dup_day (iso) : NULL;

  cap_doc_add_fact (self->doc, label, day != NULL ? day : "–");
}

static void
add_identity (CapAudit        *self,
              const CapRecord *finding)
{
  const CapGrade *grade = cap_finding_find_grade (finding, self->dossier, self->input->catalogue);
  const CapRecord *audit = cap_finding_get_audit (finding, self->dossier);
  g_autofree char *due = cap_finding_dup_due (finding, self->dossier, self->input->catalogue);
  g_autofree char *words = NULL;

  if (grade != NULL)
    words = g_strdup_printf ("%s – %s. %s", cap_grade_get_code (grade), cap_grade_get_label (grade),
                             cap_grade_get_definition (grade));
  cap_audit_add_typed_fact (self, _("Grade"), words);
  cap_audit_add_typed_fact (self, _("Audit"), audit != NULL ? cap_record_get_title (audit) : "–");
  add_text (self, finding, CAP_FINDING_REFERENCE);
  add_text (self, finding, CAP_FINDING_REQUIREMENTS);
  add_text (self, finding, CAP_FINDING_CRITERIA);
  add_text (self, finding, CAP_FINDING_PROCESS);
  add_text (self, finding, CAP_FINDING_SITE);
  add_day (self, _("Raised on"), cap_record_get (finding, CAP_FINDING_RAISED));
  add_day (self, _("To be lifted by"), due);
  cap_doc_add_fact (self->doc, _("State"), cap_finding_state_get_label (cap_finding_get_state (finding)));
  add_text (self, finding, CAP_FINDING_OWNER);
}

/* The whys one after the other, then the other causes by where they come from. */
static void
add_causes (CapAudit        *self,
            const CapRecord *finding)
{
  g_autoptr(GPtrArray) causes = NULL;
  guint n_whys = 0;

  causes = cap_dossier_list_parts (self->dossier, CAP_REGISTER_FINDING_CAUSE, finding->id);
  for (guint i = 0; i < causes->len; i++)
    {
      const CapRecord *cause = g_ptr_array_index (causes, i);
      const gboolean why = cap_record_is (cause, CAP_FINDING_CAUSE_BRANCH, "why");
      g_autofree char *label = NULL;

      /* Translators: %u is its rank: the five whys */
      label = why ? g_strdup_printf (_("Why %u"), ++n_whys)
                  : g_strdup (cap_record_get_choice (cause, CAP_FINDING_CAUSE_BRANCH));
      cap_audit_add_typed_fact (self, label, cap_record_get (cause, CAP_FINDING_CAUSE_TEXT));
    }
  add_text (self, finding, CAP_FINDING_CAUSE);
}

static void
add_actions (CapAudit        *self,
             const CapRecord *finding)
{
  const CapDocColumn columns[] = {
    { _("Action"), 40, CAP_PDF_ALIGN_LEFT },
    { _("What was decided"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 96, CAP_PDF_ALIGN_LEFT },
    { _("Due"), 62, CAP_PDF_ALIGN_LEFT },
    { _("State"), 70, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) actions = cap_finding_list_actions (finding, self->dossier);

  if (actions->len == 0)
    {
      add_text (self, finding, CAP_FINDING_NO_ACTION);
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);
      g_autofree char *number = g_strdup_printf ("%u", action->number);

      cap_doc_begin_row (self->doc, NULL);
      cap_audit_add_code_cell (self, number, NULL);
      cap_audit_add_typed_cell (self, action->title);
      cap_audit_add_typed_cell (self, action->owner);
      cap_audit_add_day_cell (self, action->due);
      cap_doc_add_cell (self->doc, cap_action_state_get_label (action->state));
    }
}

static void
add_history (CapAudit        *self,
             const CapRecord *finding)
{
  const CapDocColumn columns[] = {
    { _("Date"), 90, CAP_PDF_ALIGN_LEFT },
    { _("State"), 110, CAP_PDF_ALIGN_LEFT },
    { _("Why"), 0, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) steps = cap_dossier_list_parts (self->dossier, CAP_REGISTER_FINDING_STEP, finding->id);

  if (steps->len == 0)
    return;

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < steps->len; i++)
    {
      const CapRecord *step = g_ptr_array_index (steps, i);

      cap_doc_begin_row (self->doc, NULL);
      for (guint field = 0; field < CAP_N_FINDING_STEP_FIELDS; field++)
        cap_audit_add_value_cell (self, step, field);
    }
}

/* What was decided about a nonconformity, or about anything whose treatment has begun. */
static void
add_treatment (CapAudit        *self,
               const CapRecord *finding)
{
  cap_audit_add_section (self, _("What was done at once"));
  add_text (self, finding, CAP_FINDING_CONTAINMENT);
  add_text (self, finding, CAP_FINDING_CORRECTION);
  add_day (self, _("Corrected on"), cap_record_get (finding, CAP_FINDING_CORRECTED));
  cap_audit_add_section (self, _("Why it happened"));
  cap_audit_add_causes_figure (self, finding);
  add_causes (self, finding);
  add_text (self, finding, CAP_FINDING_SIMILAR);
  cap_audit_add_section (self, _("Corrective actions"));
  add_actions (self, finding);
  cap_audit_add_section (self, _("Effectiveness"));
  add_day (self, _("Effectiveness to be checked on"), cap_record_get (finding, CAP_FINDING_CHECK_DUE));
  add_text (self, finding, CAP_FINDING_CHECK_HOW);
  add_text (self, finding, CAP_FINDING_CHECKER);
  add_day (self, _("Checked on"), cap_record_get (finding, CAP_FINDING_CHECKED));
  cap_doc_add_fact (self->doc, _("Effectiveness"),
                    cap_record_get (finding, CAP_FINDING_EFFECTIVE) != NULL
                    ? cap_record_get_choice (finding, CAP_FINDING_EFFECTIVE) : "–");
}

/* A finding, whole: what was found in three sentences, and what became of it. */
void
cap_audit_add_finding_sheet (CapAudit        *self,
                             const CapRecord *finding)
{
  const gboolean mended = cap_finding_is_nonconformity (finding, self->dossier, self->input->catalogue) ||
                          cap_finding_get_state (finding) == CAP_FINDING_TREATED;

  add_identity (self, finding);
  cap_audit_add_section (self, _("What was found"));
  add_text (self, finding, CAP_FINDING_FACT);
  add_text (self, finding, CAP_FINDING_CONSEQUENCE);
  add_text (self, finding, CAP_FINDING_EXPECTED);
  add_text (self, finding, CAP_FINDING_SEEN);
  if (mended)
    {
      add_treatment (self, finding);
    }
  else
    {
      cap_audit_add_section (self, _("What is done about it"));
      add_text (self, finding, CAP_FINDING_CORRECTION);
      add_actions (self, finding);
    }
  cap_audit_add_section (self, _("History"));
  add_history (self, finding);
}

/**
 * cap_report_finding_compose:
 * @report: about a finding
 *
 * Returns: (transfer full): its *fiche d’écart*; what is not known yet is left to be written by hand
 */
CapDoc *
cap_report_finding_compose (CapReport *report)
{
  const CapRecord *finding = report->input->record;
  g_auto(CapAudit) self = cap_audit_begin (report, cap_record_get_code (finding));
  g_autofree char *title = NULL;

  /* Translators: %s is the code of a finding */
  title = g_strdup_printf (_("Finding %s"), cap_record_get_code (finding));
  cap_doc_add_heading (self.doc, 1, title, NULL);
  cap_audit_add_finding_sheet (&self, finding);
  cap_audit_add_signatures (&self, _("Owner of the finding"), _("Auditor"), _("The direction"));

  return g_steal_pointer (&self.doc);
}
