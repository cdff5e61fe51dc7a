/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "base/cap-vault-key.h"
#include "store/cap-store-error.h"

G_BEGIN_DECLS

/* Files that may be encrypted, read without SQLite. */

/**
 * CapVaultReader:
 *
 * Reads what a file says from its beginning to its end: the bytes of one that is in clear, what the blocks of
 * an encrypted one hold. What SQLite puts beside an encrypted file is read with the key of that file.
 */
typedef struct _CapVaultReader CapVaultReader;

gboolean     cap_vault_file_is_locked  (const char    *path);
gboolean     cap_vault_file_is_clear   (const char    *path);
gboolean     cap_vault_file_is_whole   (const char    *path);
gboolean     cap_vault_file_is_before  (const char    *path,
                                        CapVaultKey   *key);
gboolean     cap_vault_file_is_of      (const char    *path,
                                        CapVaultKey   *key);
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

CapVaultReader *cap_vault_reader_open  (const char      *path,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gssize          cap_vault_reader_read  (CapVaultReader  *self,
                                        guint8          *bytes,
                                        gsize            size,
                                        GError         **error);
void            cap_vault_reader_close (CapVaultReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapVaultReader, cap_vault_reader_close)

G_END_DECLS
