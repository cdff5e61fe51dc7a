/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "quality/cap-exclusion-rules.h"

/* What is around the findings: the cover, the contents, who the structure is, what is in scope, who signs. */

static const char *
get_target (const CapAudit *self,
            guint           field)
{
  return self->target != NULL ? cap_record_get (self->target, field) : NULL;
}

static char *
dup_dates (const CapAudit *self)
{
  const char *first = get_target (self, CAP_TARGET_DATE);
  const char *last = get_target (self, CAP_TARGET_LAST_DAY);
  g_autofree char *from = first != NULL ? cap_date_format_long (first) : NULL;
  g_autofree char *to = last != NULL ? cap_date_format_long (last) : NULL;

  if (from == NULL)
    return NULL;
  if (to == NULL || g_strcmp0 (first, last) == 0)
    return g_steal_pointer (&from);

  /* Translators: the first and the last day of an audit */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/* The first line of what is in scope: the whole of it is in part 4. */
static char *
dup_scope (const CapAudit *self)
{
  g_autoptr(GPtrArray) statements = cap_audit_list_statements (self, "scope");
  const char *text;
  const char *end;

  if (statements->len == 0)
    return NULL;

  text = cap_record_get (g_ptr_array_index (statements, 0), CAP_STATEMENT_TEXT);
  end = text != NULL ? strchr (text, '\n') : NULL;

  return end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
}

static void
add_route_facts (CapAudit *self)
{
  const CapRoute *route = self->matrix != NULL ? self->matrix->route : NULL;
  const CapStandard *standard = self->matrix != NULL ? self->matrix->standard : NULL;
  g_autofree char *words = standard != NULL ? g_strdup_printf ("%s, %s", standard->title, standard->edition)
                                            : NULL;

  cap_audit_add_typed_fact (self, _("Route"), route != NULL ? route->label : NULL);
  cap_audit_add_typed_fact (self, _("Standard"), words);
}

static void
add_audit_facts (CapAudit *self)
{
  g_autofree char *dates = dup_dates (self);
  g_autofree char *scope = dup_scope (self);
  const char *kind = self->target != NULL ? cap_record_get_choice (self->target, CAP_TARGET_KIND) : NULL;

  cap_audit_add_typed_fact (self, _("Scope"), scope);
  cap_audit_add_typed_fact (self, _("Kind of audit"), kind != NULL ? kind
                            : _("No audit aimed at is in the dossier yet."));
  cap_audit_add_typed_fact (self, _("Dates of the audit"), dates);
  cap_audit_add_typed_fact (self, _("Certifier"), get_target (self, CAP_TARGET_CERTIFIER));
  cap_audit_add_typed_fact (self, _("File number"), get_target (self, CAP_TARGET_REFERENCE));
  cap_audit_add_typed_fact (self, _("Version of the file"), get_target (self, CAP_TARGET_VERSION));
  cap_audit_add_typed_fact (self, _("Given to"), get_target (self, CAP_TARGET_DISTRIBUTION));
}

void
cap_audit_tell_cover (CapAudit *self)
{
  const CapMember *member = self->dossier->member;
  const CapFramework *framework = self->report->framework;
  g_autofree char *kinds = cap_report_dup_kinds (framework, member);
  g_autofree char *siret = member->siret != NULL ? cap_siret_format (member->siret) : NULL;
  g_autofree char *words = g_strdup_printf ("%s, %s", framework->title, framework->version);
  g_autofree char *printed = cap_date_format_long (self->input->date);

  cap_doc_add_text (self->doc, CAP_DOC_COVER,
                    _("What the structure is, decides, measures and improves, with its evidence"));
  cap_audit_add_typed_fact (self, _("Agreements"), kinds);
  cap_audit_add_typed_fact (self, _("SIRET"), siret);
  cap_audit_add_typed_fact (self, _("Framework"), words);
  add_route_facts (self);
  add_audit_facts (self);
  cap_audit_add_typed_fact (self, _("Printed on"), printed);
}

static void
add_versions (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_TARGET_REFERENCE, NULL, 100 },
    { CAP_TARGET_VERSION, N_("Version"), 48 },
    { CAP_TARGET_KIND, NULL, 0 },
    { CAP_TARGET_DATE, NULL, 62 },
    { CAP_TARGET_WRITTEN_BY, N_("Written by"), 90 },
    { CAP_TARGET_APPROVED_BY, N_("Approved by"), 90 },
  };

  cap_audit_add_section (self, _("History of versions"));
  if (!cap_audit_add_register (self, CAP_REGISTER_TARGET, columns, G_N_ELEMENTS (columns)))
    cap_audit_add_missing (self, _("No version is recorded: it comes with the audit aimed at."));
}

