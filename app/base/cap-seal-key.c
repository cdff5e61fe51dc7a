/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-seal-key.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "base/cap-short-code.h"

/* A locked key: the version of this form, the salt of the passphrase, the nonce, the seed in its box. The
 * cost of the passphrase belongs to the version: what a file says of it would not be believed. */
#define VERSION          1
#define OPS_LIMIT        crypto_pwhash_argon2id_OPSLIMIT_MODERATE
#define MEM_LIMIT        crypto_pwhash_argon2id_MEMLIMIT_MODERATE
#define SALT_AT          1
#define NONCE_AT         (SALT_AT + crypto_pwhash_argon2id_SALTBYTES)
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

G_DEFINE_QUARK (cap-seal-key-error-quark, cap_seal_key_error)

static gboolean
set_failed (GError **error)
{
  g_set_error_literal (error, CAP_SEAL_KEY_ERROR, CAP_SEAL_KEY_ERROR_FAILED,
                       _("This computer has not enough memory left to open the key of the seal"));

  return FALSE;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, CAP_SEAL_KEY_ERROR, CAP_SEAL_KEY_ERROR_DAMAGED,
                       _("The key of the seal is damaged: make a new one"));

  return FALSE;
}

/* Guarded memory that does not go to the disk; sodium_malloc() keeps pages apart from all others. */
static gpointer
secret_new (gsize    size,
            GError **error)
{
  gpointer secret = sodium_init () >= 0 ? sodium_malloc (size) : NULL;

  if (secret == NULL)
    set_failed (error);
  else
    memset (secret, 0, size);

  return secret;
}

/* The same passphrase, whichever way a keyboard composes its accents. */
static gboolean
derive (const char    *passphrase,
        const guint8  *salt,
        guint8        *key,
        GError       **error)
{
  char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
  const char *used = normal != NULL ? normal : passphrase;
  int status = crypto_pwhash_argon2id (key, crypto_secretbox_KEYBYTES, used, strlen (used), salt,
                                       OPS_LIMIT, MEM_LIMIT, crypto_pwhash_argon2id_ALG_ARGON2ID13);

  cap_secret_free (normal);

  return status == 0 || set_failed (error);
}

/**
 * cap_seal_key_new:
 * @error: return location for a [error@Cap.SealKeyError]
 *
 * Returns: (transfer full) (nullable): a key that nobody else has
 */
CapSealKey *
cap_seal_key_new (GError **error)
{
  CapSealKey *self = secret_new (sizeof *self, error);

  if (self != NULL)
    crypto_sign_keypair (self->public_key, self->secret_key);

  return self;
}

/* sodium_free() wipes. */
void
cap_seal_key_free (CapSealKey *self)
{
  if (self != NULL)
    sodium_free (self);
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
 * @passphrase: see cap_seal_key_check_choice()
 * @error: return location for a [error@Cap.SealKeyError]
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

  if (!cap_seal_key_check_choice (passphrase, error))
    return NULL;

  secrets = secret_new (crypto_secretbox_KEYBYTES + crypto_sign_SEEDBYTES, error);
  if (secrets == NULL)
    return NULL;

  randombytes_buf (locked + SALT_AT, BOX_AT - SALT_AT);
  crypto_sign_ed25519_sk_to_seed (secrets + crypto_secretbox_KEYBYTES, self->secret_key);
  done = derive (passphrase, locked + SALT_AT, secrets, error);
  if (done)
    crypto_secretbox_easy (locked + BOX_AT, secrets + crypto_secretbox_KEYBYTES, crypto_sign_SEEDBYTES,
                           locked + NONCE_AT, secrets);
  sodium_free (secrets);

  return done ? g_bytes_new (locked, sizeof locked) : NULL;
}

static gboolean
open_box (const guint8  *locked,
          const char    *passphrase,
          guint8        *key,
          guint8        *seed,
          GError       **error)
{
  if (!derive (passphrase, locked + SALT_AT, key, error))
    return FALSE;

  if (crypto_secretbox_open_easy (seed, locked + BOX_AT, BOX_SIZE, locked + NONCE_AT, key) == 0)
    return TRUE;

  g_set_error_literal (error, CAP_SEAL_KEY_ERROR, CAP_SEAL_KEY_ERROR_PASSPHRASE,
                       _("This is not the passphrase of the seal"));

  return FALSE;
}

/**
 * cap_seal_key_unlock:
 * @locked: what was kept, from a file that anybody may have written
 * @public_key: that it must belong to
 * @passphrase: the one it was locked with
 * @error: return location for a [error@Cap.SealKeyError]
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

  self = secret_new (sizeof *self, error);
  secrets = self != NULL ? secret_new (crypto_secretbox_KEYBYTES + crypto_sign_SEEDBYTES, error) : NULL;
  if (secrets == NULL)
    return NULL;

  done = open_box (data, passphrase, secrets, secrets + crypto_secretbox_KEYBYTES, error);
  if (done)
    crypto_sign_seed_keypair (self->public_key, self->secret_key, secrets + crypto_secretbox_KEYBYTES);
  sodium_free (secrets);
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

gboolean
cap_seal_key_check_choice (const char  *passphrase,
                           GError     **error)
{
  g_return_val_if_fail (passphrase != NULL, FALSE);

  if (g_utf8_validate (passphrase, -1, NULL) && g_utf8_strlen (passphrase, -1) >= CAP_SEAL_MIN_PASSPHRASE)
    return TRUE;

  g_set_error (error, CAP_SEAL_KEY_ERROR, CAP_SEAL_KEY_ERROR_WEAK,
               ngettext ("The passphrase is too short: %d character at least",
                         "The passphrase is too short: %d characters at least", CAP_SEAL_MIN_PASSPHRASE),
               CAP_SEAL_MIN_PASSPHRASE);

  return FALSE;
}

void
cap_secret_free (char *secret)
{
  if (secret == NULL)
    return;

  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}
