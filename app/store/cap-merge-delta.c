/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "store/cap-changeset.h"
#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-redaction.h"

/* What one copy did since it went its own way: what its journal says after the last line that both have. */

/* A line of theirs that was here already: since a merge it came with all that was before it. */
static gboolean
is_here (const GPtrArray *mine,
         const char      *hash)
{
  for (guint i = mine->len; i > 0; i--)
    {
      const CapJournalLine *line = g_ptr_array_index (mine, i - 1);

      if (g_strcmp0 (line->merged, hash) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: how many lines of theirs are known here: those that both have, or that an earlier merge took in */
static guint
count_known (const GPtrArray *mine,
             const GPtrArray *theirs)
{
  guint n = 0;

  while (n < mine->len && n < theirs->len &&
         g_str_equal (((CapJournalLine *) g_ptr_array_index (mine, n))->hash,
                      ((CapJournalLine *) g_ptr_array_index (theirs, n))->hash))
    n++;

  for (guint i = theirs->len; i > n; i--)
    {
      if (is_here (mine, ((CapJournalLine *) g_ptr_array_index (theirs, i - 1))->hash))
        return i;
    }

  return n;
}

/* Plays the lines after @from: backwards from the end, or forward to it. */
static gboolean
play (CapDb            *db,
      const GPtrArray  *lines,
      guint             from,
      gboolean          forward,
      GError          **error)
{
  for (guint i = from; i < lines->len; i++)
    {
      const guint at = forward ? i : lines->len - 1 - (i - from);

      if (!cap_journal_line_play (g_ptr_array_index (lines, at), db, forward, error))
        return FALSE;
    }

  return TRUE;
}

static void
tell (GPtrArray            *gestures,
      const CapJournalLine *line)
{
  CapMergeGesture *told = g_new0 (CapMergeGesture, 1);

  told->label = cap_gesture_dup_label (line->kind, line->detail);
  told->made_at = g_strdup (line->made_at);
  told->author = g_strdup (line->author);
  told->taken_back = line->deed == CAP_DEED_UNDONE;
  g_ptr_array_add (gestures, told);
}

/* What was done, and not undone since; and what was undone that had been done before. */
static void
tell_all (const GPtrArray *lines,
          guint            from,
          GPtrArray       *gestures)
{
  g_autoptr(GHashTable) last = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  g_autoptr(GHashTable) older = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      CapJournalLine *line = g_ptr_array_index (lines, i);

      if (i < from)
        g_hash_table_insert (older, &line->gesture, GINT_TO_POINTER (line->deed == CAP_DEED_UNDONE ? 1 : 2));
      else
        g_hash_table_insert (last, &line->gesture, line);
    }

  for (guint i = from; i < lines->len; i++)
    {
      const CapJournalLine *line = g_ptr_array_index (lines, i);
      const gboolean was_done = GPOINTER_TO_INT (g_hash_table_lookup (older, &line->gesture)) == 2;
      const gboolean is_done = line->deed != CAP_DEED_UNDONE;

      if (g_hash_table_lookup (last, &line->gesture) == line && was_done != is_done &&
          line->kind != CAP_GESTURE_MARK && line->kind != CAP_GESTURE_RETAIN)
        tell (gestures, line);
    }
}

static gboolean
check_same (CapDb   *mine,
            CapDb   *theirs,
            GError **error)
{
  g_autofree char *one = cap_meta_table_get (mine, CAP_META_ID, error);
  g_autofree char *two = one != NULL ? cap_meta_table_get (theirs, CAP_META_ID, error) : NULL;
  g_autofree char *audited = NULL;
  g_autofree char *their_audited = NULL;

  if (two == NULL || !cap_meta_table_find (mine, CAP_META_AUDITED, &audited, error) ||
      !cap_meta_table_find (theirs, CAP_META_AUDITED, &their_audited, error))
    return FALSE;

  if (!g_str_equal (one, two))
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                         _("These are two dossiers, not two copies of one: they cannot be merged"));
  else if (audited != NULL || their_audited != NULL)
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE,
                         _("An auditor’s copy is taken in from the page of its audit, not merged"));
  else
    return cap_redaction_check_merge (mine, theirs, error);

  return FALSE;
}

/**
 * cap_merge_find_delta:
 * @mine: a dossier
 * @theirs: another copy of it; left as it is
 * @delta: (out) (transfer full): what was changed there since both had the same, as one
 *   changeset of today’s schema, in which what is new has numbers that are free here
 * @gestures: (element-type CapMergeGesture): where the gestures that did so are added, oldest first
 *
 * Returns: whether it can be told
 */
gboolean
cap_merge_find_delta (CapDb      *mine,
                      CapDb      *theirs,
                      GBytes    **delta,
                      GPtrArray  *gestures,
                      GError    **error)
{
  g_autoptr(GPtrArray) here = NULL;
  g_autoptr(GPtrArray) there = NULL;
  g_autoptr(CapDb) scratch = NULL;
  g_autoptr(CapTransaction) transaction = NULL;
  g_autoptr(CapRecording) recording = NULL;
  guint n_known;

  if (!check_same (mine, theirs, error))
    return FALSE;

  here = cap_journal_table_list (mine, error);
  there = here != NULL ? cap_journal_table_list (theirs, error) : NULL;
  scratch = there != NULL ? cap_db_open_copy (theirs, ":memory:", error) : NULL;
  transaction = scratch != NULL ? cap_transaction_begin (scratch, error) : NULL;
  if (transaction == NULL)
    return FALSE;

  n_known = count_known (here, there);
  if (!play (scratch, there, n_known, FALSE, error))
    return FALSE;

  recording = cap_recording_start (scratch, error);
  if (recording == NULL || !play (scratch, there, n_known, TRUE, error) ||
      !cap_merge_renumber (mine, scratch, error))
    return FALSE;

  tell_all (there, n_known, gestures);
  *delta = cap_recording_finish (recording, error);

  return *delta != NULL && cap_transaction_commit (transaction, error);
}
