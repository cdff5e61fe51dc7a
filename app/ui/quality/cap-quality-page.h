/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/records/cap-sections-page.h"

G_BEGIN_DECLS

/* The quality process. */
#define CAP_TYPE_QUALITY_PAGE (cap_quality_page_get_type ())

G_DECLARE_FINAL_TYPE (CapQualityPage, cap_quality_page, CAP, QUALITY_PAGE, CapSectionsPage)

GtkWidget *cap_quality_page_new  (CapWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_quality_page_open (CapQualityPage *self,
                                  CapAddressKind  kind,
                                  const char     *target);

G_END_DECLS
