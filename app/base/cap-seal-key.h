/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-secret.h"

G_BEGIN_DECLS

/**
 * CapSealKey:
 *
 * The private key of a structure, unlocked: what signs (Ed25519). It is in
 * memory that is locked and wiped; it is kept on a disk only as cap_seal_key_lock() gives it.
 */
typedef struct _CapSealKey CapSealKey;

#define CAP_SEAL_PUBLIC_SIZE     32 /* bytes of a public key */
#define CAP_SEAL_SIGNATURE_SIZE  64 /* bytes of a signature */
#define CAP_SEAL_LOCKED_SIZE     89 /* bytes of a locked key */

CapSealKey *cap_seal_key_new             (GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void        cap_seal_key_free            (CapSealKey       *self);
/* Returns: (transfer full): CAP_SEAL_PUBLIC_SIZE bytes, for everyone */
GBytes     *cap_seal_key_dup_public      (const CapSealKey *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *cap_seal_key_sign            (const CapSealKey *self,
                                          const char       *text) G_GNUC_WARN_UNUSED_RESULT;

/* To keep it, and to have it again. Both take a good half second, on purpose. */
GBytes     *cap_seal_key_lock            (const CapSealKey *self,
                                          const char       *passphrase,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
CapSealKey *cap_seal_key_unlock          (GBytes           *locked,
                                          GBytes           *public_key,
                                          const char       *passphrase,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* With the public key alone. */
gboolean    cap_seal_key_verify          (GBytes           *public_key,
                                          const char       *text,
                                          GBytes           *signature);
char       *cap_seal_key_dup_fingerprint (GBytes           *public_key) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSealKey, cap_seal_key_free)

G_END_DECLS
