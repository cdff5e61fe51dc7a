/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

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
 * CapMergeConflict:
 * @what: what both changed, in words: “Answer A1.2, level”
 * @mine: what it is here
 * @theirs: what it is there
 */
typedef struct
{
  char *what;
  char *mine;
  char *theirs;
} CapMergeConflict;

/**
 * CapMergeReport:
 * @n_gestures: what was done in the other copy since they went separate ways
 * @n_taken: how many rows it changed that are taken in
 * @conflicts: (element-type CapMergeConflict)
 */
typedef struct
{
  guint      n_gestures;
  guint      n_taken;
  GPtrArray *conflicts;
} CapMergeReport;

CapMergeReport *cap_merge_report_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            cap_merge_report_free (CapMergeReport  *self);
gboolean        cap_merge_run         (CapDb           *mine,
                                       CapDb           *theirs,
                                       CapMergeChoice   choice,
                                       gboolean         dry_run,
                                       const char      *name,
                                       CapMergeReport  *report,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMergeReport, cap_merge_report_free)

G_END_DECLS
