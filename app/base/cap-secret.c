/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-secret.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

/* The cost of a passphrase belongs to the forms that are kept with it: what a file says of it would not be
 * believed. Another one is another version of those forms. */
#define OPS_LIMIT crypto_pwhash_argon2id_OPSLIMIT_MODERATE
#define MEM_LIMIT crypto_pwhash_argon2id_MEMLIMIT_MODERATE

G_STATIC_ASSERT (CAP_SECRET_KEY_SIZE == crypto_secretbox_KEYBYTES);
G_STATIC_ASSERT (CAP_SECRET_SALT_SIZE == crypto_pwhash_argon2id_SALTBYTES);

G_DEFINE_QUARK (cap-secret-error-quark, cap_secret_error)

static gboolean
set_failed (GError **error)
{
  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_FAILED,
                       _("This computer has not enough memory left to work with a passphrase"));

  return FALSE;
}

/* sodium_malloc() keeps pages apart from all others. */
gpointer
cap_secret_new (gsize    size,
                GError **error)
{
  gpointer secret = sodium_init () >= 0 ? sodium_malloc (size) : NULL;

  if (secret == NULL)
    set_failed (error);
  else
    memset (secret, 0, size);

  return secret;
}

/* sodium_free() wipes. */
void
cap_secret_wipe (gpointer secret)
{
  sodium_free (secret);
}

void
cap_secret_clear (gpointer memory,
                  gsize    size)
{
  sodium_memzero (memory, size);
}

void
cap_secret_free (char *text)
{
  if (text == NULL)
    return;

  sodium_memzero (text, strlen (text));
  g_free (text);
}

/**
 * cap_secret_derive:
 * @passphrase: as it was typed
 * @salt: CAP_SECRET_SALT_SIZE bytes
 * @key: (out caller-allocates): CAP_SECRET_KEY_SIZE bytes of secret memory
 * @error: return location for a [error@Cap.SecretError]
 *
 * Argon2id, which takes a good half second and 256 MiB, on purpose. The same
 * passphrase gives the same key whichever way a keyboard composes its accents.
 *
 * Returns: whether the machine could
 */
gboolean
cap_secret_derive (const char    *passphrase,
                   const guint8  *salt,
                   guint8        *key,
                   GError       **error)
{
  char *normal;
  const char *used;
  int status;

  g_return_val_if_fail (passphrase != NULL && salt != NULL && key != NULL, FALSE);

  normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
  used = normal != NULL ? normal : passphrase;
  status = crypto_pwhash_argon2id (key, CAP_SECRET_KEY_SIZE, used, strlen (used), salt,
                                   OPS_LIMIT, MEM_LIMIT, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  cap_secret_free (normal);

  return status == 0 || set_failed (error);
}

/* Whether a passphrase that is chosen is long enough. */
gboolean
cap_secret_check_choice (const char  *passphrase,
                         GError     **error)
{
  g_return_val_if_fail (passphrase != NULL, FALSE);

  if (g_utf8_validate (passphrase, -1, NULL) && g_utf8_strlen (passphrase, -1) >= CAP_SECRET_MIN_LENGTH)
    return TRUE;

  g_set_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK,
               ngettext ("The passphrase is too short: %d character at least",
                         "The passphrase is too short: %d characters at least", CAP_SECRET_MIN_LENGTH),
               CAP_SECRET_MIN_LENGTH);

  return FALSE;
}
