/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-quality-sections.h"

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
#include "ui/quality/cap-reviews-view.h"
#include "ui/quality/cap-risks-view.h"

#define EVIDENCE CAP_QUALITY_SECTION_EVIDENCE

static const CapQualitySection sections[] = {
  { "readiness", N_("The audit"), N_("Ready for the audit?"), N_("What is missing, and by when"),
    "emblem-ok-symbolic", { CAP_REGISTER_NONE }, 0, cap_readiness_view_new },
  { "radiography", NULL, N_("Radiography"), N_("What is missing, late or does not hold together"),
    "system-search-symbolic", { CAP_REGISTER_SILENCE }, 1, cap_radiography_view_new },
  { "target", NULL, N_("Audit to prepare for"), NULL, "x-office-calendar-symbolic",
    { CAP_REGISTER_TARGET }, 1, NULL },
  { "matrix", N_("Requirements and evidence"), N_("Matrix of requirements"),
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

/* Returns: (array length=n_sections): the sections, in the order of the page */
const CapQualitySection *
cap_quality_sections_list (guint *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);

  return sections;
}

/* Returns: (nullable): the section of that name */
const CapQualitySection *
cap_quality_sections_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_strcmp0 (sections[i].name, name) == 0)
        return &sections[i];
    }

  return NULL;
}

/* Returns: (nullable): the section that shows the register */
const CapQualitySection *
cap_quality_sections_find_by_register (CapRegisterKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      for (guint j = 0; j < sections[i].n_registers; j++)
        {
          if (sections[i].registers[j] == kind)
            return &sections[i];
        }
    }

  return NULL;
}
