/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-glossary.h"

#include <string.h>

typedef struct
{
  GPtrArray   *entries;
  CapGlossary *glossary;
} Fixture;

static void
add (GPtrArray  *entries,
     const char *term,
     const char *expansion,
     const char *forms)
{
  CapGlossaryEntry *entry = cap_glossary_entry_new ();

  entry->term = g_strdup (term);
  entry->expansion = g_strdup (expansion);
  entry->text = g_strdup ("What it means.");
  entry->forms = g_strsplit (forms, "|", -1);
  g_ptr_array_add (entries, entry);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_glossary_entry_free);

  add (entries, "sortie", NULL, "sorties");
  add (entries, "sortie dynamique", NULL, "sorties dynamiques");
  add (entries, "AI", "Association intermédiaire", "");
  add (entries, "écart", NULL, "écarts|fiche d’écart");
  add (entries, "ETT-ESS", NULL, "");
  add (entries, "ESS", NULL, "");
  add (entries, "ISO 9001", NULL, "");
  add (entries, "auto-évaluation", NULL, "");
  add (entries, "salarié en parcours", NULL, "salarié·e en parcours");
  add (entries, "œuvre", NULL, "");
  add (entries, "PDCA", "Planifier, faire, vérifier, agir", "");

  fixture->entries = entries;
  fixture->glossary = cap_glossary_new (entries);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  cap_glossary_free (fixture->glossary);
  g_ptr_array_unref (fixture->entries);
}

/* “[word=TERM]” for each match, in the text. */
static char *
mark (const CapGlossary *glossary,
      const char        *text)
{
  g_autoptr(GArray) matches = cap_glossary_find_matches (glossary, text);
  GString *marked = g_string_new (NULL);
  gsize place = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const CapGlossaryMatch *match = &g_array_index (matches, CapGlossaryMatch, i);

      g_assert_cmpuint (match->start, >=, place);
      g_assert_cmpuint (match->end, >, match->start);
      g_string_append_len (marked, text + place, (gssize) (match->start - place));
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + match->start, (gssize) (match->end - match->start));
      g_string_append_printf (marked, "=%s]", match->entry->term);
      place = match->end;
    }
  g_string_append (marked, text + place);

  return g_string_free (marked, FALSE);
}

