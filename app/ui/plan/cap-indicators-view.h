/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_INDICATORS_VIEW (cap_indicators_view_get_type ())

G_DECLARE_FINAL_TYPE (CapIndicatorsView, cap_indicators_view, CAP, INDICATORS_VIEW, GtkWidget)

GtkWidget *cap_indicators_view_new  (CapWorkspace      *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_indicators_view_show (CapIndicatorsView *self,
                                     const char        *id);

G_END_DECLS
