/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-glossary.h"

#include <string.h>

#include "base/cap-text.h"

#define SOFT_HYPHEN 0x00AD
#define MIDDLE_DOT  0x00B7

/* A phrase is known by its words, one space between them; so are its beginnings, which lead to it.
 * As no phrase is longer than a few words, a text is read in a time that grows as it does. */
struct _CapGlossary
{
  GPtrArray  *entries;    /* (element-type CapGlossaryEntry): sorted, borrowed */
  GHashTable *folded;     /* phrase without case → entry, or beginning → NULL */
  GHashTable *as_written; /* the same for abbreviations */
};

/* A word of a text; with its apostrophe when it is elided (“l’”). */
typedef struct
{
  const char *folded;
  const char *as_written;
  gsize       start;
  gsize       end;
  gboolean    follows; /* nothing but space stands between the word before and this one */
} Word;

/* Words */

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_letter (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !is_apostrophe (c);
}

/* « auto-évaluation », « salarié·e »: one word. */
static gboolean
joins_letters (const char *place)
{
  gunichar c = g_utf8_get_char (place);

  return (is_hyphen (c) || c == SOFT_HYPHEN || c == MIDDLE_DOT) &&
         is_letter (g_utf8_get_char (g_utf8_next_char (place)));
}

static gboolean
elides (const char *place)
{
  return is_apostrophe (g_utf8_get_char (place)) && is_letter (g_utf8_get_char (g_utf8_next_char (place)));
}

/* Reads the word that starts at @start into @spelling, however it was typed.
 *
 * Returns: where it ends */
static const char *
read_word (const char *start,
           GString    *spelling)
{
  const char *p = start;

  g_string_truncate (spelling, 0);
  for (; is_letter (g_utf8_get_char (p)) || (p > start && joins_letters (p)); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != SOFT_HYPHEN)
        g_string_append_unichar (spelling, is_hyphen (c) ? '-' : c);
    }
  if (!elides (p))
    return p;

  g_string_append_c (spelling, '\'');

  return g_utf8_next_char (p);
}

static Word
make_word (const char   *spelling,
           GStringChunk *strings)
{
  g_autofree char *composed = g_utf8_normalize (spelling, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);

  return (Word) {
    .folded = g_string_chunk_insert (strings, folded),
    .as_written = g_string_chunk_insert (strings, composed),
  };
}

/* Cuts a text into words, whose spellings @strings keeps. */
static GArray *
list_words (const char   *text,
            GStringChunk *strings)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr(GString) spelling = g_string_new (NULL);
  gboolean follows = FALSE;
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = read_word (p, spelling);
      Word word;

      if (end == p)
        {
          follows = follows && g_unichar_isspace (g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }

      word = make_word (spelling->str, strings);
      word.start = (gsize) (p - text);
      word.end = (gsize) (end - text);
      word.follows = follows;
      g_array_append_val (words, word);
      follows = TRUE;
      p = end;
    }

  return words;
}

/* Phrases */

/* Two capitals at least, and no small letter: “AI”, “ISO 9001”. */
static gboolean
is_abbreviation (const char *phrase)
{
  guint capitals = 0;

  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      capitals += g_unichar_isupper (c);
    }

  return capitals > 1;
}

/* A phrase that something else than space cuts is never found: it is left out. */
static gboolean
is_whole (const GArray *words)
{
  for (guint i = 1; i < words->len; i++)
    if (!g_array_index (words, Word, i).follows)
      return FALSE;

  return words->len > 0;
}

/* When two entries claim a phrase, the first one keeps it. */
static void
add_phrase (CapGlossary            *self,
            const char             *phrase,
            const CapGlossaryEntry *entry)
{
  g_autoptr(GStringChunk) strings = g_string_chunk_new (256);
  g_autoptr(GArray) words = list_words (phrase, strings);
  g_autoptr(GString) key = g_string_new (NULL);
  gboolean as_written = is_abbreviation (phrase);
  GHashTable *phrases = as_written ? self->as_written : self->folded;

  if (!is_whole (words))
    return;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gboolean last = i + 1 == words->len;

      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, as_written ? word->as_written : word->folded);
      if (g_hash_table_lookup (phrases, key->str) == NULL)
        g_hash_table_replace (phrases, g_strdup (key->str), last ? (gpointer) entry : NULL);
    }
}