void
cap_audit_tell_contents (CapAudit *self)
{
  cap_audit_add_title (self, CAP_DOSSIER_CONTENTS);
  cap_doc_add_contents (self->doc);
  self->slot = cap_doc_add_slot (self->doc);
  add_versions (self);
}

static void
add_number_fact (CapAudit   *self,
                 const char *label,
                 int         number)
{
  g_autofree char *text = number != CAP_NUMBER_UNKNOWN ? g_strdup_printf ("%d", number) : NULL;

  cap_doc_add_fact (self->doc, label, text);
}

static void
add_profile (CapAudit *self)
{
  const CapMember *member = self->dossier->member;
  g_autofree char *kinds = cap_report_dup_kinds (self->report->framework, member);
  g_autofree char *fte = member->fte_hundredths != CAP_NUMBER_UNKNOWN
                         ? cap_number_format_hundredths (member->fte_hundredths) : NULL;

  cap_audit_add_section (self, _("Profile"));
  cap_audit_add_typed_fact (self, _("Structure"), member->name);
  cap_audit_add_typed_fact (self, _("Agreements"), kinds);
  cap_doc_add_fact (self->doc, _("Region"), member->region != NULL ? cap_region_get_label (member->region)
                                                                  : NULL);
  cap_doc_add_fact (self->doc, _("Department"), member->department);
  add_number_fact (self, _("Permanent staff"), member->staff);
  add_number_fact (self, _("Participants, over a year"), member->participants);
  cap_doc_add_fact (self->doc, _("Full-time equivalents"), fte);
  add_number_fact (self, _("Sites"), member->sites);
  cap_doc_add_fact (self->doc, _("Placement at clients’"), member->secondment ? _("Yes") : _("No"));
}

/* A statement with who adopted it, when and how it was made known. */
static void
add_statement (CapAudit        *self,
               const CapRecord *statement)
{
  const char *date = cap_record_get (statement, CAP_STATEMENT_DATE);
  const char *review = cap_record_get (statement, CAP_STATEMENT_REVIEW);
  g_autofree char *adopted = date != NULL ? cap_date_format_long (date) : NULL;
  g_autofree char *again = review != NULL ? cap_date_format_long (review) : NULL;

  cap_audit_add_typed (self, CAP_DOC_PARAGRAPH, cap_record_get (statement, CAP_STATEMENT_TEXT));
  cap_audit_add_typed_fact (self, _("Conclusion"), cap_record_get_choice (statement, CAP_STATEMENT_OUTCOME));
  cap_audit_add_typed_fact (self, _("Adopted by"), cap_record_get (statement, CAP_STATEMENT_ADOPTED_BY));
  cap_doc_add_fact (self->doc, _("Adopted on"), adopted);
  cap_audit_add_typed_fact (self, _("How it was made known"), cap_record_get (statement, CAP_STATEMENT_TOLD));
  cap_doc_add_fact (self->doc, _("To be looked at again on"), again);
}

/* The one in force; the others, which it replaced, by their date only. */
void
cap_audit_add_statement (CapAudit   *self,
                         const char *kind,
                         const char *missing)
{
  g_autoptr(GPtrArray) statements = cap_audit_list_statements (self, kind);

  if (statements->len == 0)
    {
      cap_audit_add_missing (self, missing);
      return;
    }

  add_statement (self, g_ptr_array_index (statements, 0));
  for (guint i = 1; i < statements->len; i++)
    {
      const char *date = cap_record_get (g_ptr_array_index (statements, i), CAP_STATEMENT_DATE);
      g_autofree char *day = date != NULL ? cap_date_format_long (date) : g_strdup ("–");
      /* Translators: a day */
      g_autofree char *text = g_strdup_printf (_("It replaces the one adopted on %s."), day);

      cap_doc_add_text (self->doc, CAP_DOC_NOTE, text);
    }
}

void
cap_audit_tell_presentation (CapAudit *self)
{
  cap_audit_add_title (self, CAP_DOSSIER_PRESENTATION);
  cap_audit_add_section (self, _("Activities"));
  cap_audit_add_statement (self, "presentation",
                           _("The structure has not written its presentation yet: see the statements."));
  add_profile (self);
}

