/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-personal-finder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "model/cap-name-pattern.h"
#include "model/cap-personal-number-private.h"

struct _CapPersonalFinder
{
  GPtrArray  *patterns; /* (element-type CapNamePattern) (nullable items): as the list of names */
  GPtrArray  *keys;     /* (element-type utf8): of the same names */
  GHashTable *only;     /* NULL: all addresses and numbers; else those of these keys */
  gboolean    starts[256];
};

static const struct
{
  const char *name;
  const char *label;
} kinds[] = {
  [CAP_PERSONAL_MAIL] = { "mail", N_("E-mail address") },
  [CAP_PERSONAL_PHONE] = { "phone", N_("Phone number") },
  [CAP_PERSONAL_NIR] = { "nir", N_("Social security number") },
  [CAP_PERSONAL_NAME] = { "name", N_("Name") },
};

/* Never translated: in JSON. */
const char *
cap_personal_kind_get_name (CapPersonalKind self)
{
  return kinds[self].name;
}

const char *
cap_personal_kind_get_label (CapPersonalKind self)
{
  return gettext (kinds[self].label);
}

static void
free_span (CapPersonalSpan *span)
{
  g_free (span->key);
  g_free (span);
}

static void
add_name (CapPersonalFinder *self,
          const char        *name)
{
  CapNamePattern *pattern = cap_name_pattern_new (name);

  g_ptr_array_add (self->patterns, pattern);
  g_ptr_array_add (self->keys, cap_text_fold (name));
  if (pattern != NULL)
    cap_name_pattern_mark_starts (pattern, self->starts);
}

static void
free_pattern (CapNamePattern *pattern)
{
  if (pattern != NULL)
    cap_name_pattern_free (pattern);
}

static CapPersonalFinder *
new_finder (void)
{
  CapPersonalFinder *self = g_new0 (CapPersonalFinder, 1);

  self->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_pattern);
  self->keys = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * cap_personal_finder_new:
 * @names: (array zero-terminated=1) (nullable): names of people to look for
 *
 * Returns: (transfer full): what finds all addresses and numbers, and these names
 */
CapPersonalFinder *
cap_personal_finder_new (const char * const *names)
{
  CapPersonalFinder *self = new_finder ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_name (self, names[i]);

  return self;
}

/**
 * cap_personal_finder_new_for:
 * @texts: (array zero-terminated=1): addresses, numbers, names
 *
 * Returns: (transfer full): what finds these and nothing else; the rank of a name is its rank in @texts
 */
CapPersonalFinder *
cap_personal_finder_new_for (const char * const *texts)
{
  CapPersonalFinder *self = new_finder ();

  self->only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      CapPersonalKind kind;
      char *key = NULL;

      if (!cap_personal_is (texts[i], &kind, &key))
        add_name (self, texts[i]);
      else
        {
          g_ptr_array_add (self->patterns, NULL);
          g_ptr_array_add (self->keys, g_strdup (key));
          g_hash_table_insert (self->only, key, GUINT_TO_POINTER (i));
        }
    }

  return self;
}

void
cap_personal_finder_free (CapPersonalFinder *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->patterns);
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->only, g_hash_table_unref);
  g_free (self);
}

/* Whether this kind of thing is there, and wanted, and longer than what was found so far. */
static void
keep_longer (const CapPersonalFinder *self,
             CapPersonalSpan         *best,
             CapPersonalKind          kind,
             gsize                    length,
             char                    *key)
{
  gpointer rank = NULL;

  if (length > best->length &&
      (self->only == NULL || g_hash_table_lookup_extended (self->only, key, NULL, &rank)))
    {
      g_free (best->key);
      best->kind = kind;
      best->length = length;
      best->name = GPOINTER_TO_UINT (rank);
      best->key = key;
      return;
    }

  g_free (key);
}

static void
look_for_names (const CapPersonalFinder *self,
                CapPersonalSpan         *best,
                const char              *at,
                const char              *end)
{
  for (guint i = 0; self->starts[(guchar) *at] && i < self->patterns->len; i++)
    {
      const CapNamePattern *pattern = g_ptr_array_index (self->patterns, i);
      const gsize length = pattern != NULL ? cap_name_pattern_match (pattern, at, end, CAP_NAME_MATCH_WORDS)
        : 0;

      if (length > best->length)
        {
          best->kind = CAP_PERSONAL_NAME;
          best->length = length;
          best->name = i;
          g_free (best->key);
          best->key = g_strdup (g_ptr_array_index (self->keys, i));
        }
    }
}

