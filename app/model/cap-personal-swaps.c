/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-personal-swaps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/cap-name-pattern.h"

#define MAX_REPLACEMENT 100 /* characters */
#define LOCAL_DIGITS    9   /* of a phone number, the prefix apart */
#define N_SAMPLES       16  /* of a file: some are in others too, or cut by the end of a page */
#define SAMPLE_SIZE     48
#define MIN_DIFFERENT   20  /* bytes of a sample: spaces in a row are in any file */

/* Some bytes of a file that goes. */
typedef struct
{
  guint64  start;
  guint8   bytes[SAMPLE_SIZE];
  char    *sha256;
} Sample;

struct _CapPersonalSwaps
{
  GPtrArray         *texts;        /* (element-type utf8) */
  GPtrArray         *replacements; /* (element-type utf8): as many */
  GPtrArray         *needles;      /* (element-type CapNamePattern): as many: what no byte may spell */
  CapPersonalFinder *finder;       /* of these texts; NULL until it is needed */
  gboolean           starts[256];
  GHashTable        *documents;    /* set of SHA-256 */
  GHashTable        *samples;      /* start → Sample: of their contents, which no file may have */
};

static void free_sample (Sample *sample);

G_DEFINE_QUARK (cap-personal-error-quark, cap_personal_error)

CapPersonalSwaps *
cap_personal_swaps_new (void)
{
  CapPersonalSwaps *self = g_new0 (CapPersonalSwaps, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->replacements = g_ptr_array_new_with_free_func (g_free);
  self->needles = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_name_pattern_free);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->samples = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_sample);

  return self;
}

void
cap_personal_swaps_free (CapPersonalSwaps *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->replacements);
  g_ptr_array_unref (self->needles);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->samples);
  g_clear_pointer (&self->finder, cap_personal_finder_free);
  g_free (self);
}

/* What stands in lists of codes and in JSON too. */
static gboolean
is_replacement (const char *text)
{
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MAX_REPLACEMENT)
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isprint (c) || c == ',' || c == '"' || c == '\\')
        return FALSE;
    }

  return TRUE;
}

/* A number as digits in pairs, with anything or nothing between them, whatever its prefix; the rest by
 * words. */
static CapNamePattern *
new_needle (const char *text)
{
  CapPersonalKind kind;
  g_autofree char *key = NULL;
  g_autoptr(GString) pairs = NULL;
  const char *digits;

  if (!cap_personal_is (text, &kind, &key) || kind == CAP_PERSONAL_MAIL)
    return cap_name_pattern_new (text);

  digits = kind == CAP_PERSONAL_PHONE ? key + strlen (key) - LOCAL_DIGITS : key;
  pairs = g_string_new (NULL);
  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i % 2 == 1)
        g_string_append_c (pairs, ' ');
      g_string_append_c (pairs, digits[i]);
    }

  return cap_name_pattern_new (pairs->str);
}

/**
 * cap_personal_swaps_add:
 * @text: an address, a number, a name, as people type it
 * @replacement: (nullable): what stands instead; %NULL for a word that says that something was there
 *
 * Returns: whether it can be looked for, and put
 */
gboolean
cap_personal_swaps_add (CapPersonalSwaps  *self,
                        const char        *text,
                        const char        *replacement,
                        GError           **error)
{
  CapNamePattern *needle = g_utf8_validate (text, -1, NULL) ? new_needle (text) : NULL;
  /* Translators: stands in texts where the name of somebody was */
  const char *put = replacement != NULL ? replacement : _("[removed]");

  if (needle == NULL)
    {
      g_set_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_TOO_SHORT,
                   /* Translators: %s is what somebody wants to be taken out */
                   _("“%s” is too short to be looked for: give three letters at least"), text);
      return FALSE;
    }
  if (!is_replacement (put))
    {
      cap_name_pattern_free (needle);
      g_set_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_REPLACEMENT,
                   /* Translators: %s is what somebody wants to stand instead of a name */
                   _("“%s” cannot stand instead: some words, without comma nor quotation mark"), put);
      return FALSE;
    }

  cap_name_pattern_mark_starts (needle, self->starts);
  g_ptr_array_add (self->texts, g_strdup (text));
  g_ptr_array_add (self->replacements, g_strdup (put));
  g_ptr_array_add (self->needles, needle);
  g_clear_pointer (&self->finder, cap_personal_finder_free);

  return TRUE;
}

