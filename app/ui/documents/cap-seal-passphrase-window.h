/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapSealPassphraseWindow:
 *
 * Changes the passphrase of the structure’s key. Signal "changed": it is, and the window is closed.
 */
#define CAP_TYPE_SEAL_PASSPHRASE_WINDOW (cap_seal_passphrase_window_get_type ())

G_DECLARE_FINAL_TYPE (CapSealPassphraseWindow, cap_seal_passphrase_window, CAP, SEAL_PASSPHRASE_WINDOW,
                      AdwWindow)

GtkWidget *cap_seal_passphrase_window_new (GtkWindow    *parent,
                                           CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
