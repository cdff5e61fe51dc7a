/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-vault-key-private.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "base/cap-cipher.h"
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

G_STATIC_ASSERT (TAG_AT + TAG_SIZE == CAP_VAULT_ENVELOPE_SIZE);
G_STATIC_ASSERT (CAP_SECRET_KEY_SIZE == crypto_generichash_KEYBYTES);

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_DAMAGED,
                       _("The beginning of the file, which holds its key, is damaged"));

  return FALSE;
}

static void
compute_tag (const guint8 *secret,
             const guint8 *envelope,
             guint8       *tag)
{
  cap_vault_hash (secret, USE_ENVELOPE, envelope, TAG_AT, tag, TAG_SIZE);
}

/* The box of the keys before is opened by a key of its own. */
static guint8 *
dup_key_of_previous (const CapVaultKey  *self,
                     GError            **error)
{
  guint8 *key = cap_secret_new (CAP_SECRET_KEY_SIZE, error);

  if (key != NULL)
    cap_vault_hash (self->secret, USE_PREVIOUS, NULL, 0, key, CAP_SECRET_KEY_SIZE);

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
read_previous (CapVaultKey   *self,
               const guint8  *list,
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
      if (sodium_memcmp (secret, self->secret, CAP_SECRET_KEY_SIZE) == 0)
        cap_secret_wipe (secret); /* it would hold itself */
      else
        g_ptr_array_add (previous, cap_vault_key_intern (secret));
    }

  return g_steal_pointer (&previous);
}

static gboolean
take_previous (CapVaultKey   *self,
               const guint8  *list,
               GError       **error)
{
  GPtrArray *previous = read_previous (self, list, error);

  if (previous != NULL)
    cap_vault_key_take_previous (self, previous);

  return previous != NULL;
}

/* Seals the keys before into @envelope, or takes them out of it. */
static gboolean
exchange_previous (CapVaultKey  *self,
                   guint8       *envelope,
                   gboolean      reading,
                   GError      **error)
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

/* (nullable): what a passphrase gives with the salt of an envelope, in secret memory */
static guint8 *
derive_opener (const guint8  *envelope,
               const char    *passphrase,
               GError       **error)
{
  guint8 *opener = cap_secret_new (CAP_SECRET_KEY_SIZE, error);

  if (opener != NULL && !cap_secret_derive (passphrase, envelope + SALT_AT, opener, error))
    g_clear_pointer (&opener, cap_secret_wipe);

  return opener;
}

/* Of a key that has its opener, and whose envelope has its salt. */
static gboolean
make_envelope (CapVaultKey  *self,
               GError      **error)
{
  guint8 *envelope = self->envelope;

  envelope[0] = VERSION;
  memcpy (envelope + ID_AT, self->id, CAP_VAULT_ID_SIZE);
  cap_cipher_draw (envelope + NONCE_AT, BOX_AT - NONCE_AT);
  cap_cipher_draw (envelope + OLD_NONCE_AT, OLD_BOX_AT - OLD_NONCE_AT);
  crypto_secretbox_easy (envelope + BOX_AT, self->secret, CAP_SECRET_KEY_SIZE, envelope + NONCE_AT,
                         self->opener);
  if (!exchange_previous (self, envelope, FALSE, error))
    return FALSE;

  compute_tag (self->secret, envelope, envelope + TAG_AT);
  self->has_envelope = TRUE;

  return TRUE;
}

/* (nullable): a key that was just drawn, without envelope */
static CapVaultKey *
draw_key (GError **error)
{
  guint8 *secret = cap_secret_new (CAP_SECRET_KEY_SIZE, error);

  if (secret == NULL)
    return NULL;

  cap_cipher_draw (secret, CAP_SECRET_KEY_SIZE);

  return cap_vault_key_intern (secret);
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

  g_return_val_if_fail (passphrase != NULL, NULL);

  if (!cap_passphrase_check (passphrase, error))
    return NULL;

  self = draw_key (error);
  if (self == NULL)
    return NULL;

  cap_cipher_draw (self->envelope + SALT_AT, CAP_SECRET_SALT_SIZE);
  self->opener = derive_opener (self->envelope, passphrase, error);
  if (previous != NULL)
    {
      g_autoptr(GPtrArray) before = cap_vault_key_list_previous (previous);

      g_ptr_array_add (self->previous, cap_vault_key_ref (previous));
      g_ptr_array_extend_and_steal (self->previous, g_steal_pointer (&before));
    }

  return self->opener != NULL && make_envelope (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * cap_vault_key_new_apart:
 * @other: a key that a passphrase opened
 * @error: return location for a [error@Cap.SecretError]
 *
 * Makes a key for a copy that goes to somebody else: the same passphrase opens
 * it, and nothing in it opens what is under @other, even once its passphrase is changed.
 *
 * Returns: (transfer full) (nullable): the key
 */
CapVaultKey *
cap_vault_key_new_apart (CapVaultKey  *other,
                         GError      **error)
{
  g_autoptr(CapVaultKey) self = NULL;

  g_return_val_if_fail (other != NULL, NULL);

  if (!cap_vault_key_has_opener (other))
    {
      g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE,
                           _("This dossier is older than its passphrase: give it one of its own first"));
      return NULL;
    }

  self = draw_key (error);
  if (self == NULL)
    return NULL;

  memcpy (self->envelope + SALT_AT, other->envelope + SALT_AT, CAP_SECRET_SALT_SIZE);
  self->opener = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
  if (self->opener != NULL)
    memcpy (self->opener, other->opener, CAP_SECRET_KEY_SIZE);

  return self->opener != NULL && make_envelope (self, error) ? g_steal_pointer (&self) : NULL;
}

/* @secret: (out): the key, in secret memory; @opener: what opens its box */
static gboolean
open_box (const guint8  *envelope,
          const guint8  *opener,
          guint8        *secret,
          GError       **error)
{
  if (crypto_secretbox_open_easy (secret, envelope + BOX_AT, BOX_SIZE, envelope + NONCE_AT, opener) == 0)
    return TRUE;

  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE,
                       _("This is not the passphrase of this dossier"));

  return FALSE;
}

/* (nullable): the key of an envelope that is what it says; without its passphrase @opener opens nothing */
static CapVaultKey *
open_envelope (const guint8  *envelope,
               const guint8  *opener,
               GError       **error)
{
  guint8 *secret = cap_secret_new (CAP_SECRET_KEY_SIZE, error);
  g_autoptr(CapVaultKey) self = NULL;

  if (secret == NULL)
    return NULL;

  if (!open_box (envelope, opener, secret, error))
    {
      cap_secret_wipe (secret);
      return NULL;
    }

  self = cap_vault_key_intern (secret);
  if (memcmp (self->id, cap_vault_envelope_get_id (envelope), CAP_VAULT_ID_SIZE) != 0 ||
      !cap_vault_key_take_envelope (self, envelope))
    {
      set_damaged (error);
      return NULL;
    }

  return exchange_previous (self, self->envelope, TRUE, error) ? g_steal_pointer (&self) : NULL;
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
  CapVaultKey *self;
  guint8 *opener;

  g_return_val_if_fail (envelope != NULL && passphrase != NULL, NULL);

  if (envelope[0] != VERSION)
    {
      set_damaged (error);
      return NULL;
    }

  opener = derive_opener (envelope, passphrase, error);
  if (opener == NULL)
    return NULL;

  self = open_envelope (envelope, opener, error);
  if (self != NULL)
    cap_vault_key_take_opener (self, opener);
  else
    cap_secret_wipe (opener);

  return self;
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

  cap_vault_key_note_envelope (self, envelope);

  return TRUE;
}