/* @sha256: of the content of a file, which goes as a whole */
void
cap_personal_swaps_add_document (CapPersonalSwaps *self,
                                 const char       *sha256)
{
  g_hash_table_add (self->documents, g_strdup (sha256));
}

static gboolean
is_telling (const guint8 *bytes)
{
  gboolean seen[256] = { FALSE };
  guint n = 0;

  for (gsize i = 0; i < SAMPLE_SIZE; i++)
    {
      n += !seen[bytes[i]];
      seen[bytes[i]] = TRUE;
    }

  return n >= MIN_DIFFERENT;
}

/* The first bytes of a sample, by which they are looked up. */
static guint64
get_start (const void *bytes)
{
  guint64 start;

  memcpy (&start, bytes, sizeof start);

  return start;
}

static void
free_sample (Sample *sample)
{
  g_free (sample->sha256);
  g_free (sample);
}

/* Returns: (nullable): the sample that begins there */
static Sample *
find_sample (const CapPersonalSwaps *self,
             const void             *bytes,
             gsize                   size)
{
  const guint64 start = size >= SAMPLE_SIZE ? get_start (bytes) : 0;
  Sample *sample = size >= SAMPLE_SIZE ? g_hash_table_lookup (self->samples, &start) : NULL;

  return sample != NULL && memcmp (sample->bytes, bytes, SAMPLE_SIZE) == 0 ? sample : NULL;
}

/**
 * cap_personal_swaps_take_content:
 * @sha256: of one of the files that go
 * @content: what it holds
 *
 * Remembers some of its bytes, here and there, to look for them afterwards. What is small, or the same byte
 * again and again, tells nothing. All other files are to be spared then.
 */
void
cap_personal_swaps_take_content (CapPersonalSwaps *self,
                                 const char       *sha256,
                                 GBytes           *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  gsize at = 0;

  for (gsize i = 0; i < N_SAMPLES; i++)
    {
      Sample *sample;

      at = MAX (at, size / N_SAMPLES * i);
      while (at + SAMPLE_SIZE <= size && !is_telling (data + at))
        at++;
      if (at + SAMPLE_SIZE > size)
        return;

      sample = g_new0 (Sample, 1);
      memcpy (sample->bytes, data + at, SAMPLE_SIZE);
      sample->start = get_start (data + at);
      sample->sha256 = g_strdup (sha256);
      g_hash_table_replace (self->samples, &sample->start, sample);
      at += SAMPLE_SIZE;
    }
}

/**
 * cap_personal_swaps_spare_content:
 * @content: of a file that stays
 *
 * Forgets what it has in common with those that go: a font, a profile of colours, what a program writes into
 * all its files.
 */
void
cap_personal_swaps_spare_content (CapPersonalSwaps *self,
                                  GBytes           *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  for (gsize at = 0; at + SAMPLE_SIZE <= size && g_hash_table_size (self->samples) > 0; at++)
    {
      const Sample *sample = find_sample (self, data + at, size - at);

      if (sample != NULL)
        g_hash_table_remove (self->samples, &sample->start);
    }
}

/**
 * cap_personal_swaps_settle_samples:
 *
 * Once all contents were taken, and all others spared; some bytes of each file are enough then.
 *
 * Returns: how many files that go cannot be told from others by their bytes: too small, or all in common
 */
guint
cap_personal_swaps_settle_samples (CapPersonalSwaps *self)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->samples);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Sample *sample = value;

      self->starts[sample->bytes[0]] = TRUE;
      g_hash_table_add (known, sample->sha256);
    }

  return g_hash_table_size (self->documents) - g_hash_table_size (known);
}

/* Returns: (transfer container) (element-type utf8): the SHA-256 of the files that go */
GPtrArray *
cap_personal_swaps_list_documents (const CapPersonalSwaps *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer sha256;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    g_ptr_array_add (list, sha256);

  return list;
}

