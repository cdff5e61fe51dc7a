/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

/* From a passphrase to a key without the time that it takes on purpose: in place of the function of
 * libsodium, where a test is of something else and does it often. */

#define SALT_SIZE 16

int crypto_pwhash_argon2id (unsigned char       *key,
                            unsigned long long   key_size,
                            const char          *passphrase,
                            unsigned long long   length,
                            const unsigned char *salt,
                            unsigned long long   operations,
                            size_t               memory,
                            int                  algorithm);

int
crypto_pwhash_argon2id (unsigned char       *key,
                        unsigned long long   key_size,
                        const char          *passphrase,
                        unsigned long long   length,
                        const unsigned char *salt,
                        unsigned long long   operations,
                        size_t               memory,
                        int                  algorithm)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = key_size;

  g_checksum_update (checksum, salt, SALT_SIZE);
  g_checksum_update (checksum, (const guchar *) passphrase, (gssize) length);
  g_checksum_get_digest (checksum, key, &size);

  return size == key_size ? 0 : -1;
}
