/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

/* Part 10: the programme of the audits, those that were held, what they found. */

static void
add_programme (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_PROGRAMME_CODE, NULL, 42 },
    { CAP_PROGRAMME_PLANNED, NULL, 62 },
    { CAP_PROGRAMME_KIND, NULL, 66 },
    { CAP_PROGRAMME_PROCESSES, NULL, 0 },
    { CAP_PROGRAMME_SITES, NULL, 52 },
    { CAP_PROGRAMME_REQUIREMENTS, NULL, 0 },
    { CAP_PROGRAMME_AUDITOR, NULL, 0 },
    { CAP_PROGRAMME_AUDIT, N_("Audit"), 42 },
  };

  cap_audit_add_section (self, _("Programme"));
  if (!cap_audit_add_register (self, CAP_REGISTER_PROGRAMME, columns, G_N_ELEMENTS (columns)))
    cap_audit_add_missing (self, _("No audit is planned in the dossier."));
}

static void
add_audits (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_AUDIT_CODE, NULL, 42 },
    { CAP_AUDIT_TITLE, NULL, 0 },
    { CAP_AUDIT_KIND, NULL, 84 },
    { CAP_AUDIT_ORGANISATION, NULL, 0 },
    { CAP_AUDIT_DATE, NULL, 62 },
    { CAP_AUDIT_SITES, NULL, 52 },
    { CAP_AUDIT_REPORTED, NULL, 66 },
  };

  cap_audit_add_section (self, _("Audits"));
  if (!cap_audit_add_register (self, CAP_REGISTER_AUDIT, columns, G_N_ELEMENTS (columns)))
    cap_audit_add_missing (self, _("No audit is recorded in the dossier: reports from elsewhere are "
                                   "joined as evidence."));
}

static void
add_certificates (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_CERTIFICATE_CODE, NULL, 42 },
    { CAP_CERTIFICATE_NUMBER, NULL, 110 },
    { CAP_CERTIFICATE_CERTIFIER, NULL, 0 },
    { CAP_CERTIFICATE_DECISION, NULL, 90 },
    { CAP_CERTIFICATE_SITES, NULL, 80 },
  };

  if (cap_audit_get_register (self, CAP_REGISTER_CERTIFICATE)->len == 0)
    return;

  cap_audit_add_section (self, _("Certificates"));
  cap_audit_add_register (self, CAP_REGISTER_CERTIFICATE, columns, G_N_ELEMENTS (columns));
}

void
cap_audit_tell_audits (CapAudit *self)
{
  g_autoptr(GPtrArray) findings = cap_audit_list_findings (self, NULL);

  cap_audit_add_title (self, CAP_DOSSIER_AUDITS);
  add_programme (self);
  add_audits (self);
  cap_audit_add_section (self, _("Findings"));
  cap_audit_add_findings (self, findings);
  cap_audit_add_grades (self, findings);
  add_certificates (self);
}
