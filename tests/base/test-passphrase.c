/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-passphrase.h"

#include <string.h>

#include "base/cap-secret.h"

/* What people would choose, from the worst on. */
static void
test_rate (void)
{
  const struct { const char *passphrase; CapPassphraseStrength strength; } cases[] = {
    { "", CAP_PASSPHRASE_SHORT },
    { "soleil", CAP_PASSPHRASE_SHORT },
    { "aaaaaaaaaaaa", CAP_PASSPHRASE_WEAK },
    { "123456789012", CAP_PASSPHRASE_WEAK },
    { "azertyuiop123", CAP_PASSPHRASE_WEAK },
    { "motdepasse2026", CAP_PASSPHRASE_WEAK },
    { "Soleil2026!!!", CAP_PASSPHRASE_WEAK },
    { "bonjour doudou", CAP_PASSPHRASE_WEAK },
    { "cap cèdre coorace", CAP_PASSPHRASE_WEAK },
    { "abcdefghijklmnop", CAP_PASSPHRASE_WEAK },
    { "maison jardin cerise", CAP_PASSPHRASE_FAIR },
    { "lampe girafe ticket orage", CAP_PASSPHRASE_GOOD },
    { "lampe girafe ticket orage velours", CAP_PASSPHRASE_STRONG },
    { "x7Kq-9mZw-4Tbp-2Rva", CAP_PASSPHRASE_STRONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].passphrase);
      g_assert_cmpint (cap_passphrase_rate (cases[i].passphrase, NULL), ==, cases[i].strength);
    }
}

/* More is never less, and the name of the structure is worth little. */
static void
test_known (void)
{
  const char * const known[] = { "Les Jardins de l’Étang", "", NULL };
  g_autoptr(GString) longer = g_string_new ("");
  CapPassphraseStrength last = CAP_PASSPHRASE_SHORT;

  g_assert_cmpint (cap_passphrase_rate ("Les Jardins de l’Étang", NULL), >, CAP_PASSPHRASE_WEAK);
  g_assert_cmpint (cap_passphrase_rate ("Les Jardins de l’Étang", known), ==, CAP_PASSPHRASE_WEAK);
  g_assert_cmpint (cap_passphrase_rate ("Les Jardins de l’Étang 2026", known), ==, CAP_PASSPHRASE_WEAK);

  for (guint i = 0; i < 400; i++)
    {
      const CapPassphraseStrength now = cap_passphrase_rate (longer->str, NULL);

      g_assert_cmpint (now, >=, last);
      last = now;
      g_string_append_printf (longer, "%c%c ", 'a' + (int) (i * 7 % 26), 'a' + (int) (i * 11 % 26));
    }
}

/* Each is another, can be typed, and is strong. */
static void
test_propose (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 200; i++)
    {
      char *proposal = cap_passphrase_propose ();

      g_assert_true (g_regex_match_simple ("^([b-z][aeiou]){2}(-([b-z][aeiou]){2}){4}$", proposal, 0, 0));
      g_assert_cmpint (cap_passphrase_rate (proposal, NULL), >=, CAP_PASSPHRASE_GOOD);
      g_assert_true (g_hash_table_add (seen, proposal));
    }
}

static void
test_check (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_passphrase_check ("lampe girafe ticket orage", NULL));
  g_assert_false (cap_passphrase_check ("motdepasse2026", &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
  g_clear_error (&error);
  g_assert_false (cap_passphrase_check ("court", &error));
  g_assert_error (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/passphrase/rate", test_rate);
  g_test_add_func ("/base/passphrase/known", test_known);
  g_test_add_func ("/base/passphrase/propose", test_propose);
  g_test_add_func ("/base/passphrase/check", test_check);

  return g_test_run ();
}
