/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-vault-key.h"

G_BEGIN_DECLS

/* What a key is used for: one use says nothing of another. */
#define USE_ID         "Cap Cèdre: id"
#define USE_ENVELOPE   "Cap Cèdre: envelope"
#define USE_PREVIOUS   "Cap Cèdre: previous keys"
#define USE_FILE       "Cap Cèdre: file"

struct _CapVaultKey
{
  guint      n_refs;     /* under the mutex */
  guint8     id[CAP_VAULT_ID_SIZE];
  guint8    *secret;     /* CAP_SECRET_KEY_SIZE bytes */
  guint8    *opener;     /* what the passphrase gives, with the salt of the envelope; NULL for one before */
  GPtrArray *previous;   /* CapVaultKey, the latest first */

  gboolean   has_envelope; /* under the mutex: of a previous one it is not known until a file is met */
  guint8     envelope[CAP_VAULT_ENVELOPE_SIZE];
};

void         cap_vault_hash              (const guint8  *secret,
                                          const char    *use,
                                          const guint8  *data,
                                          gsize          size,
                                          guint8        *out,
                                          gsize          out_size);
CapVaultKey *cap_vault_key_intern        (guint8        *secret) G_GNUC_WARN_UNUSED_RESULT;
void         cap_vault_key_take_opener   (CapVaultKey   *self,
                                          guint8        *opener);
gboolean     cap_vault_key_has_opener    (CapVaultKey   *self);
void         cap_vault_key_note_envelope (CapVaultKey   *self,
                                          const guint8  *envelope);
void         cap_vault_key_take_previous (CapVaultKey   *self,
                                          GPtrArray     *previous);

G_END_DECLS
