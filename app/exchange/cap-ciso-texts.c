/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-ciso-private.h"

#include <string.h>

#include "base/cap-text.h"

#define MAX_LABEL 300   /* characters */
#define MAX_BYTES 19900 /* what the reader of frameworks takes is a little more */
#define MAX_CODE 40     /* characters */
#define SHORT_CODE 24   /* of a longer one */
#define MAX_LANGUAGE 15
#define MAX_LANGUAGES 20
#define SHORTEST_SENTENCE 15

static const char *
find_in (const CapCiso *self,
         const CapYaml *entry,
         const char    *name,
         const char    *language)
{
  if (g_str_equal (language, self->locale))
    return cap_yaml_get_text (entry, name);

  return cap_yaml_get_text (cap_yaml_get (cap_yaml_get (entry, "translations"), language), name);
}

const char *
cap_ciso_find_text (const CapCiso *self,
                    const CapYaml *entry,
                    const char    *name,
                    const char    *language)
{
  const char *text = find_in (self, entry, name, language != NULL ? language : self->language);

  return text == NULL && language == NULL ? find_in (self, entry, name, self->locale) : text;
}

/* A code of language as others write them; the rest is not worth a fault. */
gboolean
cap_ciso_is_language (const char *name)
{
  gsize length = strlen (name);

  return length > 1 && length <= MAX_LANGUAGE &&
         strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_") == length;
}

/* Returns: (transfer container) (element-type utf8): the languages of @entry but the main one */
GPtrArray *
cap_ciso_list_languages (const CapCiso *self,
                         const CapYaml *entry)
{
  GPtrArray *languages = g_ptr_array_new ();
  const CapYaml *translations = cap_yaml_get (entry, "translations");

  if (!g_str_equal (self->locale, self->language))
    g_ptr_array_add (languages, (gpointer) self->locale);

  for (guint i = 0; i < MIN (cap_yaml_get_length (translations), MAX_LANGUAGES); i++)
    {
      const char *name = cap_yaml_get_name (translations, i);

      if (name != NULL && cap_ciso_is_language (name) && !g_str_equal (name, self->language) &&
          !g_str_equal (name, self->locale))
        g_ptr_array_add (languages, (gpointer) name);
    }

  return languages;
}

/* Cuts @text at @size, the start of a character, or at a space near it; an ellipsis says so. */
static void
shorten (GString *text,
         gsize    size)
{
  const char *space;

  g_string_truncate (text, size);
  space = strrchr (text->str, ' ');
  if (space != NULL && (gsize) (space - text->str) > size / 2)
    g_string_truncate (text, (gsize) (space - text->str));
  g_string_append (text, "…");
}

/* Returns: (transfer full): at most @length characters of @text */
char *
cap_ciso_dup_start (const char *text,
                    glong       length)
{
  GString *cut;

  if (g_utf8_strlen (text, -1) <= length)
    return g_strdup (text);

  cut = g_string_new (text);
  shorten (cut, (gsize) (g_utf8_offset_to_pointer (text, length - 1) - text));

  return g_string_free (cut, FALSE);
}

/* Returns: (transfer full): @text without what surrounds it; empty for %NULL */
char *
cap_ciso_dup_text (CapCiso    *self,
                   const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));
  GString *cut;

  if (strlen (copy) <= MAX_BYTES)
    return g_steal_pointer (&copy);

  self->n_shortened++;
  cut = g_string_new (copy);
  shorten (cut, (gsize) (g_utf8_find_prev_char (cut->str, cut->str + MAX_BYTES) - cut->str));

  return g_string_free (cut, FALSE);
}

/* Returns: (transfer full): @text as one line that fits a label; no-break spaces stay */
char *
cap_ciso_dup_line (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (; *text != '\0' && line->len < MAX_BYTES; text = g_utf8_next_char (text))
    {
      if (!g_ascii_isspace (*text))
        g_string_append_unichar (line, g_utf8_get_char (text));
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return cap_ciso_dup_start (line->str, MAX_LABEL);
}

/* Not after an abbreviation, and only where another sentence starts. */
static gboolean
ends_sentence (const char *text,
               const char *at)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  if (c == 0x3002 || c == '\n')
    return TRUE;
  if ((c != '.' && c != '!' && c != '?' && c != 0x2026) || *next != ' ' || at - text < SHORTEST_SENTENCE)
    return FALSE;

  return g_unichar_isupper (g_utf8_get_char (next + 1)) && at[-2] != ' ' && at[-2] != '.';
}

