/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-secret.h"

G_BEGIN_DECLS

/**
 * CapVaultKey:
 *
 * What a dossier is encrypted with: a key that was drawn at random, and the
 * envelope that holds it for whoever knows the passphrase. A key has one
 * envelope: another passphrase is another key, whose envelope holds the ones
 * before too, so that older copies can still be read.
 *
 * Counted, and the same in all threads. As long as somebody holds a key, it is
 * found by its id: what knows it needs no passphrase. It is in memory that is
 * locked and wiped.
 */
typedef struct _CapVaultKey CapVaultKey;

#define CAP_VAULT_ID_SIZE        16 /* bytes: tells keys apart, and tells nothing of them */
#define CAP_VAULT_SALT_SIZE      32 /* bytes: of one file */
#define CAP_VAULT_ENVELOPE_SIZE 417 /* bytes */

CapVaultKey  *cap_vault_key_new           (const char        *passphrase,
                                           CapVaultKey       *previous,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CapVaultKey  *cap_vault_key_new_apart     (CapVaultKey       *other,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CapVaultKey  *cap_vault_key_unlock        (const guint8      *envelope,
                                           const char        *passphrase,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CapVaultKey  *cap_vault_key_find          (const guint8      *id) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type CapVaultKey): those before it, the latest first */
GPtrArray    *cap_vault_key_list_previous (CapVaultKey       *self) G_GNUC_WARN_UNUSED_RESULT;
CapVaultKey  *cap_vault_key_ref           (CapVaultKey       *self);
void          cap_vault_key_unref         (CapVaultKey       *self);

/* Of CAP_VAULT_ID_SIZE bytes; of an envelope, as it says itself. */
const guint8 *cap_vault_key_get_id        (const CapVaultKey *self);
const guint8 *cap_vault_envelope_get_id   (const guint8      *envelope);
gboolean      cap_vault_key_take_envelope (CapVaultKey       *self,
                                           const guint8      *envelope);
gboolean      cap_vault_key_copy_envelope (CapVaultKey       *self,
                                           guint8            *envelope);
void          cap_vault_key_derive        (const CapVaultKey *self,
                                           const guint8      *salt,
                                           guint8            *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapVaultKey, cap_vault_key_unref)

G_END_DECLS
