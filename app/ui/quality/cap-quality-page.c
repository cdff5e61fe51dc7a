/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-quality-page.h"

#include <glib/gi18n.h>

#include "ui/quality/cap-commitments-view.h"
#include "ui/quality/cap-evidence-view.h"
#include "ui/quality/cap-keep-view.h"
#include "ui/quality/cap-listening-view.h"
#include "ui/quality/cap-matrix-view.h"
#include "ui/quality/cap-policy-view.h"
#include "ui/quality/cap-process-map-view.h"
#include "ui/quality/cap-radiography-view.h"
#include "ui/quality/cap-readiness-view.h"
#include "ui/quality/cap-review-page.h"
#include "ui/quality/cap-reviews-view.h"
#include "ui/quality/cap-risks-view.h"

#define EVIDENCE "evidence"
#define MATRIX   "matrix"

struct _CapQualityPage
{
  CapSectionsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CapQualityPage, cap_quality_page, CAP_TYPE_SECTIONS_PAGE)

static const CapSection sections[] = {
  { "readiness", N_("The audit"), N_("Ready for the audit?"), N_("What is missing, and by when"),
    "emblem-ok-symbolic", { CAP_REGISTER_NONE }, 0, cap_readiness_view_new },
  { "radiography", NULL, N_("Radiography"), N_("What is missing, late or does not hold together"),
    "system-search-symbolic", { CAP_REGISTER_SILENCE }, 1, cap_radiography_view_new },
  { "target", NULL, N_("Audit to prepare for"), NULL, "x-office-calendar-symbolic",
    { CAP_REGISTER_TARGET }, 1, NULL },
  { MATRIX, N_("Requirements and evidence"), N_("Matrix of requirements"),
    N_("What the standard expects, and what answers it"), "view-continuous-symbolic",
    { CAP_REGISTER_NONE }, 0, cap_matrix_view_new },
  { EVIDENCE, NULL, N_("Evidence"),
    N_("Files and references, and where they serve"), "mail-attachment-symbolic",
    { CAP_REGISTER_NONE }, 0, cap_evidence_view_new },
  { "keep", NULL, N_("What is to be kept"),
    N_("The documents and records that the standard asks for"), "document-save-symbolic",
    { CAP_REGISTER_NONE }, 0, cap_keep_view_new },
  { "documents", NULL, N_("Documents"), NULL, "x-office-document-symbolic",
    { CAP_REGISTER_DOCUMENT }, 1, NULL },
  { "policy", N_("Leadership"), N_("Policy and scope"), NULL, "starred-symbolic",
    { CAP_REGISTER_STATEMENT, CAP_REGISTER_EXCLUSION }, 2, cap_policy_view_new },
  { "goals", NULL, N_("Objectives"), NULL, "object-select-symbolic",
    { CAP_REGISTER_GOAL }, 1, NULL },
  { "reviews", NULL, N_("Management reviews"), NULL, "view-paged-symbolic",
    { CAP_REGISTER_MANAGEMENT_REVIEW }, 1, cap_reviews_view_new },
  { "days", NULL, N_("CAP days"), NULL, "x-office-calendar-symbolic", { CAP_REGISTER_CAMPAIGN }, 1 },
  { "issues", N_("Context"), N_("Issues"), NULL, "weather-few-clouds-symbolic",
    { CAP_REGISTER_ISSUE }, 1, NULL },
  { "parties", NULL, N_("Interested parties"), NULL, "system-users-symbolic",
    { CAP_REGISTER_PARTY }, 1, NULL },
  { "risks", NULL, N_("Risks and opportunities"), NULL, "dialog-warning-symbolic",
    { CAP_REGISTER_RISK }, 1, cap_risks_view_new },
  { "processes", N_("How it works"), N_("Processes"), NULL, "view-grid-symbolic",
    { CAP_REGISTER_PROCESS }, 1, cap_process_map_view_new },
  { "skills", NULL, N_("Skills"), NULL, "emblem-default-symbolic",
    { CAP_REGISTER_SKILL }, 1, NULL },
  { "suppliers", NULL, N_("Suppliers"), NULL, "emblem-shared-symbolic",
    { CAP_REGISTER_SUPPLIER }, 1, NULL },
  { "commitments", N_("Those we work for"), N_("Reciprocal commitments"), NULL, "avatar-default-symbolic",
    { CAP_REGISTER_COMMITMENT }, 1, cap_commitments_view_new },
  { "listening", NULL, N_("Surveys and complaints"), NULL, "user-available-symbolic",
    { CAP_REGISTER_SURVEY, CAP_REGISTER_COMPLAINT }, 2, cap_listening_view_new },
};

/* A management review has a page of its own. */
static GtkWidget *
create_record (CapWorkspace    *workspace,
               CapRegisterKind  kind)
{
  return kind == CAP_REGISTER_MANAGEMENT_REVIEW ? cap_review_page_new (workspace) : NULL;
}

static const CapSectionTable table = { sections, G_N_ELEMENTS (sections), create_record };

static void
cap_quality_page_class_init (CapQualityPageClass *klass)
{
}

static void
cap_quality_page_init (CapQualityPage *self)
{
}

/**
 * cap_quality_page_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_quality_page_new (CapWorkspace *workspace)
{
  CapQualityPage *self = g_object_new (CAP_TYPE_QUALITY_PAGE, NULL);

  cap_sections_page_set_up (CAP_SECTIONS_PAGE (self), workspace, &table);

  return GTK_WIDGET (self);
}

/**
 * cap_quality_page_open:
 * @kind: of an address
 * @target: what it is the address of
 *
 * Opens a place of the quality process; an address of elsewhere, or of what is
 * there no more, changes nothing.
 */
void
cap_quality_page_open (CapQualityPage *self,
                       CapAddressKind  kind,
                       const char     *target)
{
  CapSectionsPage *page = CAP_SECTIONS_PAGE (self);

  g_return_if_fail (CAP_IS_QUALITY_PAGE (self) && target != NULL);

  if (kind == CAP_ADDRESS_EVIDENCE)
    cap_evidence_view_show (CAP_EVIDENCE_VIEW (cap_sections_page_open_section (page, EVIDENCE)), target);
  else if (kind == CAP_ADDRESS_REQUIREMENT)
    cap_matrix_view_show (CAP_MATRIX_VIEW (cap_sections_page_open_section (page, MATRIX)), target);
  else
    cap_sections_page_open (page, kind, target);
}
