/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/cap-sections-page.h"

G_BEGIN_DECLS

/* Audits and what they find, certificates, the group. */
#define CAP_TYPE_AUDITS_PAGE (cap_audits_page_get_type ())

G_DECLARE_FINAL_TYPE (CapAuditsPage, cap_audits_page, CAP, AUDITS_PAGE, CapSectionsPage)

GtkWidget *cap_audits_page_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
