/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-redaction-text.h"

#include <string.h>

#include "store/cap-text-walk.h"

#define BETWEEN_CODES ", "
#define MAX_CODE      40 /* characters, of a respondent; other codes are shorter */

struct _CapRedactionText
{
  const CapPersonalSwaps *swaps;
  GHashTable             *codes; /* code → what becomes of it, of those that change */
};

static void
collect_code (const CapTextPlace *place,
              const char         *text,
              gpointer            user_data)
{
  GHashTable *all = user_data;

  if (place->column != NULL && place->column->use == CAP_PERSONAL_USE_CODE)
    g_hash_table_add (all, g_strdup (text));
}

/* “Personne 1”, “Personne 1 2”, …: the first that no code is. */
static char *
dup_free_code (GHashTable *all,
               const char *wanted)
{
  for (guint rank = 1;; rank++)
    {
      g_autofree char *end = rank == 1 ? g_strdup ("") : g_strdup_printf (" %u", rank);
      const glong room = MAX_CODE - (glong) strlen (end);
      g_autofree char *start = g_utf8_strlen (wanted, -1) > room ? g_utf8_substring (wanted, 0, room)
                                                                 : g_strdup (wanted);
      char *code = g_strconcat (start, end, NULL);

      if (!g_hash_table_contains (all, code))
        return code;
      g_free (code);
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* In order, so that the same dossier always becomes the same. */
static void
choose_codes (CapRedactionText *self,
              GHashTable       *all)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (codes, g_strdup (key));
  g_ptr_array_sort (codes, compare_codes);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      guint n = 0;
      g_autofree char *wanted = cap_personal_swaps_apply (self->swaps, code, &n);
      char *chosen = wanted != NULL ? dup_free_code (all, wanted) : NULL;

      if (chosen == NULL)
        continue;
      g_hash_table_insert (self->codes, g_strdup (code), chosen);
      g_hash_table_add (all, g_strdup (chosen));
    }
}

/**
 * cap_redaction_text_new:
 * @db: a dossier, before anything changes
 * @swaps: what is taken out, and what stands there instead; it outlives what is returned
 *
 * Returns: (transfer full) (nullable): what becomes of texts
 */
CapRedactionText *
cap_redaction_text_new (CapDb                   *db,
                        const CapPersonalSwaps  *swaps,
                        GError                 **error)
{
  g_autoptr(CapRedactionText) self = g_new0 (CapRedactionText, 1);
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->swaps = swaps;
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!cap_text_walk (db, collect_code, all, error))
    return NULL;

  choose_codes (self, all);

  return g_steal_pointer (&self);
}

void
cap_redaction_text_free (CapRedactionText *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->codes);
  g_free (self);
}

/* Returns: (nullable): the text with the codes that are in it, “ ”, as they become */
static char *
replace_codes (const CapRedactionText *self,
               const char             *text,
               guint                  *n)
{
  g_auto(GStrv) parts = NULL;
  guint n_replaced = 0;

  if (g_hash_table_size (self->codes) == 0)
    return NULL;

  parts = g_strsplit (text, BETWEEN_CODES, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *code = g_hash_table_lookup (self->codes, parts[i]);

      if (code == NULL)
        continue;
      g_free (parts[i]);
      parts[i] = g_strdup (code);
      n_replaced++;
    }
  *n += n_replaced;

  return n_replaced > 0 ? g_strjoinv (BETWEEN_CODES, parts) : NULL;
}

/**
 * cap_redaction_text_apply:
 * @text: of the dossier, in UTF-8
 * @n: (inout): raised by how many places there were
 *
 * Returns: (transfer full) (nullable): what it becomes; %NULL when it stays as it is
 */
char *
cap_redaction_text_apply (const CapRedactionText *self,
                          const char             *text,
                          guint                  *n)
{
  g_autofree char *coded = replace_codes (self, text, n);
  char *swapped = cap_personal_swaps_apply (self->swaps, coded != NULL ? coded : text, n);

  return swapped != NULL ? swapped : g_steal_pointer (&coded);
}
