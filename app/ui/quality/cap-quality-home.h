/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_QUALITY_HOME (cap_quality_home_get_type ())

G_DECLARE_FINAL_TYPE (CapQualityHome, cap_quality_home, CAP, QUALITY_HOME, AdwBin)

GtkWidget *cap_quality_home_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
