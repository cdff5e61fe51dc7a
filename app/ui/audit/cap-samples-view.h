/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_SAMPLES_VIEW (cap_samples_view_get_type ())

G_DECLARE_FINAL_TYPE (CapSamplesView, cap_samples_view, CAP, SAMPLES_VIEW, GtkWidget)

GtkWidget *cap_samples_view_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
