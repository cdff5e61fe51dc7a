/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

#define CAP_TYPE_FRAMEWORK_PAGE (cap_framework_page_get_type ())

G_DECLARE_FINAL_TYPE (CapFrameworkPage, cap_framework_page, CAP, FRAMEWORK_PAGE, GtkWidget)

GtkWidget    *cap_framework_page_new           (CapFramework       *framework,
                                                const GPtrArray    *entries,
                                                const char * const *dossiers) G_GNUC_WARN_UNUSED_RESULT;

CapFramework *cap_framework_page_get_framework (CapFrameworkPage   *self);
void          cap_framework_page_study         (CapFrameworkPage   *self);

G_END_DECLS
