/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "base/cap-vault-key.h"
#include "store/cap-store-error.h"

G_BEGIN_DECLS

/* Files that may be encrypted, read without SQLite. */

gboolean     cap_vault_file_is_locked  (const char    *path);
CapVaultKey *cap_vault_file_unlock     (const char    *path,
                                        const char    *passphrase,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     cap_vault_file_read_start (int            fd,
                                        gint64        *size,
                                        guint8        *start,
                                        gssize        *length,
                                        GError       **error);
gboolean     cap_vault_file_decrypt    (guint8        *data,
                                        gsize         *size,
                                        CapVaultKey  **key,
                                        GError       **error);

G_END_DECLS