/* A number does not begin inside another one, “2026-0612345678”, nor after a decimal point. */
static gboolean
begins_number (const char *text,
               const char *at)
{
  gunichar before;

  if (at == text)
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (at));
  if (g_unichar_isalnum (before) || before == '+')
    return FALSE;

  return strchr (".,-_", before < 0x80 ? (int) before : ' ') == NULL || at - text < 2 ||
         !g_ascii_isdigit (at[-2]);
}

static gboolean
begins_word (const char *text,
             const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* An address goes as far back as it can. */
static gboolean
begins_mail (const char *text,
             const char *at)
{
  gunichar before;

  if (at == text)
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (at));

  return !g_unichar_isalnum (before) && strchr ("_%+-", before < 0x80 ? (int) before : ' ') == NULL;
}

/* “marie@asso.fr.pdf” is the name of a file: what it begins with may be wanted. */
static void
keep_mail (const CapPersonalFinder *self,
           CapPersonalSpan         *best,
           const char              *at,
           gsize                    length,
           char                    *key)
{
  keep_longer (self, best, CAP_PERSONAL_MAIL, length, key);
  while (self->only != NULL && best->length == 0)
    {
      const char *dot = g_strrstr_len (at, (gssize) length, ".");
      g_autofree char *shorter = NULL;

      if (dot == NULL || memchr (at, '@', (gsize) (dot - at)) == NULL)
        return;

      length = (gsize) (dot - at);
      shorter = g_strndup (at, length);
      keep_longer (self, best, CAP_PERSONAL_MAIL, length, g_utf8_strdown (shorter, -1));
    }
}

static CapPersonalSpan
look_for_numbers (const CapPersonalFinder *self,
                  const char              *text,
                  const char              *at)
{
  CapPersonalSpan best = { 0 };
  char *key = NULL;
  gsize length;

  if (begins_mail (text, at) && (length = cap_personal_match_mail (at, &key)) > 0)
    keep_mail (self, &best, at, length, key);
  if ((*at == '+' || g_ascii_isdigit (*at)) && begins_number (text, at))
    {
      if ((length = cap_personal_match_phone (at, &key)) > 0)
        keep_longer (self, &best, CAP_PERSONAL_PHONE, length, key);
      if ((length = cap_personal_match_nir (at, &key)) > 0)
        keep_longer (self, &best, CAP_PERSONAL_NIR, length, key);
    }

  return best;
}

/* Names between addresses and numbers: none of them goes into one. */
static void
find_names (const CapPersonalFinder *self,
            const char              *text,
            const char              *at,
            const char              *end,
            GPtrArray               *spans)
{
  while (at < end)
    {
      CapPersonalSpan found = { 0 };

      if (begins_word (text, at))
        look_for_names (self, &found, at, end);
      if (found.length > 0)
        {
          found.start = (gsize) (at - text);
          g_ptr_array_add (spans, g_memdup2 (&found, sizeof found));
          at += found.length;
        }
      else
        at = g_utf8_next_char (at);
    }
}

/**
 * cap_personal_finder_find:
 * @text: in UTF-8
 *
 * Returns: (transfer full) (element-type CapPersonalSpan): what is there, from left to right; no two of them
 *   overlap
 */
GPtrArray *
cap_personal_finder_find (const CapPersonalFinder *self,
                          const char              *text)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) free_span);
  const gboolean numbers = self->only == NULL || g_hash_table_size (self->only) > 0;
  const char *end = text + strlen (text);
  const char *gap = text;

  for (const char *at = text; numbers && at < end;)
    {
      CapPersonalSpan found = look_for_numbers (self, text, at);

      if (found.length == 0)
        {
          at = g_utf8_next_char (at);
          continue;
        }

      find_names (self, text, gap, at, spans);
      found.start = (gsize) (at - text);
      g_ptr_array_add (spans, g_memdup2 (&found, sizeof found));
      at += found.length;
      gap = at;
    }
  find_names (self, text, gap, end, spans);

  return spans;
}

/**
 * cap_personal_is:
 * @text: in UTF-8
 * @kind: (out): which one
 * @key: (out) (transfer full): its only form
 *
 * Returns: whether the whole of @text is an address or a number
 */
gboolean
cap_personal_is (const char       *text,
                 CapPersonalKind  *kind,
                 char            **key)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr(CapPersonalFinder) finder = new_finder ();
  g_autoptr(GPtrArray) spans = cap_personal_finder_find (finder, trimmed);
  CapPersonalSpan *span = spans->len == 1 ? g_ptr_array_index (spans, 0) : NULL;

  if (span == NULL || span->length != strlen (trimmed))
    return FALSE;

  *kind = span->kind;
  *key = g_steal_pointer (&span->key);

  return TRUE;
}
