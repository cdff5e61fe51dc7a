/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-audits-page.h"

#include <glib/gi18n.h>

#include "ui/audit/cap-audit-page.h"
#include "ui/audit/cap-audit-summaries.h"
#include "ui/audit/cap-certificates-view.h"
#include "ui/audit/cap-committee-view.h"
#include "ui/audit/cap-finding-page.h"
#include "ui/audit/cap-findings-view.h"
#include "ui/audit/cap-programme-view.h"
#include "ui/audit/cap-samples-view.h"
#include "ui/audit/cap-sites-view.h"

struct _CapAuditsPage
{
  CapSectionsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CapAuditsPage, cap_audits_page, CAP_TYPE_SECTIONS_PAGE)

static const CapSection sections[] = {
  { "findings", N_("What audits find"), N_("Findings"), NULL, "emoji-flags-symbolic",
    { CAP_REGISTER_FINDING }, 1, cap_findings_view_new,
    cap_audit_summaries_dup_findings },
  { "audits", N_("Auditing"), N_("Audits, held and to come"), NULL, "edit-find-symbolic",
    { CAP_REGISTER_AUDIT }, 1, NULL, cap_audit_summaries_dup_audits },
  { "programme", NULL, N_("Programme over three years"), NULL, "x-office-calendar-symbolic",
    { CAP_REGISTER_PROGRAMME }, 1, cap_programme_view_new,
    cap_audit_summaries_dup_programme },
  { "certificates", N_("Being certified"), N_("Certificates"), NULL, "application-certificate-symbolic",
    { CAP_REGISTER_CERTIFICATE }, 1, cap_certificates_view_new,
    cap_audit_summaries_dup_certificates },
  { "committee", NULL, N_("Committee"), NULL, "system-users-symbolic", { CAP_REGISTER_COMMITTEE }, 1,
    cap_committee_view_new, cap_audit_summaries_dup_committee },
  { "sites", N_("The group"), N_("Sites"), NULL, "mark-location-symbolic", { CAP_REGISTER_SITE }, 1,
    cap_sites_view_new, cap_audit_summaries_dup_sites },
  { "samples", NULL, N_("Samples of sites"), NULL, "view-list-bullet-symbolic", { CAP_REGISTER_SAMPLE }, 1,
    cap_samples_view_new, cap_audit_summaries_dup_samples },
};

/* Those that have a page of their own. */
static GtkWidget *
create_record (CapWorkspace    *workspace,
               CapRegisterKind  kind)
{
  if (kind == CAP_REGISTER_AUDIT)
    return cap_audit_page_new (workspace);

  return kind == CAP_REGISTER_FINDING ? cap_finding_page_new (workspace) : NULL;
}

static const CapSectionTable table = { sections, G_N_ELEMENTS (sections), create_record };

static void
cap_audits_page_class_init (CapAuditsPageClass *klass)
{
}

static void
cap_audits_page_init (CapAuditsPage *self)
{
}

/**
 * cap_audits_page_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_audits_page_new (CapWorkspace *workspace)
{
  CapAuditsPage *self = g_object_new (CAP_TYPE_AUDITS_PAGE, NULL);

  cap_sections_page_set_up (CAP_SECTIONS_PAGE (self), workspace, &table);

  return GTK_WIDGET (self);
}
