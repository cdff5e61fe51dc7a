/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_CAMPAIGN_WINDOW (cap_campaign_window_get_type ())

G_DECLARE_FINAL_TYPE (CapCampaignWindow, cap_campaign_window, CAP, CAMPAIGN_WINDOW, AdwWindow)

GtkWidget *cap_campaign_window_new (CapWorkspace *workspace,
                                    GtkWindow    *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
