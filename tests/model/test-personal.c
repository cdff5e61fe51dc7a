/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-personal-finder.h"
#include "model/cap-personal-swaps.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *found; /* what is found, “|” between; NULL: nothing */
} Case;

static char *
describe (const CapPersonalFinder *finder,
          const char              *text,
          gboolean                 keys)
{
  g_autoptr(GPtrArray) spans = cap_personal_finder_find (finder, text);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const CapPersonalSpan *span = g_ptr_array_index (spans, i);

      g_string_append (out, i > 0 ? "|" : "");
      if (keys)
        g_string_append (out, span->key);
      else
        g_string_append_len (out, text + span->start, (gssize) span->length);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_cases (const char * const *names,
             const Case         *cases,
             gsize               n_cases)
{
  g_autoptr(CapPersonalFinder) finder = cap_personal_finder_new (names);

  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *found = describe (finder, cases[i].text, FALSE);

      g_assert_cmpstr (found, ==, cases[i].found != NULL ? cases[i].found : "");
    }
}

static void
test_mail (void)
{
  static const Case cases[] = {
    { "marie.durand@asso.fr", "marie.durand@asso.fr" },
    { "Écrire à <Marie.DURAND+cap@Sous.Asso-Exemple.org>.", "Marie.DURAND+cap@Sous.Asso-Exemple.org" },
    { "a@b.fr, c@d.coop; e_f@g.re", "a@b.fr|c@d.coop|e_f@g.re" },
    { "mailto:cip@structure.fr.", "cip@structure.fr" },
    { "hélène@exemple.fr", "hélène@exemple.fr" },
    { "deux@@signes.fr", NULL },
    { "un compte @asso", NULL },
    { "prix@12.50", NULL },
    { "x@y", NULL },
    { "x@y..fr", NULL },
    { "@asso.fr", NULL },
    { "x@-a.fr", NULL },
    { "x@.fr", NULL },
  };

  check_cases (NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_phone (void)
{
  static const Case cases[] = {
    { "0612345678", "0612345678" },
    { "Tél. : 06 12 34 56 78", "06 12 34 56 78" },
    { "01.23.45.67.89/02-23-45-67-89", "01.23.45.67.89|02-23-45-67-89" },
    { "06\xC2\xA0""12\xC2\xA0""34\xC2\xA0""56\xC2\xA0""78",
      "06\xC2\xA0""12\xC2\xA0""34\xC2\xA0""56\xC2\xA0""78" },
    { "06\xE2\x80\xAF""12\xE2\x80\xAF""34\xE2\x80\xAF""56\xE2\x80\xAF""78.",
      "06\xE2\x80\xAF""12\xE2\x80\xAF""34\xE2\x80\xAF""56\xE2\x80\xAF""78" },
    { "+33 6 12 34 56 78", "+33 6 12 34 56 78" },
    { "+33612345678", "+33612345678" },
    { "+33 (0)6 12 34 56 78", "+33 (0)6 12 34 56 78" },
    { "0033612345678", "0033612345678" },
    { "06 12 34 56 78 07 12 34 56 78", "06 12 34 56 78|07 12 34 56 78" },
    { "(06 12 34 56 78)", "06 12 34 56 78" },
    /* A SIRET, a SIREN, an IBAN, dates, hours, amounts, codes: none of them. */
    { "SIRET 012 345 678 00012", NULL },
    { "01234567800012", NULL },
    { "732 829 320 00074", NULL },
    { "FR76 3000 6000 0112 3456 7890 189", NULL },
    { "FR7630006000011234567890189", NULL },
    { "le 01.02.2026", NULL },
    { "2026-01-02 03:04:05", NULL },
    { "06 12 34 56 7", NULL },
    { "06 12 34 56 789", NULL },
    { "0012345678", NULL },
    { "+33 06 12 34 56 78", "06 12 34 56 78" },
    { "2026-0612345678", NULL },
    { "1,0612345678", NULL },
    { "A0612345678", NULL },
    { "0612345678b", NULL },
    { "A1.2, R-03, PR-02, 2026-014, D3.1.2", NULL },
    { "06\n12\n34\n56\n78", NULL },
    { "7a0612345678", NULL },
  };

  check_cases (NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_nir (void)
{
  static const Case cases[] = {
    /* 2 55 08 14 168 025: the key is 97 − 2550814168025 mod 97 = 38. */
    { "255081416802538", "255081416802538" },
    { "NIR 2 55 08 14 168 025 38.", "2 55 08 14 168 025 38" },
    { "2\xC2\xA0""55\xC2\xA0""08\xC2\xA0""14\xC2\xA0""168\xC2\xA0""025\xC2\xA0""38",
      "2\xC2\xA0""55\xC2\xA0""08\xC2\xA0""14\xC2\xA0""168\xC2\xA0""025\xC2\xA0""38" },
    { "2 55 08 14 168 025 39", NULL },
    { "2550814168025", NULL },
    { "2550814168025381", NULL },
    { "9 55 08 14 168 025 38", NULL },
    { "2 55 08 2C 168 025 38", NULL },
    { "R255081416802538", NULL },
    { "73282932000074", NULL },
  };
  g_autoptr(CapPersonalFinder) finder = cap_personal_finder_new (NULL);
  static const struct { const char *stem; const char *as_number; } corsica[] = {
    { "185052A123456", "1850519123456" }, { "285052B123456", "2850518123456" },
  };

  check_cases (NULL, cases, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (corsica); i++)
    {
      const guint64 key = 97 - g_ascii_strtoull (corsica[i].as_number, NULL, 10) % 97;
      g_autofree char *right = g_strdup_printf ("%s%02u", corsica[i].stem, (guint) key);
      g_autofree char *wrong = g_strdup_printf ("%s%02u", corsica[i].stem, (guint) (key % 97 + 1));
      g_autofree char *found = describe (finder, right, TRUE);
      g_autofree char *nothing = describe (finder, wrong, TRUE);

      g_assert_cmpstr (found, ==, right);
      g_assert_cmpstr (nothing, ==, "");
    }
}

/* Each key of two digits but the right one is refused. */
static void
test_nir_keys (void)
{
  g_autoptr(CapPersonalFinder) finder = cap_personal_finder_new (NULL);
  guint n = 0;

  for (guint key = 0; key < 100; key++)
    {
      g_autofree char *text = g_strdup_printf ("2550814168025%02u", key);
      g_autofree char *found = describe (finder, text, FALSE);

      n += *found != '\0';
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_names (void)
{
  static const char * const names[] = { "Hélène Le Goff", "Martin", "Jean-Pierre D’Almeida", "Lœtitia Ñuñez",
                                        NULL };
  static const Case cases[] = {
    { "Hélène Le Goff", "Hélène Le Goff" },
    { "avec LE GOFF Hélène, helene le goff", "LE GOFF Hélène|helene le goff" },
    { "LE GOFF, Hélène ; Le Goff-Hélène", "LE GOFF, Hélène|Le Goff-Hélène" },
    { "He\xCC\x81le\xCC\x80ne Le Goff", "He\xCC\x81le\xCC\x80ne Le Goff" },
    { "cv_helene-le-goff.pdf", "helene-le-goff" },
    { "Hélène\xC2\xA0Le\xC2\xA0Goff", "Hélène\xC2\xA0Le\xC2\xA0Goff" },
    { "M. MARTIN", "MARTIN" },
    { "l’avis de Martin.", "Martin" },
    { "Martine, Saint-Martinien, Martin2", NULL },
    { "Hélène", NULL },
    { "Le Goff", NULL },
    { "Hélène Le Goffic", NULL },
    { "jean pierre d'almeida", "jean pierre d'almeida" },
    { "D’ALMEIDA Jean-Pierre", "D’ALMEIDA Jean-Pierre" },
    { "LOETITIA NUNEZ", "LOETITIA NUNEZ" },
    { "lœtitia nuñez", "lœtitia nuñez" },
    { "martin@asso.fr", "martin@asso.fr" },
    { "A1.2", NULL },
  };

  check_cases (names, cases, G_N_ELEMENTS (cases));
}

/* However they are written, the same. */
static void
test_keys (void)
{
  g_autoptr(CapPersonalFinder) finder = cap_personal_finder_new (NULL);
  static const Case cases[] = {
    { "06 12 34 56 78, +33 6 12 34 56 78, 0033612345678", "0612345678|0612345678|0612345678" },
    { "Marie@Asso.FR", "marie@asso.fr" },
    { "2 55 08 14 168 025 38", "255081416802538" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (finder, cases[i].text, TRUE);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static CapPersonalSwaps *
new_swaps (const char *first,
           ...)
{
  CapPersonalSwaps *swaps = cap_personal_swaps_new ();
  g_autoptr(GError) error = NULL;
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    {
      const char *put = va_arg (args, const char *);

      cap_personal_swaps_add (swaps, text, put, &error);
      g_assert_no_error (error);
    }
  va_end (args);
  cap_personal_swaps_check (swaps, &error);
  g_assert_no_error (error);

  return swaps;
}

static void
test_swaps (void)
{
  g_autoptr(CapPersonalSwaps) swaps = new_swaps ("Marie Durand", "Personne 1", "06 12 34 56 78", "[tél.]",
                                                 "m.durand@asso.fr", "[courriel]", "Durand", "X.", NULL);
  static const Case cases[] = {
    { "Marie Durand (DURAND Marie, M.Durand@asso.fr, +33612345678, 07 12 34 56 78)",
      "Personne 1 (Personne 1, [courriel], [tél.], 07 12 34 56 78)" },
    { "Durand, puis durand", "X., puis X." },
    { "marie.durand@autre.fr", "Personne 1@autre.fr" },
    { "m.durand@asso.fr.pdf", "[courriel].pdf" },
    { "Durand m.durand@asso.fr", "X. [courriel]" },
    { "Marie\nDurand", "Marie\nX." },
    { "DURAND;Marie;06.12.34.56.78", "Personne 1;[tél.]" },
    { "Rien", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;
      g_autofree char *out = cap_personal_swaps_apply (swaps, cases[i].text, &n);

      g_assert_cmpstr (out, ==, cases[i].found);
      g_assert_cmpint (n > 0, ==, out != NULL);
      if (out != NULL)
        g_assert_cmpuint (cap_personal_swaps_count_bytes (swaps, out, strlen (out), strlen (out), NULL), ==,
                          0);
    }
}

/* Within longer words, with no space, in bytes that are no text: what is told apart by nothing is counted. */
static void
test_bytes (void)
{
  g_autoptr(CapPersonalSwaps) swaps = new_swaps ("Anaïs Roy", NULL, "06 12 34 56 78", NULL, NULL);
  static const char bytes[] =
    "\x00\xFF\xC3""anaïsroy\x80ROY_ANAIS\xFE""0612345678\xC3""+33.6.12.34.56.78Anaïs Royer";
  const gsize size = sizeof bytes - 1;
  guint64 counts[2] = { 0 };

  g_assert_cmpuint (cap_personal_swaps_count_bytes (swaps, bytes, size, size, counts), ==, 5);
  g_assert_cmpuint (counts[0], ==, 3);
  g_assert_cmpuint (counts[1], ==, 2);
  g_assert_cmpuint (cap_personal_swaps_count_bytes (swaps, bytes, size, 3, NULL), ==, 0);
}

static void
test_refused (void)
{
  static const struct { const char *text; const char *put; } refused[] = {
    { "Al", NULL }, { "…", NULL }, { "", NULL }, { "Durand", "" }, { "Durand", "a,b" }, { "Durand", "a\"b" },
    { "Durand", "a\nb" }, { "Durand", "a\\b" }, { "\xFF\xFE zzz", NULL },
  };
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) refusal = NULL;

      g_assert_false (cap_personal_swaps_add (swaps, refused[i].text, refused[i].put, &refusal));
      g_assert_nonnull (refusal);
    }

  g_assert_true (cap_personal_swaps_add (swaps, "Durand", "l’ex-Durand", &error));
  g_assert_false (cap_personal_swaps_check (swaps, &error));
  g_assert_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_REPLACEMENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/personal/mail", test_mail);
  g_test_add_func ("/personal/phone", test_phone);
  g_test_add_func ("/personal/nir", test_nir);
  g_test_add_func ("/personal/nir-keys", test_nir_keys);
  g_test_add_func ("/personal/names", test_names);
  g_test_add_func ("/personal/keys", test_keys);
  g_test_add_func ("/personal/swaps", test_swaps);
  g_test_add_func ("/personal/bytes", test_bytes);
  g_test_add_func ("/personal/refused", test_refused);

  return g_test_run ();
}