static void
add_exclusion (CapAudit        *self,
               const CapRecord *exclusion)
{
  const char *number = cap_record_get_code (exclusion);
  const CapStandard *standard = self->matrix != NULL ? self->matrix->standard : NULL;
  const CapRequirement *requirement = standard != NULL ? cap_standard_find_requirement (standard, number)
                                                       : NULL;
  g_autofree char *fault = standard != NULL ? cap_exclusion_dup_fault (exclusion, standard) : NULL;
  g_autofree char *anchor = cap_audit_dup_record_anchor (exclusion);
  g_autofree char *clause = cap_audit_dup_anchor ("clause", number);

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, number, clause);
  cap_doc_add_cell (self->doc, requirement != NULL ? cap_requirement_get_title (requirement) : "–");
  cap_audit_add_typed_cell (self, cap_record_get (exclusion, CAP_EXCLUSION_REASON));
  if (fault != NULL)
    {
      cap_doc_add_run (self->doc, "\n▲ ", CAP_DOC_STRONG, NULL);
      cap_doc_add_run (self->doc, fault, CAP_DOC_STRONG, NULL);
    }
  cap_audit_add_typed_cell (self, cap_record_get (exclusion, CAP_EXCLUSION_DECIDED_BY));
  cap_audit_add_day_cell (self, cap_record_get (exclusion, CAP_EXCLUSION_DATE));
}

static void
add_exclusions (CapAudit *self)
{
  const GPtrArray *exclusions = cap_audit_get_register (self, CAP_REGISTER_EXCLUSION);
  const CapDocColumn columns[] = {
    { _("Clause"), 42, CAP_PDF_ALIGN_LEFT },
    { _("What it is about"), 104, CAP_PDF_ALIGN_LEFT },
    { _("Why it does not apply"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Decided by"), 76, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 62, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Requirements that do not apply"));
  if (exclusions->len == 0)
    {
      cap_doc_add_text (self->doc, CAP_DOC_PARAGRAPH,
                        _("All the requirements apply: none is left out."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < exclusions->len; i++)
    add_exclusion (self, g_ptr_array_index (exclusions, i));
}

void
cap_audit_tell_scope (CapAudit *self)
{
  cap_audit_add_title (self, CAP_DOSSIER_SCOPE);
  cap_audit_add_section (self, _("Scope"));
  cap_audit_add_statement (self, "scope", _("The scope is not written yet: see the statements."));
  add_exclusions (self);
}

static void
add_visa (CapAudit   *self,
          const char *label,
          guint       field)
{
  cap_doc_begin_row (self->doc, NULL);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, label, CAP_DOC_STRONG, NULL);
  cap_audit_add_typed_cell (self, get_target (self, field));
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_cell (self->doc, "\u00A0\n\u00A0\n\u00A0");
}

static void
add_signature (CapAudit   *self,
               const char *label)
{
  cap_doc_begin_row (self->doc, NULL);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, label, CAP_DOC_STRONG, NULL);
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_cell (self->doc, "\u00A0\n\u00A0\n\u00A0");
}

/**
 * cap_audit_add_signatures:
 * @third: (nullable): who else signs
 */
void
cap_audit_add_signatures (CapAudit   *self,
                          const char *first,
                          const char *second,
                          const char *third)
{
  const CapDocColumn columns[] = {
    { _("Function"), 170, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 100, CAP_PDF_ALIGN_LEFT },
    { _("Name and signature"), 0, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Signatures"));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  add_signature (self, first);
  add_signature (self, second);
  if (third != NULL)
    add_signature (self, third);
}

/* Names and signatures are for the hand: the file holds functions only. */
void
cap_audit_tell_visas (CapAudit *self)
{
  const CapDocColumn columns[] = {
    { "", 78, CAP_PDF_ALIGN_LEFT },
    { _("Function"), 150, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 86, CAP_PDF_ALIGN_LEFT },
    { _("Name and signature"), 0, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_title (self, CAP_DOSSIER_VISAS);
  if (self->target == NULL)
    cap_audit_add_missing (self, _("Who writes, checks and approves is not said yet: it comes with the audit "
                                   "aimed at."));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  add_visa (self, _("Written by"), CAP_TARGET_WRITTEN_BY);
  add_visa (self, _("Checked by"), CAP_TARGET_CHECKED_BY);
  add_visa (self, _("Approved by"), CAP_TARGET_APPROVED_BY);
  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("This document says what the structure found about itself. It is no certificate and "
                      "replaces no audit. It holds functions and codes, no name of a person."));
  if (self->report->framework->notice != NULL && self->report->framework->notice[0] != '\0')
    cap_doc_add_text (self->doc, CAP_DOC_NOTE, self->report->framework->notice);
}
