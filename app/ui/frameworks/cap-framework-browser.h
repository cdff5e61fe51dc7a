/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_FRAMEWORK_BROWSER (cap_framework_browser_get_type ())

G_DECLARE_FINAL_TYPE (CapFrameworkBrowser, cap_framework_browser, CAP, FRAMEWORK_BROWSER, GtkWidget)

GtkWidget *cap_framework_browser_new    (CapFramework        *framework) G_GNUC_WARN_UNUSED_RESULT;

void       cap_framework_browser_search (CapFrameworkBrowser *self,
                                         const char          *words);

G_END_DECLS
