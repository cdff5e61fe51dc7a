/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-answer-drafts.h"

typedef struct
{
  CapAnswer *answer;
  guint      n_running;
} Draft;

static void
free_draft (Draft *draft)
{
  cap_answer_free (draft->answer);
  g_free (draft);
}

GHashTable *
cap_answer_drafts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_draft);
}

const CapAnswer *
cap_answer_drafts_find (GHashTable *drafts,
                        const char *code)
{
  const Draft *draft = g_hash_table_lookup (drafts, code);

  return draft != NULL ? draft->answer : NULL;
}

void
cap_answer_drafts_begin (GHashTable      *drafts,
                         const CapAnswer *answer)
{
  Draft *draft = g_hash_table_lookup (drafts, answer->criterion);

  if (draft == NULL)
    {
      draft = g_new0 (Draft, 1);
      g_hash_table_insert (drafts, g_strdup (answer->criterion), draft);
    }

  g_clear_pointer (&draft->answer, cap_answer_free);
  draft->answer = cap_answer_copy (answer);
  draft->n_running++;
}

void
cap_answer_drafts_finish (GHashTable *drafts,
                          const char *code)
{
  Draft *draft = g_hash_table_lookup (drafts, code);

  if (draft != NULL && --draft->n_running == 0)
    g_hash_table_remove (drafts, code);
}
