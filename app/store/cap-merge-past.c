/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-merge-private.h"

/* What two copies have in common, as far as their journals tell. Each knows its own lines, and those of the
 * other that it took in by a merge that is still in force. The last state that both know is what each has to
 * be compared with: what one of them only took from the other is no change of its own. */

/* The last line of each gesture says what became of it. */
static GHashTable *
list_last_lines (const GPtrArray *lines,
                 guint            n_lines)
{
  GHashTable *last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_lines; i++)
    {
      CapJournalLine *line = g_ptr_array_index (lines, i);

      g_hash_table_insert (last, &line->gesture, line);
    }

  return last;
}

static gboolean
is_in_force (GHashTable           *last,
             const CapJournalLine *line)
{
  const CapJournalLine *end = g_hash_table_lookup (last, &line->gesture);

  return end->deed != CAP_DEED_UNDONE;
}

/* How many lines the last return to an earlier state leaves behind: no merge among them counts any more. */
static guint
count_left_behind (const GPtrArray *lines,
                   guint            n_lines,
                   GHashTable      *last)
{
  for (guint i = n_lines; i > 0; i--)
    {
      const CapJournalLine *line = g_ptr_array_index (lines, i - 1);

      if (line->kind == CAP_GESTURE_RETURN && is_in_force (last, line))
        return i;
    }

  return 0;
}

/**
 * cap_merge_past_list_known:
 * @lines: (element-type CapJournalLine): all lines of a journal
 * @n_lines: how many of them count
 *
 * See cap_journal_table_knows(), which looks into the whole journal.
 *
 * Returns: (transfer container): set of the hashes of the states that a copy knew with that many lines
 */
GHashTable *
cap_merge_past_list_known (const GPtrArray *lines,
                           guint            n_lines)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) last = list_last_lines (lines, n_lines);
  const guint n_behind = count_left_behind (lines, n_lines, last);

  for (guint i = 0; i < n_lines; i++)
    {
      const CapJournalLine *line = g_ptr_array_index (lines, i);

      g_hash_table_add (known, line->hash);
      if (line->merged != NULL && i >= n_behind && is_in_force (last, line))
        g_hash_table_add (known, line->merged);
    }

  return known;
}

/* How many of the lines led to the last state that is known. */
static guint
count_known (const GPtrArray *lines,
             guint            n_lines,
             GHashTable      *known)
{
  for (guint i = n_lines; i > 0; i--)
    {
      const CapJournalLine *line = g_ptr_array_index (lines, i - 1);

      if (g_hash_table_contains (known, line->hash))
        return i;
    }

  return 0;
}

/* Whether the copy that had @n_lines knew the last of @n_others. */
static gboolean
knew (const GPtrArray *lines,
      guint            n_lines,
      const GPtrArray *others,
      guint            n_others)
{
  g_autoptr(GHashTable) known = cap_merge_past_list_known (lines, n_lines);
  const CapJournalLine *line = g_ptr_array_index (others, n_others - 1);

  return g_hash_table_contains (known, line->hash);
}

static void
settle_on (CapMergePast *self,
           gboolean      is_mine,
           guint         n_lines)
{
  self->is_mine = is_mine;
  self->n_lines = n_lines;
}

/**
 * cap_merge_past_find:
 * @self: to be filled
 * @mine: (element-type CapJournalLine): the lines of one journal
 * @theirs: (element-type CapJournalLine): those of the other one
 *
 * Where each took in the other without knowing that it was taken in too, neither state holds the other: the
 * two states are a crossing, and what they have in common in turn is looked for, as far back as it takes.
 *
 * Returns: whether they have a past in common
 */
gboolean
cap_merge_past_find (CapMergePast    *self,
                     const GPtrArray *mine,
                     const GPtrArray *theirs)
{
  guint n_mine = mine->len;
  guint n_theirs = theirs->len;

  self->crossings = g_array_new (FALSE, FALSE, sizeof (CapMergeCrossing));
  while (TRUE)
    {
      g_autoptr(GHashTable) known_here = cap_merge_past_list_known (mine, n_mine);
      g_autoptr(GHashTable) known_there = cap_merge_past_list_known (theirs, n_theirs);
      const CapMergeCrossing met = { count_known (mine, n_mine, known_there),
                                     count_known (theirs, n_theirs, known_here) };

      if (self->crossings->len == 0)
        self->n_known = met.theirs;
      if (met.theirs == 0 || met.mine == 0)
        {
          /* Nobody can tell from what the last two states came: theirs is the one to start from. */
          settle_on (self, FALSE, self->crossings->len > 0 ? n_theirs : met.theirs);
          g_array_set_size (self->crossings, self->crossings->len > 0 ? self->crossings->len - 1 : 0);
          return self->n_lines > 0;
        }

      if (knew (theirs, met.theirs, mine, met.mine))
        settle_on (self, FALSE, met.theirs);
      else if (knew (mine, met.mine, theirs, met.theirs))
        settle_on (self, TRUE, met.mine);
      if (self->n_lines > 0)
        return TRUE;

      g_array_append_val (self->crossings, met);
      n_mine = met.mine;
      n_theirs = met.theirs;
    }
}

void
cap_merge_past_clear (CapMergePast *self)
{
  g_clear_pointer (&self->crossings, g_array_unref);
}
