/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-rules.h"

/* The report of an audit, as ISO 19011 lists what it says (6.5.1). */

static void
add_typed (CapAudit        *self,
           const CapRecord *audit,
           guint            field,
           const char      *missing)
{
  const char *value = cap_record_get (audit, field);

  if (value != NULL)
    cap_audit_add_typed (self, CAP_DOC_PARAGRAPH, value);
  else
    cap_audit_add_missing (self, missing);
}

static void
append_count (GString    *text,
              const char *label,
              guint       count)
{
  g_string_append_printf (text, "%s%s (%u)", text->len > 0 ? ", " : "", label, count);
}

/* How many points of each verdict: to what degree the criteria are met. */
static void
add_degree (CapAudit        *self,
            const CapRecord *audit)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_AUDIT_CHECK)->fields[CAP_AUDIT_CHECK_VERDICT];
  g_autoptr(GPtrArray) checks = cap_dossier_list_parts (self->dossier, CAP_REGISTER_AUDIT_CHECK, audit->id);
  g_autoptr(GString) text = g_string_new (NULL);

  for (const CapChoice *verdict = field->choices; verdict->name != NULL; verdict++)
    {
      guint count = 0;

      for (guint i = 0; i < checks->len; i++)
        count += cap_record_is (g_ptr_array_index (checks, i), CAP_AUDIT_CHECK_VERDICT, verdict->name);
      if (count > 0)
        append_count (text, gettext (verdict->label), count);
    }

  if (text->len > 0)
    cap_doc_add_fact (self->doc, _("Points looked at"), text->str);
}

static void
add_grade_counts (CapAudit        *self,
                  const GPtrArray *findings)
{
  const CapRoute *route = cap_finding_find_route (findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL,
                                                  self->dossier, self->input->catalogue);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; route != NULL && i < route->grades->len; i++)
    {
      const CapGrade *grade = g_ptr_array_index (route->grades, i);
      guint count = 0;

      for (guint j = 0; j < findings->len; j++)
        count += g_strcmp0 (cap_record_get (g_ptr_array_index (findings, j), CAP_FINDING_GRADE),
                            grade->code) == 0;
      append_count (text, cap_grade_get_label (grade), count);
    }
  cap_doc_add_fact (self->doc, _("Findings"), text->str);
}

static gboolean
is_strength (CapAudit        *self,
             const CapRecord *finding)
{
  const CapGrade *grade = cap_finding_find_grade (finding, self->dossier, self->input->catalogue);

  return grade != NULL && grade->strength;
}

static void
add_strengths (CapAudit        *self,
               const GPtrArray *findings)
{
  guint n_strengths = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);

      if (!is_strength (self, finding))
        continue;

      n_strengths++;
      cap_audit_add_typed (self, CAP_DOC_ITEM, cap_record_get (finding, CAP_FINDING_FACT));
    }
  if (n_strengths == 0)
    cap_audit_add_missing (self, _("No strong point is recorded."));
}

static void
add_sheets (CapAudit        *self,
            const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = NULL;

      if (!cap_finding_is_nonconformity (finding, self->dossier, self->input->catalogue))
        continue;

      /* Translators: %s is the code of a finding */
      title = g_strdup_printf (_("Finding %s"), cap_record_get_code (finding));
      cap_doc_add_paper (self->doc, CAP_PDF_PORTRAIT);
      cap_doc_add_heading (self->doc, 1, title, NULL);
      cap_audit_add_finding_sheet (self, finding);
    }
}

static void
add_conclusions (CapAudit        *self,
                 const CapRecord *audit,
                 const GPtrArray *findings)
{
  cap_audit_add_section (self, _("Synthesis"));
  add_typed (self, audit, CAP_AUDIT_SYNTHESIS, _("The synthesis is not written yet."));
  add_grade_counts (self, findings);
  add_degree (self, audit);
  cap_audit_add_section (self, _("Strong points"));
  add_strengths (self, findings);
  cap_audit_add_section (self, _("Conclusion"));
  add_typed (self, audit, CAP_AUDIT_CONCLUSION, _("The conclusion is not written yet."));
  cap_audit_add_section (self, _("What could not be seen, what is disagreed on"));
  add_typed (self, audit, CAP_AUDIT_OBSTACLES, _("Nothing of the kind is recorded."));
  cap_doc_add_text (self->doc, CAP_DOC_NOTE, _("An audit looks at samples: that nothing was found somewhere "
                                               "does not say that nothing is there."));
}

/**
 * cap_report_audit_report_compose:
 * @report: about an audit
 *
 * Returns: (transfer full): its report
 */
CapDoc *
cap_report_audit_report_compose (CapReport *report)
{
  const CapRecord *audit = report->input->record;
  g_auto(CapAudit) self = cap_audit_begin (report, cap_record_get_code (audit));
  g_autoptr(GPtrArray) findings = cap_audit_list_findings (&self, audit);

  cap_doc_add_heading (self.doc, 1, cap_record_get_title (audit), NULL);
  cap_audit_add_audit_identity (&self, audit);
  cap_audit_add_typed_fact (&self, _("Met (functions)"), cap_record_get (audit, CAP_AUDIT_PARTICIPANTS));
  cap_audit_add_section (&self, _("Objectives, scope and criteria"));
  cap_audit_add_audit_scope (&self, audit);
  cap_audit_add_section (&self, _("Team"));
  cap_audit_add_team (&self, audit);
  add_conclusions (&self, audit, findings);
  cap_audit_add_section (&self, _("Findings"));
  cap_audit_add_findings (&self, findings);
  cap_audit_add_grades (&self, findings);
  cap_audit_add_section (&self, _("What was looked at"));
  cap_audit_add_checklist (&self, audit, TRUE);
  cap_audit_add_section (&self, _("Distribution"));
  add_typed (&self, audit, CAP_AUDIT_DISTRIBUTION, _("The distribution is not said yet."));
  cap_audit_add_signatures (&self, _("Lead auditor"), _("Structure audited"), NULL);
  add_sheets (&self, findings);

  return g_steal_pointer (&self.doc);
}