guint
cap_personal_swaps_get_n_documents (const CapPersonalSwaps *self)
{
  return g_hash_table_size (self->documents);
}

gboolean
cap_personal_swaps_has_document (const CapPersonalSwaps *self,
                                 const char             *sha256)
{
  return g_hash_table_contains (self->documents, sha256);
}

guint
cap_personal_swaps_get_n (const CapPersonalSwaps *self)
{
  return self->texts->len;
}

const char *
cap_personal_swaps_get_text (const CapPersonalSwaps *self,
                             guint                   rank)
{
  return g_ptr_array_index (self->texts, rank);
}

/**
 * cap_personal_swaps_check:
 *
 * Gets ready to be applied, once all is added.
 *
 * Returns: whether nothing that is put says again what is taken out
 */
gboolean
cap_personal_swaps_check (CapPersonalSwaps  *self,
                          GError           **error)
{
  if (self->finder == NULL)
    {
      g_autoptr(GPtrArray) list = g_ptr_array_new ();

      for (guint i = 0; i < self->texts->len; i++)
        g_ptr_array_add (list, g_ptr_array_index (self->texts, i));
      g_ptr_array_add (list, NULL);
      self->finder = cap_personal_finder_new_for ((const char * const *) list->pdata);
    }

  for (guint i = 0; i < self->replacements->len; i++)
    {
      const char *put = g_ptr_array_index (self->replacements, i);

      if (cap_personal_swaps_count_bytes (self, put, strlen (put), strlen (put), NULL) > 0)
        {
          g_set_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_REPLACEMENT,
                       /* Translators: %s is what somebody wants to stand instead of a name */
                       _("“%s” says again what is to be taken out"), put);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * cap_personal_swaps_apply:
 * @text: in UTF-8
 * @n: (inout): raised by how many places there were
 *
 * Returns: (transfer full) (nullable): the text without them; %NULL when there were none
 */
char *
cap_personal_swaps_apply (const CapPersonalSwaps *self,
                          const char             *text,
                          guint                  *n)
{
  g_autoptr(GPtrArray) spans = NULL;
  g_autoptr(GString) out = NULL;
  gsize at = 0;

  g_return_val_if_fail (self->finder != NULL, NULL);

  spans = cap_personal_finder_find (self->finder, text);
  if (spans->len == 0)
    return NULL;

  out = g_string_new (NULL);
  for (guint i = 0; i < spans->len; i++)
    {
      const CapPersonalSpan *span = g_ptr_array_index (spans, i);

      g_string_append_len (out, text + at, (gssize) (span->start - at));
      g_string_append (out, g_ptr_array_index (self->replacements, span->name));
      at = span->start + span->length;
    }
  g_string_append (out, text + at);
  *n += spans->len;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * cap_personal_swaps_count_bytes:
 * @data: anything: a text, a database
 * @n_starts: how many of its bytes to begin at: the rest is there for what begins before
 * @counts: (nullable): raised, for each text, by how many times it is there
 *
 * Looks for what is taken out in bytes that nothing is known of: within longer words too, with anything or
 * nothing between its words. Of a file that went, it looks for some of its bytes.
 *
 * Returns: how many times any of it is there
 */
guint64
cap_personal_swaps_count_bytes (const CapPersonalSwaps *self,
                                const void             *data,
                                gsize                   size,
                                gsize                   n_starts,
                                guint64                *counts)
{
  const char *bytes = data;
  guint64 n = 0;

  for (gsize i = 0; i < n_starts; i++)
    {
      if (!self->starts[(guchar) bytes[i]])
        continue;

      n += find_sample (self, bytes + i, size - i) != NULL;
      for (guint j = 0; j < self->needles->len; j++)
        {
          if (cap_name_pattern_match (g_ptr_array_index (self->needles, j), bytes + i, bytes + size,
                                      CAP_NAME_MATCH_BYTES) == 0)
            continue;

          n++;
          if (counts != NULL)
            counts[j]++;
        }
    }

  return n;
}
