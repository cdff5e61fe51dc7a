/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-seal.h"

#include <string.h>

static CapSeal *
new_seal (void)
{
  CapSeal *seal = cap_seal_new ();

  seal->id = g_strdup ("0c6f3a52-6f0e-4b51-9c0e-4c1f3a8b7d10");
  seal->dossier = g_strdup ("1c6f3a52-6f0e-4b51-9c0e-4c1f3a8b7d10");
  seal->structure = g_strdup ("Les Érables");
  seal->kind = g_strdup ("photograph");
  seal->label = g_strdup ("Photographie");
  seal->made_at = g_strdup ("2026-11-20T09:30:00Z");
  seal->author = g_strdup ("La direction");
  seal->content = g_strdup ("4d2f0a6dd1b5b0b3f5f0d6f9b6f1c1d0a6dd1b5b0b3f5f0d6f9b6f1c1d0a6dd1");
  seal->document = g_strdup ("5d2f0a6dd1b5b0b3f5f0d6f9b6f1c1d0a6dd1b5b0b3f5f0d6f9b6f1c1d0a6dd1");

  return seal;
}

static CapSeal *
new_signed (void)
{
  g_autoptr(CapSealKey) key = cap_seal_key_new (NULL);
  CapSeal *seal = new_seal ();

  cap_seal_sign (seal, key);

  return seal;
}

static void
test_text (void)
{
  g_autoptr(CapSeal) seal = new_signed ();
  g_autofree char *text = cap_seal_dup_text (seal);
  g_autoptr(CapSeal) read = cap_seal_parse (text);
  g_autofree char *again = NULL;

  g_assert_nonnull (read);
  g_assert_true (cap_seal_is_genuine (read));
  again = cap_seal_dup_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (read->structure, ==, "Les Érables");
  g_assert_cmpstr (read->document, ==, seal->document);
}

/* No other seal is written the same, whatever the names hold. */
static void
test_hostile_names (void)
{
  static const char * const names[] = { "A\nkind: plan", "A\\nkind: plan", "\\", "A\r", "", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CapSealKey) key = cap_seal_key_new (NULL);
      g_autoptr(CapSeal) seal = new_seal ();
      g_autoptr(CapSeal) read = NULL;
      g_autofree char *text = NULL;

      g_free (seal->structure);
      seal->structure = g_strdup (names[i]);
      cap_seal_sign (seal, key);
      text = cap_seal_dup_text (seal);
      read = cap_seal_parse (text);
      g_assert_nonnull (read);
      g_assert_cmpstr (read->structure, ==, names[i]);
      g_assert_cmpstr (read->kind, ==, "photograph");
      g_assert_true (cap_seal_is_genuine (read));
    }
}

/* Every byte counts: what reads again as a seal is not genuine. */
static void
test_every_byte (void)
{
  g_autoptr(CapSeal) seal = new_signed ();
  g_autofree char *text = cap_seal_dup_text (seal);
  const gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      static const char changes[] = { 0x01, 0x20, 0x40, (char) 0x80 };

      for (guint j = 0; j < G_N_ELEMENTS (changes); j++)
        {
          g_autoptr(CapSeal) read = NULL;
          const char kept = text[i];

          text[i] = (char) (kept ^ changes[j]);
          read = cap_seal_parse (text);
          g_assert_false (read != NULL && cap_seal_is_genuine (read));
          text[i] = kept;
        }
    }
}

/* Neither a field nor the key is exchanged. */
static void
test_changed (void)
{
  g_autoptr(CapSeal) seal = new_signed ();
  g_autoptr(CapSeal) other = new_signed ();
  g_autoptr(CapSeal) without = cap_seal_copy (seal);

  g_assert_true (cap_seal_is_genuine (seal));
  g_clear_pointer (&without->document, g_free);
  g_assert_false (cap_seal_is_genuine (without));
  g_bytes_unref (seal->public_key);
  seal->public_key = g_bytes_ref (other->public_key);
  g_assert_false (cap_seal_is_genuine (seal));
}

static void
test_not_a_seal (void)
{
  static const char * const texts[] = {
    "", "seal: 1", "seal: 1\n", "seal: 2\nid: a\n", "\n\n\n\n\n\n\n\n\n\n\n\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (cap_seal_parse (texts[i]));
}

static void
test_verdict (void)
{
  g_autoptr(CapSeal) seal = new_signed ();
  g_autofree char *fingerprint = cap_seal_key_dup_fingerprint (seal->public_key);
  g_autofree char *code = cap_seal_dup_code (seal);
  g_autofree char *verdict = NULL;

  g_free (seal->structure);
  seal->structure = g_strdup ("Les\nÉrables");
  verdict = cap_seal_dup_verdict (seal, CAP_SEAL_DOCUMENT_INTACT);
  g_assert_nonnull (strstr (verdict, "“Les Érables”"));
  g_assert_nonnull (strstr (verdict, fingerprint));
  g_assert_nonnull (strstr (verdict, code));
  g_assert_nonnull (strstr (verdict, "20 November 2026"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/text", test_text);
  g_test_add_func ("/seal/hostile-names", test_hostile_names);
  g_test_add_func ("/seal/every-byte", test_every_byte);
  g_test_add_func ("/seal/changed", test_changed);
  g_test_add_func ("/seal/not-a-seal", test_not_a_seal);
  g_test_add_func ("/seal/verdict", test_verdict);

  return g_test_run ();
}
