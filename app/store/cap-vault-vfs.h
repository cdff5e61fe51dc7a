/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "base/cap-vault-key.h"

G_BEGIN_DECLS

/* How SQLite reaches files: those that are encrypted through their keys, the others as always. A file that is
 * there says by its head which it is; its key must be held by somebody, otherwise it does not open
 * (`SQLITE_AUTH`). A new file is encrypted when its name says with what: see cap_vault_vfs_dup_name(). What
 * SQLite puts beside a file is as the file. */

/* The name to open databases with. */
const char  *cap_vault_vfs_get_name (void);
char        *cap_vault_vfs_dup_name (const char   *path,
                                     CapVaultKey  *key) G_GNUC_WARN_UNUSED_RESULT;
CapVaultKey *cap_vault_vfs_get_key  (sqlite3_file *file);

G_END_DECLS
