/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Secrets in memory, and keys that come from the passphrase of a person. */

#define CAP_SECRET_ERROR (cap_secret_error_quark ())

/**
 * CapSecretError:
 * @CAP_SECRET_ERROR_FAILED: the machine cannot: not enough memory
 * @CAP_SECRET_ERROR_PASSPHRASE: this is not the passphrase
 * @CAP_SECRET_ERROR_WEAK: the passphrase that is chosen is too easy to find
 * @CAP_SECRET_ERROR_DAMAGED: what was kept of the key is not a key
 *
 * Messages are sentences for the user, in the user’s language.
 */
typedef enum
{
  CAP_SECRET_ERROR_FAILED,
  CAP_SECRET_ERROR_PASSPHRASE,
  CAP_SECRET_ERROR_WEAK,
  CAP_SECRET_ERROR_DAMAGED,
} CapSecretError;

#define CAP_SECRET_KEY_SIZE     32 /* bytes */
#define CAP_SECRET_SALT_SIZE    16 /* bytes */
#define CAP_SECRET_MIN_LENGTH   12 /* characters of a passphrase */

GQuark   cap_secret_error_quark  (void);

/* Guarded memory, of zeros, that does not go to the disk: for cap_secret_wipe(). */
gpointer cap_secret_new          (gsize         size,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void     cap_secret_wipe         (gpointer      secret);
/* Leaves nothing of what was there, in memory of any kind. */
void     cap_secret_clear        (gpointer      memory,
                                  gsize         size);
/* Leaves nothing of a text in memory, then frees it. */
void     cap_secret_free         (char         *text);

gboolean cap_secret_derive       (const char   *passphrase,
                                  const guint8 *salt,
                                  guint8       *key,
                                  GError      **error);
gboolean cap_secret_check_choice (const char   *passphrase,
                                  GError      **error);

G_END_DECLS
