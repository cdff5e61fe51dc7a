/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

/* Part 5: what is around the structure, and what could happen. */

static void
add_issue (CapAudit        *self,
           const CapRecord *issue)
{
  g_autofree char *anchor = cap_audit_dup_record_anchor (issue);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (issue), NULL);
  cap_audit_add_double_cell (self, cap_record_get (issue, CAP_ISSUE_TITLE),
                             cap_record_get (issue, CAP_ISSUE_CONSEQUENCE));
  cap_audit_add_value_cell (self, issue, CAP_ISSUE_DOMAIN);
  cap_audit_add_value_cell (self, issue, CAP_ISSUE_EFFECT);
  cap_audit_add_dated_cell (self, cap_record_get (issue, CAP_ISSUE_WATCH),
                            cap_record_get (issue, CAP_ISSUE_SEEN));
}

/* Issues of one origin, under its name; those of which nobody said it come last. */
static void
add_issues_of (CapAudit   *self,
               const char *origin,
               const char *title)
{
  const GPtrArray *issues = cap_audit_get_register (self, CAP_REGISTER_ISSUE);
  gboolean named = FALSE;

  for (guint i = 0; i < issues->len; i++)
    {
      const CapRecord *issue = g_ptr_array_index (issues, i);

      if (g_strcmp0 (cap_record_get (issue, CAP_ISSUE_ORIGIN), origin) != 0)
        continue;

      if (!named)
        cap_doc_add_group (self->doc, title, NULL, NULL);
      named = TRUE;
      add_issue (self, issue);
    }
}

