/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-seal-key.h"

#include <string.h>

#define PASSPHRASE "quatre mots sans lien, été"

static CapSealKey *
new_key (void)
{
  g_autoptr(GError) error = NULL;
  CapSealKey *key = cap_seal_key_new (&error);

  g_assert_no_error (error);

  return key;
}

/* @bytes with one bit turned. */
static GBytes *
flip (GBytes *bytes,
      gsize   at)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  copy[at] ^= 0x10;

  return g_bytes_new_take (g_steal_pointer (&copy), size);
}

static void
test_sign (void)
{
  g_autoptr(CapSealKey) key = new_key ();
  g_autoptr(CapSealKey) other = new_key ();
  g_autoptr(GBytes) public_key = cap_seal_key_dup_public (key);
  g_autoptr(GBytes) other_public = cap_seal_key_dup_public (other);
  g_autoptr(GBytes) signature = cap_seal_key_sign (key, "La photographie");
  g_autoptr(GBytes) again = cap_seal_key_sign (key, "La photographie");
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);

  g_assert_cmpuint (g_bytes_get_size (signature), ==, CAP_SEAL_SIGNATURE_SIZE);
  g_assert_true (g_bytes_equal (signature, again));
  g_assert_true (cap_seal_key_verify (public_key, "La photographie", signature));
  g_assert_false (cap_seal_key_verify (public_key, "La photographie.", signature));
  g_assert_false (cap_seal_key_verify (other_public, "La photographie", signature));
  g_assert_false (cap_seal_key_verify (public_key, "La photographie", nothing));
  g_assert_false (cap_seal_key_verify (nothing, "La photographie", signature));

  for (gsize i = 0; i < CAP_SEAL_SIGNATURE_SIZE; i++)
    {
      g_autoptr(GBytes) altered = flip (signature, i);

      g_assert_false (cap_seal_key_verify (public_key, "La photographie", altered));
    }
}

/* What is kept opens with the passphrase, however its accents are composed, and with no other. */
static void
test_lock (void)
{
  g_autoptr(CapSealKey) key = new_key ();
  g_autoptr(GBytes) public_key = cap_seal_key_dup_public (key);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) locked = cap_seal_key_lock (key, PASSPHRASE, &error);
  g_autofree char *decomposed = g_utf8_normalize (PASSPHRASE, -1, G_NORMALIZE_NFD);
  g_autoptr(CapSealKey) opened = NULL;
  g_autoptr(GBytes) one = NULL;
  g_autoptr(GBytes) other = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (locked), ==, CAP_SEAL_LOCKED_SIZE);
  g_assert_cmpstr (decomposed, !=, PASSPHRASE);
  opened = cap_seal_key_unlock (locked, public_key, decomposed, &error);
  g_assert_no_error (error);
  one = cap_seal_key_sign (key, "x");
  other = cap_seal_key_sign (opened, "x");
  g_assert_true (g_bytes_equal (one, other));

  g_assert_null (cap_seal_key_unlock (locked, public_key, PASSPHRASE "!", &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE);
}

/* Two keys locked with one passphrase have nothing in common; one key locked twice neither. */
static void
test_salt (void)
{
  g_autoptr(CapSealKey) key = new_key ();
  g_autoptr(GBytes) one = cap_seal_key_lock (key, PASSPHRASE, NULL);
  g_autoptr(GBytes) other = cap_seal_key_lock (key, PASSPHRASE, NULL);
  const guint8 *left = g_bytes_get_data (one, NULL);
  const guint8 *right = g_bytes_get_data (other, NULL);

  g_assert_cmpint (memcmp (left + 1, right + 1, 16), !=, 0);
  g_assert_cmpint (memcmp (left + 17, right + 17, 24), !=, 0);
  g_assert_cmpint (memcmp (left + 41, right + 41, CAP_SEAL_LOCKED_SIZE - 41), !=, 0);
}

/* A file that anybody may have written. */
static void
test_damaged (void)
{
  g_autoptr(CapSealKey) key = new_key ();
  g_autoptr(CapSealKey) stranger = new_key ();
  g_autoptr(GBytes) public_key = cap_seal_key_dup_public (key);
  g_autoptr(GBytes) strange = cap_seal_key_dup_public (stranger);
  g_autoptr(GBytes) locked = cap_seal_key_lock (key, PASSPHRASE, NULL);
  g_autoptr(GBytes) version = flip (locked, 0);
  g_autoptr(GBytes) box = flip (locked, 60);
  g_autoptr(GBytes) cut = g_bytes_new_from_bytes (locked, 0, CAP_SEAL_LOCKED_SIZE - 1);
  const struct { GBytes *locked; GBytes *public_key; int code; } cases[] = {
    { version, public_key, CAP_SECRET_ERROR_DAMAGED },
    { cut, public_key, CAP_SECRET_ERROR_DAMAGED },
    { locked, strange, CAP_SECRET_ERROR_DAMAGED }, /* another public key was put beside it */
    { box, public_key, CAP_SECRET_ERROR_PASSPHRASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (cap_seal_key_unlock (cases[i].locked, cases[i].public_key, PASSPHRASE, &error));
      g_assert_error (error, CAP_SECRET_ERROR, cases[i].code);
    }
}

static void
test_choice (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_secret_check_choice ("éééééééééééé", NULL)); /* characters, not bytes */
  g_assert_false (cap_secret_check_choice ("ééééééééééé", NULL));
  g_assert_false (cap_secret_check_choice ("", &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
  g_assert_nonnull (strstr (error->message, "12"));
}

static void
test_fingerprint (void)
{
  static const guint8 zeros[CAP_SEAL_PUBLIC_SIZE];
  g_autoptr(GBytes) public_key = g_bytes_new_static (zeros, sizeof zeros);
  g_autofree char *fingerprint = cap_seal_key_dup_fingerprint (public_key);

  /* SHA-256 of 32 zero bytes: 66687aadf862bd776c8f… */
  g_assert_cmpstr (fingerprint, ==, "CSM7-NBFR-CAYQ-EV4F");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal-key/sign", test_sign);
  g_test_add_func ("/seal-key/lock", test_lock);
  g_test_add_func ("/seal-key/salt", test_salt);
  g_test_add_func ("/seal-key/damaged", test_damaged);
  g_test_add_func ("/seal-key/choice", test_choice);
  g_test_add_func ("/seal-key/fingerprint", test_fingerprint);

  return g_test_run ();
}