/* Returns: (transfer full): the first sentence of @text, as a label */
char *
cap_ciso_dup_sentence (const char *text)
{
  g_autofree char *sentence = NULL;
  const char *at;

  text += strspn (text, " \t\n");
  for (at = text; *at != '\0' && !ends_sentence (text, at); at = g_utf8_next_char (at));
  if (*at != '\0')
    at = g_utf8_next_char (at);
  sentence = g_strndup (text, (gsize) (at - text));

  return cap_ciso_dup_line (sentence);
}

/* Returns: (transfer full): the lines of a list that people wrote, without bullets nor blanks */
char *
cap_ciso_dup_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *list = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      while (g_str_has_prefix (line, "•") || (*line != '\0' && strchr ("-* \t", *line) != NULL))
        line = g_utf8_next_char (line);
      g_strchomp (lines[i]);
      if (*line != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "", line);
    }

  return g_string_free (list, FALSE);
}

/* Keeps @text, unless it says nothing more than the main language. */
void
cap_ciso_translate (GPtrArray  **translations,
                    const char  *language,
                    const char  *field,
                    const char  *text,
                    const char  *main_text)
{
  if (text != NULL && *text != '\0' && g_strcmp0 (text, main_text) != 0)
    cap_translations_add (translations, language, field, text);
}

/* Returns: (transfer full) (nullable): @text as one word; %NULL when nothing is left of it */
char *
cap_ciso_dup_word (const char *text)
{
  GString *word = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == ',' || c == ';' || c == '-' || !g_unichar_isgraph (c))
        {
          if (word->len > 0 && word->str[word->len - 1] != '-')
            g_string_append_c (word, '-');
        }
      else
        {
          g_string_append_unichar (word, c);
        }
    }
  if (word->len > 0 && word->str[word->len - 1] == '-')
    g_string_truncate (word, word->len - 1);

  return g_string_free (word, word->len == 0);
}

/* What stands after the last colon: people read it, and it does not change from version to version. */
const char *
cap_ciso_urn_end (const char *urn)
{
  const char *colon = urn != NULL ? strrchr (urn, ':') : NULL;

  return colon != NULL ? colon + 1 : urn;
}

static char *
take_word (GHashTable *used,
           const char *text)
{
  g_autofree char *word = cap_ciso_dup_word (text);

  if (word == NULL || g_utf8_strlen (word, -1) > MAX_CODE || !g_hash_table_add (used, g_strdup (word)))
    return NULL;

  return g_steal_pointer (&word);
}

/* The start of @text, and a number that only the whole of @name has: the same in every version. */
static char *
take_start (GHashTable *used,
            const char *text,
            const char *name)
{
  g_autofree char *start =
    text != NULL ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), SHORT_CODE)) : NULL;
  g_autofree char *digest =
    text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1) : NULL;
  g_autofree char *word = NULL;

  if (start == NULL)
    return NULL;

  word = g_strdup_printf ("%s-%.6s", start, digest);

  return take_word (used, word);
}

/**
 * cap_ciso_take_code:
 * @used: (element-type utf8 utf8): codes that others have; takes the new one
 * @ref_id: (nullable): what people call it
 * @urn: (nullable): what programs call it
 *
 * Answers follow codes from one version of a framework to the next: a code
 * depends on the order of the file only when nothing else is left.
 *
 * Returns: (transfer full): a code of one word and at most 40 characters
 */
char *
cap_ciso_take_code (GHashTable *used,
                    const char *ref_id,
                    const char *urn)
{
  char *code = take_word (used, ref_id);

  if (code == NULL)
    code = take_word (used, cap_ciso_urn_end (urn));
  if (code == NULL)
    code = urn != NULL ? take_start (used, cap_ciso_urn_end (urn), urn) : take_start (used, ref_id, ref_id);

  for (guint i = g_hash_table_size (used) + 1; code == NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      code = take_word (used, number);
    }

  return code;
}
