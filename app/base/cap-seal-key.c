/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-seal-key.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "base/cap-short-code.h"

/* A locked key: the version of this form, the salt of the passphrase, the nonce, the seed in its box. */
#define VERSION          1
#define SALT_AT          1
#define NONCE_AT         (SALT_AT + CAP_SECRET_SALT_SIZE)
#define BOX_AT           (NONCE_AT + crypto_secretbox_NONCEBYTES)
#define BOX_SIZE         (crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES)

#define FINGERPRINT_GROUPS 4

/* What a text is signed as: a signature of ours is of nothing else. */
#define CONTEXT "Cap Cèdre seal"

G_STATIC_ASSERT (BOX_AT + BOX_SIZE == CAP_SEAL_LOCKED_SIZE);
G_STATIC_ASSERT (crypto_sign_PUBLICKEYBYTES == CAP_SEAL_PUBLIC_SIZE);
G_STATIC_ASSERT (crypto_sign_BYTES == CAP_SEAL_SIGNATURE_SIZE);

struct _CapSealKey
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 secret_key[crypto_sign_SECRETKEYBYTES];
};

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_DAMAGED,
                       _("The key of the seal is damaged: make a new one"));

  return FALSE;
}

/**
 * cap_seal_key_new:
 * @error: return location for a [error@Cap.SecretError]
 *
 * Returns: (transfer full) (nullable): a key that nobody else has
 */
CapSealKey *
cap_seal_key_new (GError **error)
{
  CapSealKey *self = cap_secret_new (sizeof *self, error);

  if (self != NULL)
    crypto_sign_keypair (self->public_key, self->secret_key);

  return self;
}

void
cap_seal_key_free (CapSealKey *self)
{
  if (self != NULL)
    cap_secret_wipe (self);
}

GBytes *
cap_seal_key_dup_public (const CapSealKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_bytes_new (self->public_key, sizeof self->public_key);
}

static char *
dup_signed (const char *text)
{
  return g_strconcat (CONTEXT "\n", text, NULL);
}

/**
 * cap_seal_key_sign:
 * @text: what is sealed
 *
 * Returns: (transfer full): the signature of @text; the same text always gives the same
 */
GBytes *
cap_seal_key_sign (const CapSealKey *self,
                   const char       *text)
{
  guint8 signature[crypto_sign_BYTES];
  g_autofree char *what = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  what = dup_signed (text);
  crypto_sign_detached (signature, NULL, (const guint8 *) what, strlen (what), self->secret_key);

  return g_bytes_new (signature, sizeof signature);
}

/**
 * cap_seal_key_lock:
 * @passphrase: see cap_secret_check_choice()
 * @error: return location for a [error@Cap.SecretError]
 *
 * Returns: (transfer full) (nullable): what to keep: nothing to whoever does not know @passphrase
 */
GBytes *
cap_seal_key_lock (const CapSealKey  *self,
                   const char        *passphrase,
                   GError           **error)
{
  guint8 locked[CAP_SEAL_LOCKED_SIZE] = { VERSION };
  guint8 *secrets;
  gboolean done;

  g_return_val_if_fail (self != NULL && passphrase != NULL, NULL);

  if (!cap_secret_check_choice (passphrase, error))
    return NULL;

  secrets = cap_secret_new (CAP_SECRET_KEY_SIZE + crypto_sign_SEEDBYTES, error);
  if (secrets == NULL)
    return NULL;

  randombytes_buf (locked + SALT_AT, BOX_AT - SALT_AT);
  crypto_sign_ed25519_sk_to_seed (secrets + CAP_SECRET_KEY_SIZE, self->secret_key);
  done = cap_secret_derive (passphrase, locked + SALT_AT, secrets, error);
  if (done)
    crypto_secretbox_easy (locked + BOX_AT, secrets + CAP_SECRET_KEY_SIZE, crypto_sign_SEEDBYTES,
                           locked + NONCE_AT, secrets);
  cap_secret_wipe (secrets);

  return done ? g_bytes_new (locked, sizeof locked) : NULL;
}

