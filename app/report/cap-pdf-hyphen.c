/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-hyphen.h"

#include <hyphen.h>
#include <string.h>

#include "report/cap-pdf-private.h"

/* Shorter words are left whole, whatever the patterns say. */
#define MIN_LETTERS 6
#define MIN_LEFT    3
#define MIN_RIGHT   3
#define MAX_BYTES   200

struct _CapPdfHyphen
{
  HyphenDict *dict; /* NULL for a language without patterns: nothing is cut */
  GByteArray *cuts; /* one byte per byte of the text */
};

/* Cuts one run of letters. An acronym or a title in capitals stays whole. */
static void
cut_letters (CapPdfHyphen *self,
             const char   *text,
             gsize         length,
             guint8       *cuts)
{
  g_autofree char *lower = g_utf8_strdown (text, (gssize) length);
  char marks[MAX_BYTES + 5];
  char **replacements = NULL;
  int *positions = NULL;
  int *removed = NULL;
  glong n_letters = g_utf8_strlen (text, (gssize) length);
  glong index = 0;

  if (n_letters < MIN_LETTERS || length > MAX_BYTES || strlen (lower) != length)
    return;
  if (g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (text))))
    return;
  if (hnj_hyphen_hyphenate2 (self->dict, lower, (int) length, marks, NULL,
                             &replacements, &positions, &removed) != 0)
    return;

  /* One mark per letter, not per byte: an odd one allows a cut after it. */
  for (gsize i = 0; i < length; i++)
    {
      if (((guchar) lower[i] & 0xC0) == 0x80)
        continue;
      if (index >= MIN_LEFT && n_letters - index >= MIN_RIGHT && (marks[index - 1] & 1))
        cuts[i] = 1;
      index++;
    }

  for (gsize i = 0; replacements != NULL && i < length; i++)
    g_free (replacements[i]);
  g_free (replacements);
  g_free (positions);
  g_free (removed);
}

/**
 * cap_pdf_hyphen_new:
 * @language: "fr" has patterns; other languages are never cut
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): the hyphenation of a language
 */
CapPdfHyphen *
cap_pdf_hyphen_new (const char *language,
                    GError    **error)
{
  g_autoptr(CapPdfHyphen) self = g_new0 (CapPdfHyphen, 1);
  g_autofree char *path = NULL;

  self->cuts = g_byte_array_new ();
  if (!g_str_has_prefix (language, "fr"))
    return g_steal_pointer (&self);

  path = cap_pdf_data_find ("print/hyph_fr.dic", error);
  if (path == NULL)
    return NULL;

  self->dict = hnj_hyphen_load (path);

  return g_steal_pointer (&self);
}

void
cap_pdf_hyphen_free (CapPdfHyphen *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->dict, hnj_hyphen_free);
  g_byte_array_unref (self->cuts);
  g_free (self);
}

/**
 * cap_pdf_hyphen_find:
 * @self: the hyphenation of a language
 * @text: a word, with its punctuation
 * @length: in bytes
 *
 * Returns: (transfer none): one byte per byte of @text, 1 where a line may end
 *   before it with a hyphen; valid until the next call
 */
const guint8 *
cap_pdf_hyphen_find (CapPdfHyphen *self,
                     const char   *text,
                     gsize         length)
{
  const char *end = text + length;
  const char *start = NULL;

  g_byte_array_set_size (self->cuts, (guint) length + 1);
  memset (self->cuts->data, 0, length + 1);
  if (self->dict == NULL)
    return self->cuts->data;

  for (const char *p = text; p <= end; p = g_utf8_next_char (p))
    {
      gboolean in_letters = p < end && g_unichar_isalpha (g_utf8_get_char (p));

      if (in_letters && start == NULL)
        start = p;
      if (!in_letters && start != NULL)
        {
          cut_letters (self, start, (gsize) (p - start), self->cuts->data + (start - text));
          start = NULL;
        }
      if (p == end)
        break;
    }

  return self->cuts->data;
}
