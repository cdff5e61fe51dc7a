/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-vault-key.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "base/cap-passphrase.h"

/* An envelope: the version of this form; the id of the key; the salt of the passphrase; the key, in a box
 * that the passphrase opens; the keys before it, in a box that it opens itself; what it says of all that,
 * so that nobody else can have changed it. */
#define VERSION        1
#define MAX_PREVIOUS   8
#define ID_AT          1
#define SALT_AT        (ID_AT + CAP_VAULT_ID_SIZE)
#define NONCE_AT       (SALT_AT + CAP_SECRET_SALT_SIZE)
#define BOX_AT         (NONCE_AT + crypto_secretbox_NONCEBYTES)
#define BOX_SIZE       (crypto_secretbox_MACBYTES + CAP_SECRET_KEY_SIZE)
#define OLD_NONCE_AT   (BOX_AT + BOX_SIZE)
#define OLD_BOX_AT     (OLD_NONCE_AT + crypto_secretbox_NONCEBYTES)
#define OLD_KEYS_SIZE  (MAX_PREVIOUS * CAP_SECRET_KEY_SIZE)
#define OLD_BOX_SIZE   (crypto_secretbox_MACBYTES + OLD_KEYS_SIZE)
#define TAG_AT         (OLD_BOX_AT + OLD_BOX_SIZE)
#define TAG_SIZE       16

/* What a key is used for: one use says nothing of another. */
#define USE_ID         "Cap Cèdre: id"
#define USE_ENVELOPE   "Cap Cèdre: envelope"
#define USE_PREVIOUS   "Cap Cèdre: previous keys"
#define USE_FILE       "Cap Cèdre: file"

G_STATIC_ASSERT (TAG_AT + TAG_SIZE == CAP_VAULT_ENVELOPE_SIZE);
G_STATIC_ASSERT (CAP_SECRET_KEY_SIZE == crypto_generichash_KEYBYTES);

struct _CapVaultKey
{
  guint      n_refs;     /* under the mutex */
  guint8     id[CAP_VAULT_ID_SIZE];
  guint8    *secret;     /* CAP_SECRET_KEY_SIZE bytes */
  GPtrArray *previous;   /* CapVaultKey, the latest first */

  gboolean   has_envelope; /* under the mutex: of a previous one it is not known until a file is met */
  guint8     envelope[CAP_VAULT_ENVELOPE_SIZE];
};

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

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_DAMAGED,
                       _("The beginning of the file, which holds its key, is damaged"));

  return FALSE;
}

