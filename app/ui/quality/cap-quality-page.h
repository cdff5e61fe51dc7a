/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-address.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_QUALITY_PAGE (cap_quality_page_get_type ())

G_DECLARE_FINAL_TYPE (CapQualityPage, cap_quality_page, CAP, QUALITY_PAGE, GtkWidget)

GtkWidget *cap_quality_page_new  (CapWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_quality_page_open (CapQualityPage *self,
                                  CapAddressKind  kind,
                                  const char     *target);

G_END_DECLS
