/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

#define CAP_TYPE_FRAMEWORK_OVERVIEW (cap_framework_overview_get_type ())

G_DECLARE_FINAL_TYPE (CapFrameworkOverview, cap_framework_overview, CAP, FRAMEWORK_OVERVIEW, GtkWidget)

GtkWidget *cap_framework_overview_new          (CapFramework         *framework,
                                                const char * const   *dossiers) G_GNUC_WARN_UNUSED_RESULT;

void       cap_framework_overview_show_changes (CapFrameworkOverview *self,
                                                const char           *summary);
void       cap_framework_overview_study        (CapFrameworkOverview *self);

G_END_DECLS
