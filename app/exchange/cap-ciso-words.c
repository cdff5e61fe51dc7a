/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-ciso-words-private.h"

#include <string.h>

/* The last one is for every other language. */
static const CapCisoWords words[] = {
  {
    .language = "fr",
    .level = "Niveau {}",
    .level_of = "Autour de {} sur l’échelle de la bibliothèque, de {} à {}.",
    .compliance = { "Non conforme", "Partiellement conforme", "Conforme" },
    .compliance_of = { "L’exigence n’est pas remplie.", "L’exigence est remplie en partie.",
                       "L’exigence est remplie." },
    .bands = { "Moins de 25\u202f%", "De 25 à 49\u202f%", "De 50 à 74\u202f%", "75\u202f% et plus" },
    .provider = "Fournisseur\u00a0: {}.",
    .copyright = "Droits d’auteur\u00a0: {}",
    .imported = "Importé d’une bibliothèque CISO Assistant\u202f; "
                "ses textes gardent leurs propres droits d’auteur.",
    .first_of = "La bibliothèque contient {} référentiels\u00a0: seul le premier est repris.",
    .scale = "Son échelle, de {} à {}, est ramenée à {} niveaux.",
    .left_out = "Passages d’explication qu’aucune exigence ne reprend et qui sont laissés de côté\u00a0: {}.",
    .shortened = "Textes raccourcis, car trop longs\u00a0: {}.",
    .own_scale = "Échelle propre à cette exigence\u00a0: {}",
    .levels = "Niveaux\u00a0:",
    .filter = "Pour\u00a0: {}",
    .step = "Du niveau {} au niveau {}.",
    .threats = "Menaces concernées\u00a0: {}",
    .condition = "si la réponse à «\u202f{}\u202f» est {}",
    .or_separator = " ou ",
    .and_separator = " et ",
    .several = "plusieurs réponses possibles",
    .text = "réponse libre",
    .day = "une date",
    .number = "un nombre",
    .yes_or_no = "oui ou non",
    .compliant = "conforme",
    .partially_compliant = "partiellement conforme",
    .non_compliant = "non conforme",
    .not_applicable = "non concerné",
  },
  {
    .language = "en",
    .level = "Level {}",
    .level_of = "About {} on the scale of the library, from {} to {}.",
    .compliance = { "Non compliant", "Partially compliant", "Compliant" },
    .compliance_of = { "The requirement is not met.", "The requirement is met in part.",
                       "The requirement is met." },
    .bands = { "Under 25%", "25 to 49%", "50 to 74%", "75% and over" },
    .provider = "Provider: {}.",
    .copyright = "Copyright: {}",
    .imported = "Imported from a CISO Assistant library; its texts keep their own copyright.",
    .first_of = "The library holds {} frameworks: only the first one is taken in.",
    .scale = "Its scale, from {} to {}, is brought to {} levels.",
    .left_out = "Passages of explanation that no requirement takes up, left aside: {}.",
    .shortened = "Texts made shorter, as they were too long: {}.",
    .own_scale = "Scale of this requirement: {}",
    .levels = "Levels:",
    .filter = "For: {}",
    .step = "From level {} to level {}.",
    .threats = "Threats: {}",
    .condition = "if the answer to “{}” is {}",
    .or_separator = " or ",
    .and_separator = " and ",
    .several = "several answers possible",
    .text = "free answer",
    .day = "a date",
    .number = "a number",
    .yes_or_no = "yes or no",
    .compliant = "compliant",
    .partially_compliant = "partially compliant",
    .non_compliant = "not compliant",
    .not_applicable = "not applicable",
  },
};

/* “fr” and “fr-CA” are one language. */
gboolean
cap_ciso_same_language (const char *one,
                        const char *other)
{
  gsize length;

  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  length = strcspn (one, "-_.");

  return length > 0 && length == strcspn (other, "-_.") && g_ascii_strncasecmp (one, other, length) == 0;
}

const CapCisoWords *
cap_ciso_words_get (const char *language)
{
  guint last = G_N_ELEMENTS (words) - 1;

  g_return_val_if_fail (language != NULL, NULL);

  for (guint i = 0; i < last; i++)
    {
      if (cap_ciso_same_language (words[i].language, language))
        return &words[i];
    }

  return &words[last];
}

/**
 * cap_ciso_fill:
 * @sentence: a sentence of #CapCisoWords
 * @...: texts, %NULL-terminated
 *
 * Returns: (transfer full): @sentence with each “{}” replaced by the next text
 */
char *
cap_ciso_fill (const char *sentence,
               ...)
{
  GString *filled = g_string_new (NULL);
  const char *place;
  va_list texts;

  va_start (texts, sentence);
  while ((place = strstr (sentence, "{}")) != NULL)
    {
      const char *text = va_arg (texts, const char *);

      g_assert (text != NULL);
      g_string_append_len (filled, sentence, place - sentence);
      g_string_append (filled, text);
      sentence = place + 2;
    }
  va_end (texts);

  return g_string_free (g_string_append (filled, sentence), FALSE);
}
