/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapSealKey:
 *
 * The private key of a structure, unlocked: what signs (Ed25519). It is in
 * memory that is locked and wiped; it is kept on a disk only as cap_seal_key_lock() gives it.
 */
typedef struct _CapSealKey CapSealKey;

#define CAP_SEAL_KEY_ERROR (cap_seal_key_error_quark ())

/**
 * CapSealKeyError:
 * @CAP_SEAL_KEY_ERROR_FAILED: the machine cannot: not enough memory
 * @CAP_SEAL_KEY_ERROR_PASSPHRASE: this is not the passphrase of the key
 * @CAP_SEAL_KEY_ERROR_WEAK: the passphrase that is chosen is too short
 * @CAP_SEAL_KEY_ERROR_DAMAGED: what was kept of the key is not a key
 *
 * Messages are sentences for the user, in the user’s language.
 */
typedef enum
{
  CAP_SEAL_KEY_ERROR_FAILED,
  CAP_SEAL_KEY_ERROR_PASSPHRASE,
  CAP_SEAL_KEY_ERROR_WEAK,
  CAP_SEAL_KEY_ERROR_DAMAGED,
} CapSealKeyError;

#define CAP_SEAL_PUBLIC_SIZE     32 /* bytes of a public key */
#define CAP_SEAL_SIGNATURE_SIZE  64 /* bytes of a signature */
#define CAP_SEAL_LOCKED_SIZE     89 /* bytes of a locked key */
#define CAP_SEAL_MIN_PASSPHRASE  12 /* characters */

GQuark      cap_seal_key_error_quark     (void);

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

/* Whether a passphrase that is chosen is long enough. */
gboolean    cap_seal_key_check_choice    (const char       *passphrase,
                                          GError          **error);
/* Leaves nothing of a secret in memory, then frees it. */
void        cap_secret_free              (char             *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSealKey, cap_seal_key_free)

G_END_DECLS
