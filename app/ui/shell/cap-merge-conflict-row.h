/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-merge-report.h"

G_BEGIN_DECLS

#define CAP_TYPE_MERGE_CONFLICT_ROW (cap_merge_conflict_row_get_type ())

G_DECLARE_FINAL_TYPE (CapMergeConflictRow, cap_merge_conflict_row, CAP, MERGE_CONFLICT_ROW, AdwPreferencesRow)

/* Signal "chosen": people decided otherwise. */
GtkWidget      *cap_merge_conflict_row_new        (const CapMergeConflict *conflict)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void            cap_merge_conflict_row_add        (CapMergeConflictRow    *self,
                                                   const CapMergeConflict *conflict);

const char     *cap_merge_conflict_row_get_id     (CapMergeConflictRow    *self);
CapMergeChoice  cap_merge_conflict_row_get_choice (CapMergeConflictRow    *self);
void            cap_merge_conflict_row_set_choice (CapMergeConflictRow    *self,
                                                   CapMergeChoice          choice);

G_END_DECLS
