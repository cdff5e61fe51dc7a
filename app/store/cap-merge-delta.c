/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "store/cap-changeset.h"
#include "store/cap-gesture-table.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"

/* What one copy did since it went its own way. */

typedef struct
{
  gint64      sequence;
  char       *id;
  gboolean    done;
  CapGesture  kind;
  char       *detail;
  char       *made_at;
  char       *author;
} Gesture;

static void
gesture_clear (Gesture *self)
{
  g_free (self->id);
  g_free (self->detail);
  g_free (self->made_at);
  g_free (self->author);
}

/* Oldest first. */
static GArray *
list_gestures (CapDb   *db,
               GError **error)
{
  g_autoptr(GArray) gestures = g_array_new (FALSE, FALSE, sizeof (Gesture));
  g_autoptr(CapStmt) stmt =
    cap_db_prepare (db, "SELECT sequence, id, state = 'done', kind, detail, made_at, author FROM gesture"
                        " ORDER BY sequence", error);
  CapStep step;

  g_array_set_clear_func (gestures, (GDestroyNotify) gesture_clear);
  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      Gesture gesture = {
        .sequence = cap_stmt_get_int (stmt, 0),
        .id = cap_stmt_dup_text (stmt, 1),
        .done = cap_stmt_get_int (stmt, 2) != 0,
        .kind = (CapGesture) cap_stmt_get_int (stmt, 3),
        .detail = cap_stmt_dup_text (stmt, 4),
        .made_at = cap_stmt_dup_text (stmt, 5),
        .author = cap_stmt_dup_text (stmt, 6),
      };

      g_array_append_val (gestures, gesture);
    }

  return step == CAP_STEP_DONE ? g_steal_pointer (&gestures) : NULL;
}

static guint
count_common (const GArray *mine,
              const GArray *theirs)
{
  guint n = 0;

  while (n < mine->len && n < theirs->len &&
         g_str_equal (g_array_index (mine, Gesture, n).id, g_array_index (theirs, Gesture, n).id))
    n++;

  return n;
}

/* Does a gesture again, or takes it back. One that says nothing is the beginning of an auditor’s copy. */
static gboolean
play (CapDb          *db,
      const Gesture  *gesture,
      gboolean        forward,
      GError        **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, gesture->sequence, error);

  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  return forward ? cap_changeset_apply (db, changeset, error) : cap_changeset_revert (db, changeset, error);
}

/* Whether the gesture, which both have, was taken back there and not here. */
static gboolean
was_taken_back (const GArray *mine,
                const GArray *theirs,
                guint         index)
{
  return g_array_index (mine, Gesture, index).done && !g_array_index (theirs, Gesture, index).done;
}

/* Back to what both had: what came after is taken back, what was taken back since is done again. */
static gboolean
go_back (CapDb         *db,
         const GArray  *mine,
         const GArray  *theirs,
         guint          n_common,
         GError       **error)
{
  for (guint i = theirs->len; i-- > n_common;)
    {
      const Gesture *gesture = &g_array_index (theirs, Gesture, i);

      if (gesture->done && !play (db, gesture, FALSE, error))
        return FALSE;
    }
  for (guint i = 0; i < n_common; i++)
    {
      if (was_taken_back (mine, theirs, i) && !play (db, &g_array_index (theirs, Gesture, i), TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static void
tell (GPtrArray     *gestures,
      const Gesture *gesture,
      gboolean       taken_back)
{
  CapMergeGesture *told = g_new0 (CapMergeGesture, 1);

  told->label = cap_gesture_dup_label (gesture->kind, gesture->detail);
  told->made_at = g_strdup (gesture->made_at);
  told->author = g_strdup (gesture->author);
  told->taken_back = taken_back;
  g_ptr_array_add (gestures, told);
}

/* From there, all that the copy did. */
static gboolean
go_on (CapDb         *db,
       const GArray  *mine,
       const GArray  *theirs,
       guint          n_common,
       GPtrArray     *gestures,
       GError       **error)
{
  for (guint i = n_common; i-- > 0;)
    {
      if (!was_taken_back (mine, theirs, i))
        continue;
      if (!play (db, &g_array_index (theirs, Gesture, i), FALSE, error))
        return FALSE;
      tell (gestures, &g_array_index (theirs, Gesture, i), TRUE);
    }
  for (guint i = n_common; i < theirs->len; i++)
    {
      const Gesture *gesture = &g_array_index (theirs, Gesture, i);

      if (!gesture->done)
        continue;
      if (!play (db, gesture, TRUE, error))
        return FALSE;
      tell (gestures, gesture, FALSE);
    }

  return TRUE;
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
    return TRUE;

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
  g_autoptr(GArray) here = NULL;
  g_autoptr(GArray) there = NULL;
  g_autoptr(CapDb) scratch = NULL;
  g_autoptr(CapTransaction) transaction = NULL;
  g_autoptr(CapRecording) recording = NULL;
  guint n_common;

  if (!check_same (mine, theirs, error))
    return FALSE;

  here = list_gestures (mine, error);
  there = here != NULL ? list_gestures (theirs, error) : NULL;
  scratch = there != NULL ? cap_db_open_copy (theirs, ":memory:", error) : NULL;
  transaction = scratch != NULL ? cap_transaction_begin (scratch, error) : NULL;
  if (transaction == NULL)
    return FALSE;

  n_common = count_common (here, there);
  if (!go_back (scratch, here, there, n_common, error))
    return FALSE;

  recording = cap_recording_start (scratch, error);
  if (recording == NULL || !go_on (scratch, here, there, n_common, gestures, error) ||
      !cap_merge_renumber (mine, scratch, error))
    return FALSE;

  *delta = cap_recording_finish (recording, error);

  return *delta != NULL && cap_transaction_commit (transaction, error);
}