/* Finds the longest phrase that starts at @first.
 *
 * Returns: how many words it has; 0 when there is none */
static guint
find_longest (GHashTable              *phrases,
              gsize                    spelling,
              const GArray            *words,
              guint                    first,
              const CapGlossaryEntry **entry)
{
  g_autoptr(GString) key = g_string_new (NULL);
  guint length = 0;

  for (guint i = first; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gpointer found;

      if (i > first && !word->follows)
        break;
      if (i > first)
        g_string_append_c (key, ' ');
      g_string_append (key, G_STRUCT_MEMBER (const char *, word, spelling));
      if (!g_hash_table_lookup_extended (phrases, key->str, NULL, &found))
        break;
      if (found == NULL)
        continue;

      *entry = found;
      length = i - first + 1;
    }

  return length;
}

/* Adds the entries that @text uses to @used, and where each of them comes first to @matches. */
static void
search (const CapGlossary *self,
        const char        *text,
        GHashTable        *used,
        GArray            *matches)
{
  g_autoptr(GStringChunk) strings = g_string_chunk_new (1024);
  g_autoptr(GArray) words = list_words (text, strings);
  guint i = 0;

  while (i < words->len)
    {
      const CapGlossaryEntry *folded = NULL;
      const CapGlossaryEntry *written = NULL;
      guint n_folded = find_longest (self->folded, offsetof (Word, folded), words, i, &folded);
      guint n_written = find_longest (self->as_written, offsetof (Word, as_written), words, i, &written);
      guint length = MAX (n_folded, n_written);
      CapGlossaryMatch match = { .entry = n_written >= n_folded ? written : folded };

      if (length > 0 && g_hash_table_add (used, (gpointer) match.entry) && matches != NULL)
        {
          match.start = g_array_index (words, Word, i).start;
          match.end = g_array_index (words, Word, i + length - 1).end;
          g_array_append_val (matches, match);
        }
      i += MAX (length, 1);
    }
}

static int
compare_entries (gconstpointer one,
                 gconstpointer other)
{
  const CapGlossaryEntry *left = *(const CapGlossaryEntry * const *) one;
  const CapGlossaryEntry *right = *(const CapGlossaryEntry * const *) other;
  g_autofree char *left_key = cap_text_fold (left->term);
  g_autofree char *right_key = cap_text_fold (right->term);
  int order = strcmp (left_key, right_key);

  return order != 0 ? order : strcmp (left->term, right->term);
}

CapGlossary *
cap_glossary_new (const GPtrArray *entries)
{
  CapGlossary *self;

  g_return_val_if_fail (entries != NULL, NULL);

  self = g_new0 (CapGlossary, 1);
  self->entries = g_ptr_array_sized_new (entries->len);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->as_written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      CapGlossaryEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (self->entries, entry);
      add_phrase (self, entry->term, entry);
      for (guint j = 0; entry->forms != NULL && entry->forms[j] != NULL; j++)
        add_phrase (self, entry->forms[j], entry);
      if (entry->expansion != NULL)
        add_phrase (self, entry->expansion, entry);
    }
  g_ptr_array_sort (self->entries, compare_entries);

  return self;
}

void
cap_glossary_free (CapGlossary *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->as_written);
  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

const GPtrArray *
cap_glossary_get_entries (const CapGlossary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

GArray *
cap_glossary_find_matches (const CapGlossary *self,
                           const char        *text)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (CapGlossaryMatch));
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (self != NULL && text != NULL, matches);

  search (self, text, used, matches);

  return matches;
}

/**
 * cap_glossary_list_used:
 * @texts: (array length=n_texts) (element-type utf8): texts, some of which may
 *   be %NULL
 */
GPtrArray *
cap_glossary_list_used (const CapGlossary  *self,
                        const char * const *texts,
                        gsize               n_texts)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (self != NULL && (texts != NULL || n_texts == 0), list);

  for (gsize i = 0; i < n_texts; i++)
    if (texts[i] != NULL)
      search (self, texts[i], used, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_hash_table_contains (used, g_ptr_array_index (self->entries, i)))
      g_ptr_array_add (list, g_ptr_array_index (self->entries, i));

  return list;
}
