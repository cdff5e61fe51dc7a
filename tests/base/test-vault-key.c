/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-vault-key.h"

#include <string.h>

#define PASSPHRASE "quatre mots sans lien, été"

static CapVaultKey *
new_key (const char  *passphrase,
         CapVaultKey *previous)
{
  g_autoptr(GError) error = NULL;
  CapVaultKey *key = cap_vault_key_new (passphrase, previous, &error);

  g_assert_no_error (error);

  return key;
}

static guint8 *
dup_envelope (CapVaultKey *key)
{
  guint8 *envelope = g_malloc0 (CAP_VAULT_ENVELOPE_SIZE);

  g_assert_true (cap_vault_key_copy_envelope (key, envelope));

  return envelope;
}

static void
assert_refused (const guint8   *envelope,
                const char     *passphrase,
                CapSecretError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_vault_key_unlock (envelope, passphrase, &error));
  g_assert_error (error, CAP_SECRET_ERROR, (int) code);
}

/* What is derived from a key, in hexadecimal. */
static char *
dup_derived (const CapVaultKey *key,
             guint8             salt_byte)
{
  guint8 salt[CAP_VAULT_SALT_SIZE];
  guint8 derived[CAP_SECRET_KEY_SIZE];
  GString *text = g_string_new (NULL);

  memset (salt, salt_byte, sizeof salt);
  cap_vault_key_derive (key, salt, derived);
  for (gsize i = 0; i < sizeof derived; i++)
    g_string_append_printf (text, "%02x", derived[i]);

  return g_string_free (text, FALSE);
}

/* A key that nobody holds is not found; its envelope gives it back to who knows the passphrase alone. */
static void
test_unlock (void)
{
  CapVaultKey *key = new_key (PASSPHRASE, NULL);
  g_autofree guint8 *envelope = dup_envelope (key);
  g_autofree char *derived = dup_derived (key, 1);
  g_autofree char *other_file = dup_derived (key, 2);
  g_autofree char *again = NULL;
  const guint8 *id = cap_vault_envelope_get_id (envelope);
  g_autoptr(CapVaultKey) unlocked = NULL;
  CapVaultKey *found;

  g_assert_cmpmem (id, CAP_VAULT_ID_SIZE, cap_vault_key_get_id (key), CAP_VAULT_ID_SIZE);
  g_assert_cmpstr (derived, !=, other_file);
  found = cap_vault_key_find (id);
  g_assert_true (found == key);
  cap_vault_key_unref (found);
  cap_vault_key_unref (key);
  g_assert_null (cap_vault_key_find (id));

  assert_refused (envelope, "quatre mots sans lien, ete", CAP_SECRET_ERROR_PASSPHRASE);
  assert_refused (envelope, "", CAP_SECRET_ERROR_PASSPHRASE);
  g_assert_null (cap_vault_key_find (id));

  unlocked = cap_vault_key_unlock (envelope, "quatre mots sans lien, e\xcc\x81te\xcc\x81", NULL);
  g_assert_nonnull (unlocked); /* accents that are composed another way */
  again = dup_derived (unlocked, 1);
  g_assert_cmpstr (again, ==, derived);
}

/* Whatever is changed in an envelope, it is found, or nothing comes out. Bytes of the box of the passphrase
 * read as another passphrase; those that the passphrase does not reach are under the seal of the envelope. */
static void
test_altered (void)
{
  g_autoptr(CapVaultKey) key = new_key (PASSPHRASE, NULL);
  g_autofree guint8 *envelope = dup_envelope (key);
  const gsize places[] = { 0, 1, 16, 17, 40, 60, 104, 105, 130, 300, 401, CAP_VAULT_ENVELOPE_SIZE - 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree guint8 *altered = g_memdup2 (envelope, CAP_VAULT_ENVELOPE_SIZE);
      g_autoptr(GError) error = NULL;

      altered[places[i]] ^= 0x10;
      g_assert_null (cap_vault_key_unlock (altered, PASSPHRASE, &error));
      g_assert_true (error->domain == CAP_SECRET_ERROR);
    }
  for (gsize i = 0; i < CAP_VAULT_ENVELOPE_SIZE; i++)
    {
      g_autofree guint8 *altered = g_memdup2 (envelope, CAP_VAULT_ENVELOPE_SIZE);

      altered[i] ^= 0x01;
      g_assert_false (cap_vault_key_take_envelope (key, altered));
    }
  g_assert_true (cap_vault_key_take_envelope (key, envelope));
}

