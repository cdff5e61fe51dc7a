/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-code-index-private.h"

/* A short register is looked through as fast. */
#define MIN_RECORDS 32

struct _CapCodeIndex
{
  guint       n_records; /* that it knows */
  GHashTable *by_code;
};

static guint
hash_code (gconstpointer code)
{
  guint hash = 5381;

  for (const char *c = code; *c != '\0'; c++)
    hash = hash * 33 + (guchar) g_ascii_tolower (*c);

  return hash;
}

static gboolean
is_same_code (gconstpointer one,
              gconstpointer other)
{
  return g_ascii_strcasecmp (one, other) == 0;
}

static void
index_free (CapCodeIndex *self)
{
  g_hash_table_unref (self->by_code);
  g_free (self);
}

static CapCodeIndex *
index_new (const GPtrArray *records)
{
  CapCodeIndex *self = g_new0 (CapCodeIndex, 1);

  self->n_records = records->len;
  self->by_code = g_hash_table_new_full (hash_code, is_same_code, g_free, NULL);
  for (guint i = records->len; i > 0; i--)
    {
      CapRecord *record = g_ptr_array_index (records, i - 1);

      g_hash_table_insert (self->by_code, g_strdup (cap_record_get_code (record)), record);
    }

  return self;
}

/* Threads may make it at the same time: one of theirs is kept. */
static const CapCodeIndex *
get_index (CapCodeIndex    **slot,
           const GPtrArray  *records)
{
  CapCodeIndex *self = g_atomic_pointer_get (slot);

  if (self != NULL)
    return self;

  self = index_new (records);
  if (g_atomic_pointer_compare_and_exchange (slot, NULL, self))
    return self;

  index_free (self);

  return g_atomic_pointer_get (slot);
}

static gboolean
has_code (const CapRecord *record,
          const char      *code)
{
  return g_ascii_strcasecmp (cap_record_get_code (record), code) == 0;
}

/* Returns: (nullable): the first of @records that has the code */
const CapRecord *
cap_code_index_find (CapCodeIndex    **self,
                     const GPtrArray  *records,
                     const char       *code)
{
  if (records->len >= MIN_RECORDS)
    {
      const CapCodeIndex *index = get_index (self, records);

      if (index->n_records == records->len)
        return g_hash_table_lookup (index->by_code, code);
    }

  for (guint i = 0; i < records->len; i++)
    {
      if (has_code (g_ptr_array_index (records, i), code))
        return g_ptr_array_index (records, i);
    }

  return NULL;
}

/* Nobody else looks for anything any more. */
void
cap_code_index_clear (CapCodeIndex **self)
{
  g_clear_pointer (self, index_free);
}
