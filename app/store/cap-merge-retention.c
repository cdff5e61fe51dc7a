/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "store/cap-retention.h"

/* Until when a dossier is kept is in no row: the journal says it, and a merge compares what both journals say
 * with what they said when both copies had the same. */

#define TABLE "journal"
#define KEY   "retention"

/* Returns: (nullable): the line that decides, after so many lines */
static const CapJournalLine *
find_line (const GPtrArray *lines,
           guint            n_lines)
{
  for (guint i = n_lines; i > 0; i--)
    {
      const CapJournalLine *line = g_ptr_array_index (lines, i - 1);

      if (line->kind == CAP_GESTURE_RETAIN)
        return line;
    }

  return NULL;
}

/* Returns: (nullable): a date; %NULL when nobody said, or it is not known any more */
static const char *
get_date (const GPtrArray *lines,
          guint            n_lines)
{
  const CapJournalLine *line = find_line (lines, n_lines);

  return line != NULL && line->detail != NULL && cap_date_is_valid (line->detail) ? line->detail : NULL;
}

/* Returns: whether it can be told what both copies said; in @before what it was */
static gboolean
find_before (const GPtrArray     *here,
             const GPtrArray     *there,
             const CapMergePast  *past,
             const char         **before)
{
  const CapMergeCrossing *met;

  *before = get_date (past->is_mine ? here : there, past->n_lines);
  if (past->crossings->len == 0)
    return TRUE;

  /* Each had taken in the other: the last time that was, both said the same or nobody knows who is right. */
  met = &g_array_index (past->crossings, CapMergeCrossing, 0);
  *before = get_date (here, met->mine);

  return g_strcmp0 (*before, get_date (there, met->theirs)) == 0;
}

static char *
dup_said (const char *date)
{
  return date != NULL ? cap_date_format_short (date) : g_strdup ("—");
}

static void
set_decided (const CapJournalLine  *line,
             char                 **made_at,
             char                 **author)
{
  if (line == NULL)
    return;

  *made_at = g_strdup (line->made_at);
  *author = g_strdup (line->author);
}

/**
 * cap_merge_compare_retention:
 * @self: filled in
 * @here: (element-type CapJournalLine): the lines of this journal
 * @there: (element-type CapJournalLine): those of the other one
 * @past: what they have in common
 */
void
cap_merge_compare_retention (CapMergeRetention   *self,
                             const GPtrArray     *here,
                             const GPtrArray     *there,
                             const CapMergePast  *past)
{
  const char *mine = get_date (here, here->len);
  const char *theirs = get_date (there, there->len);
  const char *before;
  const gboolean known = find_before (here, there, past, &before);

  if (g_strcmp0 (mine, theirs) == 0 || (known && g_strcmp0 (theirs, before) == 0))
    return;

  self->is_changed = TRUE;
  self->date = g_strdup (theirs);
  if (known && g_strcmp0 (mine, before) == 0)
    return;

  self->conflict = g_new0 (CapMergeConflict, 1);
  self->conflict->id = cap_merge_dup_id (TABLE, NULL, KEY);
  self->conflict->what = g_strdup (_("Until when the dossier is kept"));
  self->conflict->mine = dup_said (mine);
  self->conflict->theirs = dup_said (theirs);
  set_decided (find_line (here, here->len), &self->conflict->mine_made_at, &self->conflict->mine_author);
  set_decided (find_line (there, there->len), &self->conflict->theirs_made_at,
               &self->conflict->theirs_author);
}

/**
 * cap_merge_settle_retention:
 *
 * Tells in the report whether the date is taken from the other copy, and that both changed it if they did.
 */
void
cap_merge_settle_retention (CapMerge          *self,
                            CapMergeRetention *retention)
{
  if (retention->conflict != NULL)
    g_ptr_array_add (self->report->conflicts, retention->conflict);

  self->report->retains = retention->is_changed &&
                          (retention->conflict == NULL || cap_merge_takes_theirs (self, TABLE, NULL, KEY));
  if (self->report->retains)
    self->report->retained = g_strdup (retention->date);
  retention->conflict = NULL;
}

/* Returns: whether the journal says what the report says */
gboolean
cap_merge_put_retention (CapMerge  *self,
                         GError   **error)
{
  return !self->report->retains || cap_retention_put (self->mine, self->report->retained, error);
}

void
cap_merge_retention_clear (CapMergeRetention *self)
{
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->conflict, cap_merge_conflict_free);
}