static gboolean
open_box (const guint8  *locked,
          const char    *passphrase,
          guint8        *key,
          guint8        *seed,
          GError       **error)
{
  if (!cap_secret_derive (passphrase, locked + SALT_AT, key, error))
    return FALSE;

  if (crypto_secretbox_open_easy (seed, locked + BOX_AT, BOX_SIZE, locked + NONCE_AT, key) == 0)
    return TRUE;

  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE,
                       _("This is not the passphrase of the seal"));

  return FALSE;
}

/**
 * cap_seal_key_unlock:
 * @locked: what was kept, from a file that anybody may have written
 * @public_key: that it must belong to
 * @passphrase: the one it was locked with
 * @error: return location for a [error@Cap.SecretError]
 *
 * Returns: (transfer full) (nullable): the key
 */
CapSealKey *
cap_seal_key_unlock (GBytes      *locked,
                     GBytes      *public_key,
                     const char  *passphrase,
                     GError     **error)
{
  const guint8 *data = g_bytes_get_data (locked, NULL);
  g_autoptr(CapSealKey) self = NULL;
  guint8 *secrets;
  gboolean done;

  g_return_val_if_fail (passphrase != NULL, NULL);

  if (g_bytes_get_size (locked) != CAP_SEAL_LOCKED_SIZE || data[0] != VERSION ||
      g_bytes_get_size (public_key) != CAP_SEAL_PUBLIC_SIZE)
    {
      set_damaged (error);
      return NULL;
    }

  self = cap_secret_new (sizeof *self, error);
  secrets = self != NULL ? cap_secret_new (CAP_SECRET_KEY_SIZE + crypto_sign_SEEDBYTES, error) : NULL;
  if (secrets == NULL)
    return NULL;

  done = open_box (data, passphrase, secrets, secrets + CAP_SECRET_KEY_SIZE, error);
  if (done)
    crypto_sign_seed_keypair (self->public_key, self->secret_key, secrets + CAP_SECRET_KEY_SIZE);
  cap_secret_wipe (secrets);
  if (done && memcmp (self->public_key, g_bytes_get_data (public_key, NULL), CAP_SEAL_PUBLIC_SIZE) != 0)
    done = set_damaged (error);

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * cap_seal_key_verify:
 * @public_key: of whoever is said to have sealed
 * @text: what is sealed
 * @signature: of it
 *
 * Returns: whether the owner of that key signed exactly @text
 */
gboolean
cap_seal_key_verify (GBytes     *public_key,
                     const char *text,
                     GBytes     *signature)
{
  g_autofree char *what = NULL;

  g_return_val_if_fail (public_key != NULL && text != NULL && signature != NULL, FALSE);

  if (g_bytes_get_size (public_key) != CAP_SEAL_PUBLIC_SIZE ||
      g_bytes_get_size (signature) != CAP_SEAL_SIGNATURE_SIZE || sodium_init () < 0)
    return FALSE;

  what = dup_signed (text);

  return crypto_sign_verify_detached (g_bytes_get_data (signature, NULL), (const guint8 *) what,
                                      strlen (what), g_bytes_get_data (public_key, NULL)) == 0;
}

/**
 * cap_seal_key_dup_fingerprint:
 *
 * Returns: (transfer full): what people compare of a key: “3F2A-90C1-77DE-1B04”
 */
char *
cap_seal_key_dup_fingerprint (GBytes *public_key)
{
  guint8 digest[crypto_hash_sha256_BYTES];

  g_return_val_if_fail (public_key != NULL, NULL);

  crypto_hash_sha256 (digest, g_bytes_get_data (public_key, NULL), g_bytes_get_size (public_key));

  return cap_short_code_new (digest, sizeof digest, FINGERPRINT_GROUPS);
}
