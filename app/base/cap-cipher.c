/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-cipher.h"

#include <sodium.h>
#include <string.h>

/* https://doc.libsodium.org/secret-key_cryptography/aead/chacha20-poly1305/xchacha20-poly1305_construction */
#define NONCE_SIZE  crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE    crypto_aead_xchacha20poly1305_ietf_ABYTES

G_STATIC_ASSERT (NONCE_SIZE + TAG_SIZE == CAP_CIPHER_OVERHEAD);
G_STATIC_ASSERT (crypto_aead_xchacha20poly1305_ietf_KEYBYTES == CAP_SECRET_KEY_SIZE);

/**
 * cap_cipher_seal:
 * @key: CAP_SECRET_KEY_SIZE bytes
 * @rank: of the piece: it opens as that one alone
 * @sealed: (out caller-allocates): CAP_CIPHER_OVERHEAD bytes more than @size
 */
void
cap_cipher_seal (const guint8 *key,
                 gint64        rank,
                 const guint8 *content,
                 gsize         size,
                 guint8       *sealed)
{
  const guint64 place = GUINT64_TO_LE ((guint64) rank);

  randombytes_buf (sealed, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE_SIZE, NULL, content, size,
                                              (const guint8 *) &place, sizeof place, NULL, sealed, key);
}

/**
 * cap_cipher_open:
 * @size: of @sealed
 * @content: (out caller-allocates): CAP_CIPHER_OVERHEAD bytes less; zeros when this fails
 *
 * Returns: whether it was sealed with this key, at this rank, and nobody changed it
 */
gboolean
cap_cipher_open (const guint8 *key,
                 gint64        rank,
                 const guint8 *sealed,
                 gsize         size,
                 guint8       *content)
{
  const guint64 place = GUINT64_TO_LE ((guint64) rank);

  if (size < CAP_CIPHER_OVERHEAD)
    return FALSE;

  if (crypto_aead_xchacha20poly1305_ietf_decrypt (content, NULL, NULL, sealed + NONCE_SIZE,
                                                  size - NONCE_SIZE, (const guint8 *) &place, sizeof place,
                                                  sealed, key) == 0)
    return TRUE;

  memset (content, 0, size - CAP_CIPHER_OVERHEAD);

  return FALSE;
}

gboolean
cap_cipher_is_blank (const guint8 *bytes,
                     gsize         size)
{
  return sodium_is_zero (bytes, size);
}

void
cap_cipher_draw (guint8 *bytes,
                 gsize   size)
{
  randombytes_buf (bytes, size);
}

void
cap_cipher_digest (const guint8 *data,
                   gsize         size,
                   guint8       *digest,
                   gsize         digest_size)
{
  crypto_generichash (digest, digest_size, data, size, NULL, 0);
}
