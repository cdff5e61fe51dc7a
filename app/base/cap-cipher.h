/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-secret.h"

G_BEGIN_DECLS

/* Encryption of a piece of a file that is read and written alone: XChaCha20-Poly1305, with a nonce that is
 * drawn each time. Who does not know the key neither reads it, nor changes it, nor moves it. */

#define CAP_CIPHER_OVERHEAD 40 /* bytes that a sealed piece has more: the nonce before, the tag behind */

void     cap_cipher_seal   (const guint8 *key,
                            gint64        rank,
                            const guint8 *content,
                            gsize         size,
                            guint8       *sealed);
/* Whether it was never written, as in a hole of a file. */
gboolean cap_cipher_is_blank (const guint8 *bytes,
                            gsize         size);
gboolean cap_cipher_open   (const guint8 *key,
                            gint64        rank,
                            const guint8 *sealed,
                            gsize         size,
                            guint8       *content);

/* Bytes that nobody can guess. */
void     cap_cipher_draw   (guint8       *bytes,
                            gsize         size);
/* What tells damage, not what somebody does on purpose: 16 to 64 bytes. */
void     cap_cipher_digest (const guint8 *data,
                            gsize         size,
                            guint8       *digest,
                            gsize         digest_size);

G_END_DECLS
