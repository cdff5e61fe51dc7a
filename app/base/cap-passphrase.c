/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-passphrase.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>
#include <zxcvbn.h>

#include "base/cap-secret.h"

/* Bits, when each trial costs Argon2id with 256 MiB (see cap_secret_derive()): a hundred machines make some
 * 2^33 trials in a year. */
#define FAIR_BITS   36
#define GOOD_BITS   48
#define STRONG_BITS 62

/* A word that people choose is one of some 8 000: https://theworld.com/~reinhold/diceware.html. A longer
 * run of letters is worth as many words as it has room for. */
#define WORD_BITS    13
#define WORD_LETTERS 6
#define MAX_RATED    50 /* characters: what is longer is strong before, or repeats itself */

/* Five groups of two syllables: 63 bits. */
#define N_GROUPS    5
#define N_SYLLABLES 2
#define CONSONANTS  "bcdfgjklmnprstvz"
#define VOWELS      "aeiou"

/* What zxcvbn, which is English, does not know that the French choose most. */
static const char * const common[] = {
  "azerty", "azertyuiop", "motdepasse", "mot de passe", "phrase de passe", "bonjour", "bonsoir",
  "soleil", "doudou", "loulou", "chouchou", "coucou", "jetaime", "je t’aime", "je t'aime", "mamour",
  "bisous", "marseille", "paris", "lyon", "toulouse", "bretagne", "france", "football", "chocolat",
  "papillon", "vacances", "secret", "cap cedre", "cap cèdre", "coorace", "cedre", "cèdre", "insertion",
  "association", "dossier", "qualité", "direction", "bienvenue", "liberte", "liberté", "egalite",
  "fraternite", "printemps", "automne", "nicolas", "camille", "thomas", "julien", "marine", "sandrine",
  "isabelle", "sébastien", "sebastien", "christophe",
};

/* At most this much, if each run of letters is made of words that people know. */
static double
count_word_bits (const char *passphrase)
{
  double bits = 0;
  guint letters = 0;

  for (const char *at = passphrase;; at = g_utf8_next_char (at))
    {
      const gunichar c = *at != '\0' ? g_utf8_get_char (at) : 0;

      if (c != 0 && g_unichar_isalpha (c))
        {
          letters++;
          continue;
        }
      if (letters > 0)
        bits += WORD_BITS * ((letters + WORD_LETTERS - 1) / WORD_LETTERS);
      letters = 0;
      if (c == 0)
        return bits;
      bits += g_unichar_isdigit (c) ? 3.3 : c == ' ' ? 0 : 2; /* log2 of ten; of what stands between words */
    }
}

static double
count_bits (const char         *passphrase,
            const char * const *known)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  const glong length = g_utf8_strlen (passphrase, -1);
  char *start = g_utf8_substring (passphrase, 0, MIN (length, MAX_RATED));
  double bits;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_ptr_array_add (words, (gpointer) common[i]);
  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    {
      if (known[i][0] != '\0')
        g_ptr_array_add (words, (gpointer) known[i]);
    }
  g_ptr_array_add (words, NULL);

  bits = MIN (ZxcvbnMatch (start, (const char **) words->pdata, NULL), count_word_bits (start));
  cap_secret_free (start);

  return bits;
}

/**
 * cap_passphrase_rate:
 * @passphrase: as far as it is typed
 * @known: (nullable) (array zero-terminated=1): what anybody would try first: the name of the structure
 *
 * Says how long a machine would search for it, which is an estimate: what zxcvbn finds, or less, if it is
 * made of words.
 *
 * Returns: how strong it is
 */
CapPassphraseStrength
cap_passphrase_rate (const char         *passphrase,
                     const char * const *known)
{
  double bits;

  g_return_val_if_fail (passphrase != NULL, CAP_PASSPHRASE_SHORT);

  if (!cap_secret_check_choice (passphrase, NULL))
    return CAP_PASSPHRASE_SHORT;

  bits = count_bits (passphrase, known);
  if (bits < FAIR_BITS)
    return CAP_PASSPHRASE_WEAK;
  if (bits < GOOD_BITS)
    return CAP_PASSPHRASE_FAIR;

  return bits < STRONG_BITS ? CAP_PASSPHRASE_GOOD : CAP_PASSPHRASE_STRONG;
}

const char *
cap_passphrase_get_label (CapPassphraseStrength strength)
{
  static const char * const labels[] = {
    [CAP_PASSPHRASE_SHORT] = N_("Too short"),
    [CAP_PASSPHRASE_WEAK] = N_("Too easy to guess"),
    [CAP_PASSPHRASE_FAIR] = N_("Fair"),
    [CAP_PASSPHRASE_GOOD] = N_("Good"),
    [CAP_PASSPHRASE_STRONG] = N_("Very good"),
  };

  g_return_val_if_fail ((guint) strength < G_N_ELEMENTS (labels), "");

  return gettext (labels[strength]);
}

gboolean
cap_passphrase_check (const char  *passphrase,
                      GError     **error)
{
  if (!cap_secret_check_choice (passphrase, error))
    return FALSE;

  if (cap_passphrase_rate (passphrase, NULL) > CAP_PASSPHRASE_WEAK)
    return TRUE;

  g_set_error_literal (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_WEAK,
                       _("This passphrase is too easy to guess: take four words that have nothing to do with"
                         " each other"));

  return FALSE;
}

/* No word that one would not read aloud. */
static gboolean
is_decent (const char *group)
{
  static const char * const words[] = {
    "caca", "pipi", "zizi", "nazi", "pute", "bite", "cucu", "kaka", "pede", NULL,
  };

  return !g_strv_contains (words, group);
}

/**
 * cap_passphrase_propose:
 *
 * Returns: (transfer full): one drawn at random, that can be read aloud: “timo-lade-…”; for cap_secret_free()
 */
char *
cap_passphrase_propose (void)
{
  char *proposal = g_malloc0 (N_GROUPS * (2 * N_SYLLABLES + 1));
  char *at = proposal;

  for (guint i = 0; i < N_GROUPS;)
    {
      char group[2 * N_SYLLABLES + 1] = { 0 };

      for (guint s = 0; s < N_SYLLABLES; s++)
        {
          group[2 * s] = CONSONANTS[randombytes_uniform (strlen (CONSONANTS))];
          group[2 * s + 1] = VOWELS[randombytes_uniform (strlen (VOWELS))];
        }
      if (!is_decent (group))
        continue;
      if (i++ > 0)
        *at++ = '-';
      memcpy (at, group, 2 * N_SYLLABLES);
      at += 2 * N_SYLLABLES;
    }

  return proposal;
}
