/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-name-pattern.h"

#include <string.h>

#define MIN_LETTERS    3 /* what is shorter is everywhere */
#define MAX_SEPARATORS 3 /* between two words: “DUPONT, Jean” has two */
#define MAX_WORDS      6

struct _CapNamePattern
{
  GPtrArray *words; /* (element-type GArray): folded characters of each */
};

/* A letter without its accent, small; 0 for an accent by itself. “œ” is read as two. */
static gunichar
fold (gunichar  c,
      gunichar *second)
{
  gunichar parts[4];

  *second = 0;
  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  if (g_unichar_ismark (c))
    return 0;

  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  c = g_unichar_tolower (parts[0]);
  if (c == 0x0153) /* œ */
    {
      *second = 'e';
      return 'o';
    }
  if (c == 0x00E6) /* æ */
    {
      *second = 'e';
      return 'a';
    }

  return c;
}

/* Returns: the character at @at, or 0 where there is none, or none in UTF-8 */
static gunichar
read_character (const char *at,
                const char *end)
{
  gunichar c;

  if (at >= end)
    return 0;
  if ((guchar) *at < 0x80)
    return (guchar) *at;

  c = g_utf8_get_char_validated (at, end - at);

  return (gint) c < 0 ? 0 : c;
}

static const char *
skip_marks (const char *at,
            const char *end)
{
  while (at < end && (guchar) *at >= 0x80)
    {
      const gunichar c = read_character (at, end);

      if (c == 0 || !g_unichar_ismark (c))
        break;
      at = g_utf8_next_char (at);
    }

  return at;
}

/* The end of a line is one in bytes only: in a text, a list has one name a line. */
static gboolean
is_separator (gunichar     c,
              CapNameMatch how)
{
  if (c < 0x80)
    return c != 0 && (strchr (" \t-_,;.@'/", (int) c) != NULL ||
                      (how == CAP_NAME_MATCH_BYTES && strchr ("\n\r\f", (int) c) != NULL));

  return g_unichar_isspace (c) || c == 0x2019 || (c >= 0x2010 && c <= 0x2015);
}

/* Returns: (nullable): where the word ends, if it is at @at */
static const char *
match_word (const GArray *word,
            const char   *at,
            const char   *end)
{
  guint i = 0;

  while (i < word->len)
    {
      const gunichar c = read_character (at, end);
      gunichar second;
      const gunichar first = c != 0 ? fold (c, &second) : 0;

      if (c == 0 || (first == 0 && i == 0))
        return NULL;
      if (first != 0)
        {
          if (first != g_array_index (word, gunichar, i++))
            return NULL;
          if (second != 0 && (i == word->len || second != g_array_index (word, gunichar, i++)))
            return NULL;
        }
      at += c < 0x80 ? 1 : g_utf8_skip[(guchar) *at];
    }

  return skip_marks (at, end);
}

static const char *
skip_separators (const char   *at,
                 const char   *end,
                 CapNameMatch  how)
{
  guint n = 0;

  while (n < MAX_SEPARATORS && is_separator (read_character (at, end), how))
    {
      at = g_utf8_next_char (at);
      n++;
    }

  return n > 0 || how == CAP_NAME_MATCH_BYTES ? at : NULL;
}

/* The words from number @first on, then those before it. */
static gsize
match_from (const CapNamePattern *self,
            guint                 first,
            const char           *start,
            const char           *end,
            CapNameMatch          how)
{
  const char *at = start;

  for (guint i = 0; at != NULL && i < self->words->len; i++)
    {
      if (i > 0)
        at = skip_separators (at, end, how);
      if (at != NULL)
        at = match_word (g_ptr_array_index (self->words, (first + i) % self->words->len), at, end);
    }

  if (at == NULL || (how == CAP_NAME_MATCH_WORDS && g_unichar_isalnum (read_character (at, end))))
    return 0;

  return (gsize) (at - start);
}

/**
 * cap_name_pattern_new:
 * @name: in UTF-8
 *
 * Returns: (transfer full) (nullable): what looks for it; %NULL when it is too short to be looked for
 */
CapNamePattern *
cap_name_pattern_new (const char *name)
{
  g_autoptr(CapNamePattern) self = g_new0 (CapNamePattern, 1);
  GArray *word = NULL;
  guint n_letters = 0;

  g_return_val_if_fail (name != NULL, NULL);

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gunichar folded[2];

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          word = NULL;
          continue;
        }
      if (word == NULL)
        {
          word = g_array_new (FALSE, FALSE, sizeof (gunichar));
          g_ptr_array_add (self->words, word);
        }
      folded[0] = fold (c, &folded[1]);
      g_array_append_vals (word, folded, folded[1] != 0 ? 2 : 1);
      n_letters++;
    }

  return n_letters >= MIN_LETTERS ? g_steal_pointer (&self) : NULL;
}

void
cap_name_pattern_free (CapNamePattern *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * cap_name_pattern_match:
 * @at: where to look, in UTF-8, or, for bytes, in anything
 * @end: where the text ends
 *
 * Says whether the name is there. Whether @at is where a word begins is the caller’s to know.
 *
 * Returns: how many bytes it takes; 0 when it is not there
 */
gsize
cap_name_pattern_match (const CapNamePattern *self,
                        const char           *at,
                        const char           *end,
                        CapNameMatch          how)
{
  const guint n_orders = self->words->len <= MAX_WORDS ? self->words->len : 1;
  gsize longest = 0;

  for (guint i = 0; i < n_orders; i++)
    longest = MAX (longest, match_from (self, i, at, end, how));

  return longest;
}

/* Which bytes a match may begin with, so that the others are passed at once. */
void
cap_name_pattern_mark_starts (const CapNamePattern *self,
                              gboolean              starts[256])
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const gunichar first = g_array_index ((GArray *) g_ptr_array_index (self->words, i), gunichar, 0);

      if (first < 0x80)
        {
          starts[first] = TRUE;
          starts[(guchar) g_ascii_toupper ((char) first)] = TRUE;
        }
    }
  for (guint byte = 0xC2; byte < 0xF5; byte++)
    starts[byte] = TRUE;
}
