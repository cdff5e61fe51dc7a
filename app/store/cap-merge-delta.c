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

/* What is changed in a database, before and after numbers are given. */
struct _CapMergeDiff
{
  CapDb        *db;
  CapRecording *plain;
  CapRecording *whole;
};

void
cap_merge_diff_free (CapMergeDiff *self)
{
  g_clear_pointer (&self->plain, cap_recording_free);
  g_clear_pointer (&self->whole, cap_recording_free);
  g_free (self);
}

/* Returns: (transfer full) (nullable): what watches the changes of @db from here on */
CapMergeDiff *
cap_merge_diff_start (CapDb   *db,
                      GError **error)
{
  g_autoptr(CapMergeDiff) self = g_new0 (CapMergeDiff, 1);

  self->db = db;
  self->plain = cap_recording_start (db, error);
  self->whole = self->plain != NULL ? cap_recording_start (db, error) : NULL;

  return self->whole != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * cap_merge_diff_finish:
 * @mine: where what is new is to have numbers of its own, see cap_merge_renumber()
 * @renamed: (out) (nullable) (transfer full): see cap_merge_list_renamed()
 *
 * Returns: (transfer full) (nullable): what was changed, with those numbers
 */
GBytes *
cap_merge_diff_finish (CapMergeDiff  *self,
                       CapDb         *mine,
                       GHashTable    *given,
                       GHashTable   **renamed,
                       GError       **error)
{
  g_autoptr(GBytes) plain = cap_recording_finish (self->plain, error);
  g_autoptr(GBytes) whole = NULL;

  if (plain == NULL || !cap_merge_renumber (mine, self->db, given, error))
    return NULL;

  whole = cap_recording_finish (self->whole, error);
  if (whole != NULL && renamed != NULL)
    *renamed = cap_merge_list_renamed (self->db, plain, whole, error);

  return renamed == NULL || *renamed != NULL ? g_steal_pointer (&whole) : NULL;
}

/* What they did since a state that was theirs: their journal says it. */
static GBytes *
dup_own_delta (CapDb            *mine,
               CapDb            *theirs,
               const GPtrArray  *there,
               guint             n_known,
               GHashTable      **renamed,
               GError          **error)
{
  g_autoptr(CapDb) scratch = cap_db_open_copy (theirs, ":memory:", error);
  g_autoptr(CapTransaction) transaction = scratch != NULL ? cap_transaction_begin (scratch, error) : NULL;
  g_autoptr(CapMergeDiff) diff = NULL;
  g_autoptr(GBytes) delta = NULL;

  if (transaction == NULL || !cap_journal_play (scratch, there, n_known, FALSE, error))
    return NULL;

  diff = cap_merge_diff_start (scratch, error);
  if (diff == NULL || !cap_journal_play (scratch, there, n_known, TRUE, error))
    return NULL;

  delta = cap_merge_diff_finish (diff, mine, NULL, renamed, error);

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
 * @renamed: (out) (transfer full): the rows that only have another number or code there, see
 *   cap_merge_list_renamed()
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
                      GHashTable        **renamed,
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
    *delta = cap_merge_base_dup_delta (mine, here, theirs, there, &past, doubtful, renamed, error);
  else
    *delta = dup_own_delta (mine, theirs, there, past.n_lines, renamed, error);
  if (*delta == NULL)
    return FALSE;

  tell_all (there, past.n_known, gestures);
  cap_merge_compare_retention (retention, here, there, &past);

  return TRUE;
}
