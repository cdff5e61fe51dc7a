/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_COMMITMENT_CHARTS (cap_commitment_charts_get_type ())

G_DECLARE_FINAL_TYPE (CapCommitmentCharts, cap_commitment_charts, CAP, COMMITMENT_CHARTS, GtkWidget)

GtkWidget *cap_commitment_charts_new (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
