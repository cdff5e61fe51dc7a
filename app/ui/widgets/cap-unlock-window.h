/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "base/cap-vault-key.h"

G_BEGIN_DECLS

#define CAP_TYPE_UNLOCK_WINDOW (cap_unlock_window_get_type ())

G_DECLARE_FINAL_TYPE (CapUnlockWindow, cap_unlock_window, CAP, UNLOCK_WINDOW, AdwWindow)

void         cap_unlock_window_ask_async  (GtkWindow            *parent,
                                           const char           *path,
                                           const char           *what,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     cap_unlock_window_ask_finish (GAsyncResult         *result,
                                           CapVaultKey         **key,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* What goes on once the dossier can be opened. */
typedef void (*CapUnlockedFunc) (gpointer window);

void         cap_unlock_window_hold       (GtkWindow            *window,
                                           const char           *path,
                                           CapVaultKey         **key,
                                           CapUnlockedFunc       func);

G_END_DECLS
