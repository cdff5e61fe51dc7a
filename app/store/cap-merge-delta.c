/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "store/cap-changeset.h"
#include "store/cap-gesture-table.h"
#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-redaction.h"

/* What one copy did since both had the same. */

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
          !cap_gesture_table_passes_over (line->kind))
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

/* What they did since a state that was theirs: their journal says it. */
static GBytes *
dup_own_delta (CapDb            *mine,
               CapDb            *theirs,
               const GPtrArray  *there,
               guint             n_known,
               GError          **error)
{
  g_autoptr(CapDb) scratch = cap_db_open_copy (theirs, ":memory:", error);
  g_autoptr(CapTransaction) transaction = scratch != NULL ? cap_transaction_begin (scratch, error) : NULL;
  g_autoptr(CapRecording) recording = NULL;
  g_autoptr(GBytes) delta = NULL;

  if (transaction == NULL || !cap_journal_play (scratch, there, n_known, FALSE, error))
    return NULL;

  recording = cap_recording_start (scratch, error);
  if (recording == NULL || !cap_journal_play (scratch, there, n_known, TRUE, error) ||
      !cap_merge_renumber (mine, scratch, NULL, error))
    return NULL;

  delta = cap_recording_finish (recording, error);

  return delta != NULL && cap_transaction_commit (transaction, error) ? g_steal_pointer (&delta) : NULL;
}

/**
 * cap_merge_find_delta:
 * @mine: a dossier
 * @theirs: another copy of it; left as it is
 * @delta: (out) (transfer full): what was changed there since both had the same, as one
 *   changeset of today’s schema, in which what is new has numbers that are free here
 * @doubtful: (element-type utf8): takes the rows of which it cannot be told who changed them, see
 *   cap_merge_base_dup_delta()
 * @retention: (out): what is said there of until when the dossier is kept
 * @gestures: (element-type CapMergeGesture): where the gestures that did so are added, oldest first
 *
 * Returns: whether it can be told
 */
gboolean
cap_merge_find_delta (CapDb              *mine,
                      CapDb              *theirs,
                      GBytes            **delta,
                      GHashTable         *doubtful,
                      CapMergeRetention  *retention,
                      GPtrArray          *gestures,
                      GError            **error)
{
  g_autoptr(GPtrArray) here = NULL;
  g_autoptr(GPtrArray) there = NULL;
  g_autoptr(GArray) taken_back = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto(CapMergePast) past = { 0 };

  if (!check_same (mine, theirs, error))
    return FALSE;

  here = cap_journal_table_list (mine, error);
  there = here != NULL ? cap_journal_table_list (theirs, error) : NULL;
  if (there == NULL)
    return FALSE;

  /* Without a common past nobody can tell what was taken out here from what was added there. */
  if (!cap_merge_past_find (&past, here, there))
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                           _("These copies have no past in common, since one of them was saved from a damaged"
                             " file: they cannot be merged"));
      return FALSE;
    }

  cap_merge_find_taken_back (there, here, &past, taken_back);
  if (past.is_mine || past.crossings->len > 0 || taken_back->len > 0)
    *delta = cap_merge_base_dup_delta (mine, here, theirs, there, &past, doubtful, error);
  else
    *delta = dup_own_delta (mine, theirs, there, past.n_lines, error);
  if (*delta == NULL)
    return FALSE;

  tell_all (there, past.n_known, gestures);
  cap_merge_compare_retention (retention, here, there, &past);

  return TRUE;
}
