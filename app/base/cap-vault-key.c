/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-vault-key-private.h"

#include <sodium.h>
#include <string.h>

static GMutex mutex;
static GHashTable *keys; /* id → CapVaultKey that somebody holds */

static guint
hash_id (gconstpointer id)
{
  guint hash;

  memcpy (&hash, id, sizeof hash);

  return hash;
}

static gboolean
id_equal (gconstpointer one,
          gconstpointer other)
{
  return memcmp (one, other, CAP_VAULT_ID_SIZE) == 0;
}

/* BLAKE2b with the key: https://doc.libsodium.org/hashing/generic_hashing */
void
cap_vault_hash (const guint8 *secret,
                const char   *use,
                const guint8 *data,
                gsize         size,
                guint8       *out,
                gsize         out_size)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, secret, CAP_SECRET_KEY_SIZE, out_size);
  crypto_generichash_update (&state, (const guint8 *) use, strlen (use));
  crypto_generichash_update (&state, data, size);
  crypto_generichash_final (&state, out, out_size);
  sodium_memzero (&state, sizeof state);
}

static CapVaultKey *
find_locked (const guint8 *id)
{
  CapVaultKey *known = keys != NULL ? g_hash_table_lookup (keys, id) : NULL;

  if (known != NULL)
    known->n_refs++;

  return known;
}

/* Each key is there once. @secret: (transfer full) */
CapVaultKey *
cap_vault_key_intern (guint8 *secret)
{
  CapVaultKey *self;
  guint8 id[CAP_VAULT_ID_SIZE];

  cap_vault_hash (secret, USE_ID, NULL, 0, id, sizeof id);

  g_mutex_lock (&mutex);
  self = find_locked (id);
  if (self == NULL)
    {
      self = g_new0 (CapVaultKey, 1);
      self->n_refs = 1;
      self->secret = g_steal_pointer (&secret);
      self->previous = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_vault_key_unref);
      memcpy (self->id, id, sizeof id);
      if (keys == NULL)
        keys = g_hash_table_new (hash_id, id_equal);
      g_hash_table_insert (keys, self->id, self);
    }
  g_mutex_unlock (&mutex);

  if (secret != NULL)
    cap_secret_wipe (secret);

  return self;
}

CapVaultKey *
cap_vault_key_ref (CapVaultKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&mutex);
  self->n_refs++;
  g_mutex_unlock (&mutex);

  return self;
}

void
cap_vault_key_unref (CapVaultKey *self)
{
  gboolean last;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&mutex);
  last = --self->n_refs == 0;
  if (last)
    g_hash_table_remove (keys, self->id);
  g_mutex_unlock (&mutex);

  if (!last)
    return;

  g_ptr_array_unref (self->previous);
  cap_secret_wipe (self->secret);
  if (self->opener != NULL)
    cap_secret_wipe (self->opener);
  g_free (self);
}

/**
 * cap_vault_key_find:
 * @id: CAP_VAULT_ID_SIZE bytes
 *
 * Returns: (transfer full) (nullable): the key of that id, if somebody holds it
 */
CapVaultKey *
cap_vault_key_find (const guint8 *id)
{
  CapVaultKey *self;

  g_return_val_if_fail (id != NULL, NULL);

  g_mutex_lock (&mutex);
  self = find_locked (id);
  g_mutex_unlock (&mutex);

  return self;
}

/* @opener: (transfer full): kept, if nobody did so before */
void
cap_vault_key_take_opener (CapVaultKey *self,
                           guint8      *opener)
{
  g_mutex_lock (&mutex);
  if (self->opener == NULL)
    self->opener = g_steal_pointer (&opener);
  g_mutex_unlock (&mutex);

  if (opener != NULL)
    cap_secret_wipe (opener);
}

gboolean
cap_vault_key_has_opener (CapVaultKey *self)
{
  gboolean has_it;

  g_mutex_lock (&mutex);
  has_it = self->opener != NULL;
  g_mutex_unlock (&mutex);

  return has_it;
}

GPtrArray *
cap_vault_key_list_previous (CapVaultKey *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_vault_key_unref);

  g_return_val_if_fail (self != NULL, list);

  g_mutex_lock (&mutex);
  for (guint i = 0; i < self->previous->len; i++)
    {
      CapVaultKey *key = g_ptr_array_index (self->previous, i);

      key->n_refs++;
      g_ptr_array_add (list, key);
    }
  g_mutex_unlock (&mutex);

  return list;
}

/* The first one that is met, which is the same as any other. */
void
cap_vault_key_note_envelope (CapVaultKey  *self,
                             const guint8 *envelope)
{
  g_mutex_lock (&mutex);
  if (!self->has_envelope)
    {
      memcpy (self->envelope, envelope, sizeof self->envelope);
      self->has_envelope = TRUE;
    }
  g_mutex_unlock (&mutex);
}

/* Returns: whether it is known: FALSE for a key before, of which no file was met. */
gboolean
cap_vault_key_copy_envelope (CapVaultKey *self,
                             guint8      *envelope)
{
  gboolean known;

  g_return_val_if_fail (self != NULL && envelope != NULL, FALSE);

  g_mutex_lock (&mutex);
  known = self->has_envelope;
  if (known)
    memcpy (envelope, self->envelope, sizeof self->envelope);
  g_mutex_unlock (&mutex);

  return known;
}

/* @previous: (transfer full): kept, if nobody did so before */
void
cap_vault_key_take_previous (CapVaultKey *self,
                             GPtrArray   *previous)
{
  g_mutex_lock (&mutex);
  if (self->previous->len == 0)
    {
      GPtrArray *empty = self->previous;

      self->previous = previous;
      previous = empty;
    }
  g_mutex_unlock (&mutex);

  g_ptr_array_unref (previous);
}

const guint8 *
cap_vault_key_get_id (const CapVaultKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * cap_vault_key_derive:
 * @salt: CAP_VAULT_SALT_SIZE bytes, of one file
 * @key: (out caller-allocates): CAP_SECRET_KEY_SIZE bytes of secret memory
 *
 * Gives the key of a file: what is in one of them cannot be put into another.
 */
void
cap_vault_key_derive (const CapVaultKey *self,
                      const guint8      *salt,
                      guint8            *key)
{
  g_return_if_fail (self != NULL && salt != NULL && key != NULL);

  cap_vault_hash (self->secret, USE_FILE, salt, CAP_VAULT_SALT_SIZE, key, CAP_SECRET_KEY_SIZE);
}