static void
test_matches (Fixture      *fixture,
              gconstpointer data)
{
  static const struct { const char *text; const char *marked; } cases[] = {
    { "", "" },
    { "Rien à dire.", "Rien à dire." },
    /* The longest first; then the rest of the text. */
    { "Une sortie dynamique, puis une sortie.",
      "Une [sortie dynamique=sortie dynamique], puis une [sortie=sortie]." },
    { "Les sorties, dynamiques ou non", "Les [sorties=sortie], dynamiques ou non" },
    /* Once, at its first occurrence; a longer word is not cut for a shorter one. */
    { "sortie sorties sortie", "[sortie=sortie] sorties sortie" },
    { "écart ; fiche d’écart", "[écart=écart] ; fiche d’écart" },
    /* Whole words, with and without an elision. */
    { "sortiez, ressortie, AIDE, PAI", "sortiez, ressortie, AIDE, PAI" },
    { "L’AI et l'écart d’AI", "L’[AI=AI] et l'[écart=écart] d’AI" },
    { "(AI) « écart »\u202f!", "([AI=AI]) « [écart=écart] »\u202f!" },
    { "sous-écart, AI-ACI, pré\u2011sortie", "sous-écart, AI-ACI, pré\u2011sortie" },
    { "'écart'", "'[écart=écart]'" },
    /* Case: any, but for abbreviations; accents: those. */
    { "ÉCART, Sortie", "[ÉCART=écart], [Sortie=sortie]" },
    { "ai, Ai, aI", "ai, Ai, aI" },
    { "ecart, iso 9001", "ecart, iso 9001" },
    { "e\u0301cart", "[e\u0301cart=écart]" },
    { "À l’ŒUVRE", "À l’[ŒUVRE=œuvre]" },
    /* Spaces, apostrophes and hyphens, however they are typed. */
    { "ISO\u202f9001, ISO\u00a09001", "[ISO\u202f9001=ISO 9001], ISO\u00a09001" },
    { "ISO  9001:2015", "[ISO  9001=ISO 9001]:2015" },
    { "ISO, 9001", "ISO, 9001" },
    { "fiche d'écart", "[fiche d'écart=écart]" },
    { "fiche d’ écart", "fiche d’ [écart=écart]" },
    { "auto\u2011évaluation", "[auto\u2011évaluation=auto-évaluation]" },
    { "auto\u00adévaluation, sor\u00adtie", "auto\u00adévaluation, [sor\u00adtie=sortie]" },
    { "Un·e salarié·e en\nparcours", "Un·e [salarié·e en\nparcours=salarié en parcours]" },
    { "ETT-ESS et ESS", "[ETT-ESS=ETT-ESS] et [ESS=ESS]" },
    /* What an abbreviation stands for is a form of it, when it is one phrase. */
    { "Une association intermédiaire", "Une [association intermédiaire=AI]" },
    { "Planifier, faire, vérifier, agir", "Planifier, faire, vérifier, agir" },
    { "écart", "[écart=écart]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (fixture->glossary, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static char *
join_terms (const GPtrArray *entries)
{
  GString *terms = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (terms, "%s%s", i > 0 ? " | " : "",
                            ((const CapGlossaryEntry *) g_ptr_array_index (entries, i))->term);

  return g_string_free (terms, FALSE);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  const char *texts[] = { "Une sortie, un écart", NULL, "l’auto-évaluation d’une AI", "encore un écart" };
  g_autoptr(GPtrArray) used = cap_glossary_list_used (fixture->glossary, texts, G_N_ELEMENTS (texts));
  g_autoptr(GPtrArray) none = cap_glossary_list_used (fixture->glossary, NULL, 0);
  g_autofree char *terms = join_terms (used);
  g_autofree char *all = join_terms (cap_glossary_get_entries (fixture->glossary));

  g_assert_cmpstr (terms, ==, "AI | auto-évaluation | écart | sortie");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (all, ==, "AI | auto-évaluation | écart | ESS | ETT-ESS | ISO 9001 | œuvre | PDCA | "
                            "salarié en parcours | sortie | sortie dynamique");
}

static void
test_empty (void)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  g_autoptr(CapGlossary) glossary = cap_glossary_new (entries);
  g_autoptr(GArray) matches = cap_glossary_find_matches (glossary, "Une sortie");

  g_assert_cmpuint (matches->len, ==, 0);
  g_assert_cmpuint (cap_glossary_get_entries (glossary)->len, ==, 0);
}

/* What people put in a file: nothing that is a word, and the same word twice. */
static void
test_odd_entries (void)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_glossary_entry_free);
  g_autoptr(CapGlossary) glossary = NULL;
  g_autofree char *marked = NULL;

  add (entries, "…", NULL, "|  ");
  add (entries, "preuve", NULL, "preuves");
  add (entries, "pièce", NULL, "preuve|pièces");
  add (entries, "preuve datée et signée", NULL, "");
  glossary = cap_glossary_new (entries);
  marked = mark (glossary, "… preuve datée, pièces, preuve datée et signée");

  g_assert_cmpstr (marked, ==,
                   "… [preuve=preuve] datée, [pièces=pièce], "
                   "[preuve datée et signée=preuve datée et signée]");
}

/* Four times the text takes about four times as long, even where phrases begin everywhere. */
static void
test_linear (Fixture      *fixture,
             gconstpointer data)
{
  double seconds[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GArray) matches = NULL;

      while (text->len < (i == 0 ? 100000 : 400000))
        g_string_append (text, "salarié en salarié en salarié fiche d’ISO ");
      g_test_timer_start ();
      matches = cap_glossary_find_matches (fixture->glossary, text->str);
      seconds[i] = g_test_timer_elapsed ();
      g_assert_cmpuint (matches->len, ==, 0);
    }

  g_test_message ("100 kB: %.0f ms, 400 kB: %.0f ms", seconds[0] * 1000, seconds[1] * 1000);
  g_assert_cmpfloat (seconds[1], <, 12 * seconds[0] + 0.1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/glossary/matches", Fixture, NULL, set_up, test_matches, tear_down);
  g_test_add ("/model/glossary/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/model/glossary/linear", Fixture, NULL, set_up, test_linear, tear_down);
  g_test_add_func ("/model/glossary/empty", test_empty);
  g_test_add_func ("/model/glossary/odd-entries", test_odd_entries);

  return g_test_run ();
}
