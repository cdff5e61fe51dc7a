/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_VAULT_WINDOW (cap_vault_window_get_type ())

G_DECLARE_FINAL_TYPE (CapVaultWindow, cap_vault_window, CAP, VAULT_WINDOW, AdwWindow)

GtkWidget *cap_vault_window_new (GtkWindow    *parent,
                                 CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