/* Who knows the new passphrase reads what was written with the ones before, not the other way round. */
static void
test_changed (void)
{
  CapVaultKey *first = new_key (PASSPHRASE, NULL);
  CapVaultKey *second = new_key ("une autre phrase, l’automne", first);
  CapVaultKey *third = new_key ("et la troisième, en hiver", second);
  g_autofree guint8 *old_envelope = dup_envelope (first);
  g_autofree guint8 *envelope = dup_envelope (third);
  g_autofree guint8 *first_id = g_memdup2 (cap_vault_key_get_id (first), CAP_VAULT_ID_SIZE);
  g_autofree guint8 *second_id = g_memdup2 (cap_vault_key_get_id (second), CAP_VAULT_ID_SIZE);
  g_autofree guint8 *third_id = g_memdup2 (cap_vault_key_get_id (third), CAP_VAULT_ID_SIZE);
  guint8 copy[CAP_VAULT_ENVELOPE_SIZE];
  CapVaultKey *key;
  CapVaultKey *found;

  cap_vault_key_unref (first);
  cap_vault_key_unref (second);
  cap_vault_key_unref (third);
  g_assert_null (cap_vault_key_find (first_id));

  assert_refused (envelope, PASSPHRASE, CAP_SECRET_ERROR_PASSPHRASE);
  key = cap_vault_key_unlock (old_envelope, PASSPHRASE, NULL);
  g_assert_nonnull (key);
  g_assert_null (cap_vault_key_find (third_id));
  cap_vault_key_unref (key);

  key = cap_vault_key_unlock (envelope, "et la troisième, en hiver", NULL);
  g_assert_nonnull (key);
  found = cap_vault_key_find (second_id);
  g_assert_nonnull (found);
  cap_vault_key_unref (found);
  found = cap_vault_key_find (first_id);
  g_assert_nonnull (found);

  /* Its envelope is not known until a file is met that has it. */
  g_assert_false (cap_vault_key_copy_envelope (found, copy));
  g_assert_false (cap_vault_key_take_envelope (found, envelope));
  g_assert_true (cap_vault_key_take_envelope (found, old_envelope));
  g_assert_true (cap_vault_key_copy_envelope (found, copy));
  g_assert_cmpmem (copy, sizeof copy, old_envelope, CAP_VAULT_ENVELOPE_SIZE);
  cap_vault_key_unref (found);
  cap_vault_key_unref (key);
  g_assert_null (cap_vault_key_find (first_id));
}

/* The same passphrase opens what goes to somebody else; it opens nothing of what stays, even once it has
 * another passphrase. */
static void
test_apart (void)
{
  CapVaultKey *own = new_key (PASSPHRASE, NULL);
  CapVaultKey *apart = cap_vault_key_new_apart (own, NULL);
  CapVaultKey *changed = new_key ("une autre phrase, l’automne", apart);
  g_autofree guint8 *envelope = dup_envelope (apart);
  g_autofree guint8 *changed_envelope = dup_envelope (changed);
  g_autofree guint8 *own_id = g_memdup2 (cap_vault_key_get_id (own), CAP_VAULT_ID_SIZE);
  g_autofree guint8 *apart_id = g_memdup2 (cap_vault_key_get_id (apart), CAP_VAULT_ID_SIZE);
  CapVaultKey *again;
  CapVaultKey *found;

  g_assert_cmpint (memcmp (own_id, apart_id, CAP_VAULT_ID_SIZE), !=, 0);
  cap_vault_key_unref (own);
  cap_vault_key_unref (apart);
  cap_vault_key_unref (changed);

  again = cap_vault_key_unlock (envelope, PASSPHRASE, NULL);
  g_assert_nonnull (again);
  g_assert_null (cap_vault_key_find (own_id));
  cap_vault_key_unref (again);

  again = cap_vault_key_unlock (changed_envelope, "une autre phrase, l’automne", NULL);
  g_assert_nonnull (again);
  found = cap_vault_key_find (apart_id);
  g_assert_nonnull (found);
  g_assert_null (cap_vault_key_new_apart (found, NULL)); /* its passphrase was not typed */
  g_assert_null (cap_vault_key_find (own_id));
  cap_vault_key_unref (found);
  cap_vault_key_unref (again);
}

static void
test_too_short (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_vault_key_new ("trop court", NULL, &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/vault-key/unlock", test_unlock);
  g_test_add_func ("/base/vault-key/altered", test_altered);
  g_test_add_func ("/base/vault-key/changed", test_changed);
  g_test_add_func ("/base/vault-key/apart", test_apart);
  g_test_add_func ("/base/vault-key/too-short", test_too_short);

  return g_test_run ();
}