/* BLAKE2b with the key: https://doc.libsodium.org/hashing/generic_hashing */
static void
hash_with (const guint8 *secret,
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
static CapVaultKey *
intern (guint8 *secret)
{
  CapVaultKey *self;
  guint8 id[CAP_VAULT_ID_SIZE];

  hash_with (secret, USE_ID, NULL, 0, id, sizeof id);

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

static void
compute_tag (const guint8 *secret,
             const guint8 *envelope,
             guint8       *tag)
{
  hash_with (secret, USE_ENVELOPE, envelope, TAG_AT, tag, TAG_SIZE);
}

/* The box of the keys before is opened by a key of its own. */
static guint8 *
dup_key_of_previous (const CapVaultKey  *self,
                     GError            **error)
{
  guint8 *key = cap_secret_new (CAP_SECRET_KEY_SIZE, error);

  if (key != NULL)
    hash_with (self->secret, USE_PREVIOUS, NULL, 0, key, CAP_SECRET_KEY_SIZE);

  return key;
}

static void
write_previous (const CapVaultKey *self,
                guint8            *list)
{
  for (guint i = 0; i < MIN (self->previous->len, MAX_PREVIOUS); i++)
    {
      const CapVaultKey *previous = g_ptr_array_index (self->previous, i);

      memcpy (list + i * CAP_SECRET_KEY_SIZE, previous->secret, CAP_SECRET_KEY_SIZE);
    }
}

/* (nullable): %NULL when the machine cannot */
static GPtrArray *
read_previous (const guint8  *list,
               GError       **error)
{
  g_autoptr(GPtrArray) previous = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_vault_key_unref);

  for (guint i = 0; i < MAX_PREVIOUS; i++)
    {
      const guint8 *stored = list + i * CAP_SECRET_KEY_SIZE;
      guint8 *secret;

      if (sodium_is_zero (stored, CAP_SECRET_KEY_SIZE))
        break;
      secret = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
      if (secret == NULL)
        return NULL;
      memcpy (secret, stored, CAP_SECRET_KEY_SIZE);
      g_ptr_array_add (previous, intern (secret));
    }

  return g_steal_pointer (&previous);
}

/* Whoever unlocks it first says what was before. */
static gboolean
take_previous (CapVaultKey   *self,
               const guint8  *list,
               GError       **error)
{
  g_autoptr(GPtrArray) previous = read_previous (list, error);

  if (previous == NULL)
    return FALSE;

  g_mutex_lock (&mutex);
  if (self->previous->len == 0)
    {
      GPtrArray *empty = self->previous;

      self->previous = g_steal_pointer (&previous);
      previous = empty;
    }
  g_mutex_unlock (&mutex);

  return TRUE;
}

/* Seals the keys before into @envelope, or takes them out of it. */
static gboolean
exchange_previous (CapVaultKey   *self,
                   guint8        *envelope,
                   gboolean       reading,
                   GError       **error)
{
  guint8 *key = dup_key_of_previous (self, error);
  guint8 *list = key != NULL ? cap_secret_new (OLD_KEYS_SIZE, error) : NULL;
  gboolean done = list != NULL;

  if (done && !reading)
    {
      write_previous (self, list);
      crypto_secretbox_easy (envelope + OLD_BOX_AT, list, OLD_KEYS_SIZE, envelope + OLD_NONCE_AT, key);
    }
  else if (done)
    {
      done = crypto_secretbox_open_easy (list, envelope + OLD_BOX_AT, OLD_BOX_SIZE, envelope + OLD_NONCE_AT,
                                         key) == 0 ? take_previous (self, list, error) : set_damaged (error);
    }

  if (list != NULL)
    cap_secret_wipe (list);
  if (key != NULL)
    cap_secret_wipe (key);

  return done;
}

/* Puts the key into a box that @passphrase opens. */
static gboolean
lock_with (CapVaultKey  *self,
           const char   *passphrase,
           guint8       *envelope,
           GError      **error)
{
  guint8 *key = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
  gboolean done = key != NULL && cap_secret_derive (passphrase, envelope + SALT_AT, key, error);

  if (done)
    crypto_secretbox_easy (envelope + BOX_AT, self->secret, CAP_SECRET_KEY_SIZE, envelope + NONCE_AT, key);
  if (key != NULL)
    cap_secret_wipe (key);

  return done;
}

static gboolean
make_envelope (CapVaultKey  *self,
               const char   *passphrase,
               GError      **error)
{
  guint8 *envelope = self->envelope;

  envelope[0] = VERSION;
  memcpy (envelope + ID_AT, self->id, CAP_VAULT_ID_SIZE);
  randombytes_buf (envelope + SALT_AT, BOX_AT - SALT_AT);
  randombytes_buf (envelope + OLD_NONCE_AT, OLD_BOX_AT - OLD_NONCE_AT);
  if (!lock_with (self, passphrase, envelope, error) || !exchange_previous (self, envelope, FALSE, error))
    return FALSE;

  compute_tag (self->secret, envelope, envelope + TAG_AT);
  self->has_envelope = TRUE;

  return TRUE;
}

/**
 * cap_vault_key_new:
 * @passphrase: see cap_passphrase_check()
 * @previous: (nullable): the key until now, when the passphrase changes
 * @error: return location for a [error@Cap.SecretError]
 *
 * Returns: (transfer full) (nullable): a key that nobody else has
 */
CapVaultKey *
cap_vault_key_new (const char   *passphrase,
                   CapVaultKey  *previous,
                   GError      **error)
{
  g_autoptr(CapVaultKey) self = NULL;
  guint8 *secret;

  g_return_val_if_fail (passphrase != NULL, NULL);

  if (!cap_passphrase_check (passphrase, error))
    return NULL;

  secret = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
  if (secret == NULL)
    return NULL;

  randombytes_buf (secret, CAP_SECRET_KEY_SIZE);
  self = intern (secret);
  if (previous != NULL)
    {
      g_ptr_array_add (self->previous, cap_vault_key_ref (previous));
      for (guint i = 0; i < previous->previous->len; i++)
        g_ptr_array_add (self->previous, cap_vault_key_ref (g_ptr_array_index (previous->previous, i)));
    }

  return make_envelope (self, passphrase, error) ? g_steal_pointer (&self) : NULL;
}

/* @secret: (out): the key, in secret memory */
static gboolean
open_box (const guint8  *envelope,
          const char    *passphrase,
          guint8        *secret,
          GError       **error)
{
  guint8 *key = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
  gboolean done = key != NULL && cap_secret_derive (passphrase, envelope + SALT_AT, key, error);

  if (done && crypto_secretbox_open_easy (secret, envelope + BOX_AT, BOX_SIZE, envelope + NONCE_AT, key) != 0)
    {
      g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE,
                           _("This is not the passphrase of this dossier"));
      done = FALSE;
    }
  if (key != NULL)
    cap_secret_wipe (key);

  return done;
}

