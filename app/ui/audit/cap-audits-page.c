/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-audits-page.h"

#include <glib/gi18n.h>

#include "ui/audit/cap-certificates-view.h"
#include "ui/audit/cap-committee-view.h"
#include "ui/audit/cap-programme-view.h"

struct _CapAuditsPage
{
  CapSectionsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CapAuditsPage, cap_audits_page, CAP_TYPE_SECTIONS_PAGE)

static const CapSection sections[] = {
  { "findings", N_("What audits find"), N_("Findings"), NULL, "emoji-flags-symbolic",
    { CAP_REGISTER_FINDING }, 1, NULL },
  { "audits", N_("Auditing"), N_("Audits"), NULL, "edit-find-symbolic", { CAP_REGISTER_AUDIT }, 1,
    NULL },
  { "programme", NULL, N_("Programme over three years"), NULL, "x-office-calendar-symbolic",
    { CAP_REGISTER_PROGRAMME }, 1, cap_programme_view_new },
  { "certificates", N_("Being certified"), N_("Certificates"), NULL, "application-certificate-symbolic",
    { CAP_REGISTER_CERTIFICATE }, 1, cap_certificates_view_new },
  { "committee", NULL, N_("Committee"), NULL, "system-users-symbolic", { CAP_REGISTER_COMMITTEE }, 1,
    cap_committee_view_new },
  { "sites", N_("The group"), N_("Sites"), NULL, "mark-location-symbolic", { CAP_REGISTER_SITE }, 1, NULL },
  { "samples", NULL, N_("Samples of sites"), NULL, "view-list-bullet-symbolic", { CAP_REGISTER_SAMPLE }, 1,
    NULL },
};

static const CapSectionTable table = { sections, G_N_ELEMENTS (sections), NULL };

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