static void
add_issues (CapAudit *self)
{
  const CapDocColumn columns[] = {
    { _("Code"), 38, CAP_PDF_ALIGN_LEFT },
    { _("Issue"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Domain"), 64, CAP_PDF_ALIGN_LEFT },
    { _("Effect"), 70, CAP_PDF_ALIGN_LEFT },
    { _("How we watch it"), 122, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Internal and external issues"));
  if (cap_audit_get_register (self, CAP_REGISTER_ISSUE)->len == 0)
    {
      cap_audit_add_missing (self, _("No issue is recorded: clause 4.1 asks which ones count."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  add_issues_of (self, "internal", _("Internal issues"));
  add_issues_of (self, "external", _("External issues"));
  add_issues_of (self, NULL, _("Origin not said"));
}

static void
add_party (CapAudit        *self,
           const CapRecord *party)
{
  g_autofree char *anchor = cap_audit_dup_record_anchor (party);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (party), NULL);
  cap_audit_add_double_cell (self, cap_record_get (party, CAP_PARTY_NAME),
                             cap_record_get_choice (party, CAP_PARTY_CATEGORY));
  cap_audit_add_value_cell (self, party, CAP_PARTY_EXPECTATIONS);
  cap_audit_add_value_cell (self, party, CAP_PARTY_ANSWER);
  cap_audit_add_dated_cell (self, cap_record_get (party, CAP_PARTY_LISTENING),
                            cap_record_get (party, CAP_PARTY_HEARD));
}

static void
add_parties (CapAudit *self)
{
  const GPtrArray *parties = cap_audit_get_register (self, CAP_REGISTER_PARTY);
  const CapDocColumn columns[] = {
    { _("Code"), 38, CAP_PDF_ALIGN_LEFT },
    { _("Who"), 100, CAP_PDF_ALIGN_LEFT },
    { _("What they expect"), 0, CAP_PDF_ALIGN_LEFT },
    { _("What we do about it"), 0, CAP_PDF_ALIGN_LEFT },
    { _("How they are heard"), 94, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Interested parties"));
  if (parties->len == 0)
    {
      cap_audit_add_missing (self, _("No interested party is recorded: clause 4.2 asks who expects what."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < parties->len; i++)
    add_party (self, g_ptr_array_index (parties, i));
}

static void
add_rating_cell (CapAudit        *self,
                 const CapRecord *risk,
                 guint            likelihood,
                 guint            severity,
                 guint            rated)
{
  int first = cap_record_get_number (risk, likelihood);
  int second = cap_record_get_number (risk, severity);
  const char *date = cap_record_get (risk, rated);
  g_autofree char *text = NULL;

  if (first == CAP_NUMBER_UNSET || second == CAP_NUMBER_UNSET)
    {
      cap_doc_add_cell (self->doc, "–");
      return;
    }

  text = g_strdup_printf ("%d × %d = %d", first, second, first * second);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, text, CAP_DOC_STRONG, NULL);
  if (date != NULL)
    {
      g_autofree char *day = cap_report_dup_day (date);

      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, day, CAP_DOC_MUTED, NULL);
    }
}

static void
add_treatment_cell (CapAudit        *self,
                    const CapRecord *risk)
{
  const char *treatment = cap_record_get_choice (risk, CAP_RISK_TREATMENT);
  const char *measure = cap_record_get (risk, CAP_RISK_MEASURE);
  const char *owner = cap_record_get (risk, CAP_RISK_OWNER);

  cap_audit_add_double_cell (self, treatment != NULL ? treatment : "–", measure);
  if (owner != NULL)
    {
      g_autofree char *printed = cap_report_dup_typography (owner);

      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, printed, CAP_DOC_MUTED, NULL);
    }
}

static void
add_risk (CapAudit        *self,
          const CapRecord *risk)
{
  const char *cause = cap_record_get (risk, CAP_RISK_CAUSE);
  const char *consequence = cap_record_get (risk, CAP_RISK_CONSEQUENCE);
  g_autofree char *anchor = cap_audit_dup_record_anchor (risk);
  g_autofree char *grounds = g_strjoin (cause != NULL && consequence != NULL ? " → " : "",
                                        cause != NULL ? cause : "", consequence != NULL ? consequence : "",
                                        NULL);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, cap_record_get_code (risk), NULL);
  cap_audit_add_double_cell (self, cap_record_get (risk, CAP_RISK_TITLE), grounds);
  add_rating_cell (self, risk, CAP_RISK_LIKELIHOOD, CAP_RISK_SEVERITY, CAP_RISK_RATED);
  add_treatment_cell (self, risk);
  cap_doc_add_cell (self->doc, NULL);
  if (cap_audit_add_actions_of (self, CAP_ORIGIN_RISK, cap_record_get_code (risk)) == 0)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
  add_rating_cell (self, risk, CAP_RISK_LIKELIHOOD_AFTER, CAP_RISK_SEVERITY_AFTER, CAP_RISK_RATED_AFTER);
}

static void
add_risks_of (CapAudit   *self,
              const char *nature,
              const char *title)
{
  const GPtrArray *risks = cap_audit_get_register (self, CAP_REGISTER_RISK);
  gboolean named = FALSE;

  for (guint i = 0; i < risks->len; i++)
    {
      const CapRecord *risk = g_ptr_array_index (risks, i);

      if (!cap_record_is (risk, CAP_RISK_NATURE, nature))
        continue;

      if (!named)
        cap_doc_add_group (self->doc, title, NULL, NULL);
      named = TRUE;
      add_risk (self, risk);
    }
}

static void
add_risks (CapAudit *self)
{
  const CapDocColumn columns[] = {
    { _("Code"), 38, CAP_PDF_ALIGN_LEFT },
    { _("Risk or opportunity"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Rating"), 62, CAP_PDF_ALIGN_LEFT },
    { _("Treatment"), 138, CAP_PDF_ALIGN_LEFT },
    { _("Actions"), 48, CAP_PDF_ALIGN_LEFT },
    { _("After"), 62, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Risks and opportunities"));
  if (cap_audit_get_register (self, CAP_REGISTER_RISK)->len == 0)
    {
      cap_audit_add_missing (self, _("No risk and no opportunity is recorded: clause 6.1 asks for them."));
      return;
    }

  cap_audit_add_risk_figure (self);
  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("Rating: likelihood × severity, each from 1 to 4. After: rated again once treated. "
                      "Actions: their numbers in the plan."));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  add_risks_of (self, "risk", _("Risks"));
  add_risks_of (self, "opportunity", _("Opportunities"));
}

void
cap_audit_tell_context (CapAudit *self)
{
  cap_audit_add_title (self, CAP_DOSSIER_CONTEXT);
  add_issues (self);
  cap_audit_add_section (self, _("Climate change"));
  cap_audit_add_statement (self, "climate",
                           _("Climate change is not examined yet: clause 4.1 asks whether it is a relevant "
                             "issue, and “no” is an answer."));
  add_parties (self);
  add_risks (self);
}