/**
 * cap_vault_key_unlock:
 * @envelope: CAP_VAULT_ENVELOPE_SIZE bytes, of a file that anybody may have written
 * @passphrase: what was typed
 * @error: return location for a [error@Cap.SecretError]
 *
 * Returns: (transfer full) (nullable): the key; as long as it is held, files of that key and of those before
 *   are read without passphrase
 */
CapVaultKey *
cap_vault_key_unlock (const guint8  *envelope,
                      const char    *passphrase,
                      GError       **error)
{
  g_autoptr(CapVaultKey) self = NULL;
  guint8 *secret;

  g_return_val_if_fail (envelope != NULL && passphrase != NULL, NULL);

  if (envelope[0] != VERSION)
    {
      set_damaged (error);
      return NULL;
    }

  secret = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
  if (secret == NULL)
    return NULL;

  if (!open_box (envelope, passphrase, secret, error))
    {
      cap_secret_wipe (secret);
      return NULL;
    }

  self = intern (secret);
  if (!cap_vault_key_take_envelope (self, envelope))
    {
      set_damaged (error);
      return NULL;
    }

  return exchange_previous (self, self->envelope, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

const guint8 *
cap_vault_key_get_id (const CapVaultKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const guint8 *
cap_vault_envelope_get_id (const guint8 *envelope)
{
  g_return_val_if_fail (envelope != NULL, NULL);

  return envelope + ID_AT;
}

/**
 * cap_vault_key_take_envelope:
 * @envelope: of a file of that key, says the file
 *
 * Lets a key know its envelope.
 *
 * Returns: whether that is its envelope, which nobody changed
 */
gboolean
cap_vault_key_take_envelope (CapVaultKey  *self,
                             const guint8 *envelope)
{
  guint8 tag[TAG_SIZE];

  g_return_val_if_fail (self != NULL && envelope != NULL, FALSE);

  compute_tag (self->secret, envelope, tag);
  if (sodium_memcmp (tag, envelope + TAG_AT, sizeof tag) != 0)
    return FALSE;

  g_mutex_lock (&mutex);
  if (!self->has_envelope)
    {
      memcpy (self->envelope, envelope, sizeof self->envelope);
      self->has_envelope = TRUE;
    }
  g_mutex_unlock (&mutex);

  return TRUE;
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

  hash_with (self->secret, USE_FILE, salt, CAP_VAULT_SALT_SIZE, key, CAP_SECRET_KEY_SIZE);
}
