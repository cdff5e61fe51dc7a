/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapMergeChoice:
 * @CAP_MERGE_ASK: a conflict stops the merge
 * @CAP_MERGE_MINE: what is here stays
 * @CAP_MERGE_THEIRS: what is there replaces it
 *
 * What becomes of what both copies changed.
 */
typedef enum
{
  CAP_MERGE_ASK,
  CAP_MERGE_MINE,
  CAP_MERGE_THEIRS,
} CapMergeChoice;

/**
 * CapMergeGesture:
 * @label: what was done, in the user’s language
 * @made_at: when, ISO 8601 in UTC: `2027-03-12T14:05:00Z`
 * @author: who
 * @taken_back: whether the other copy took it back, which both had done
 */
typedef struct
{
  char     *label;
  char     *made_at;
  char     *author;
  gboolean  taken_back;
} CapMergeGesture;

/**
 * CapMergeConflict:
 * @id: what it is about; two that only mean something together have the same
 * @what: what both changed, in words: “Answer A1.2, level”
 * @mine: what it is here
 * @theirs: what it is there
 * @mine_made_at: (nullable): when it was last changed here, ISO 8601 in UTC
 * @mine_author: (nullable): by whom
 * @theirs_made_at: (nullable): the same there
 * @theirs_author: (nullable): the same there
 */
typedef struct
{
  char *id;
  char *what;
  char *mine;
  char *theirs;
  char *mine_made_at;
  char *mine_author;
  char *theirs_made_at;
  char *theirs_author;
} CapMergeConflict;

/**
 * CapMergeReport:
 * @gestures: (element-type CapMergeGesture): what was done in the other copy since they went separate ways,
 *   oldest first
 * @n_taken: how many rows it changed that are taken in
 * @conflicts: (element-type CapMergeConflict)
 * @states: the states of both copies that it tells of
 * @retains: whether until when the dossier is kept is taken from the other copy
 * @retained: (nullable): until when, ISO 8601; %NULL when it is not known any more
 * @is_outdated: whether the copies are not what people were shown: nothing is changed then
 *
 * What a merge does, or would do.
 */
typedef struct
{
  GPtrArray *gestures;
  guint      n_taken;
  GPtrArray *conflicts;
  char      *states;
  gboolean   retains;
  char      *retained;
  gboolean   is_outdated;
} CapMergeReport;

CapMergeReport *cap_merge_report_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            cap_merge_report_free (CapMergeReport *self);
gboolean        cap_merge_report_has_news     (const CapMergeReport *self);
char           *cap_merge_report_dup_retained (const CapMergeReport *self);

void            cap_merge_conflict_free       (CapMergeConflict     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMergeReport, cap_merge_report_free)

G_END_DECLS
