/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-merge-report.h"

G_BEGIN_DECLS

#define CAP_TYPE_MERGE_CONFLICTS_VIEW (cap_merge_conflicts_view_get_type ())

G_DECLARE_FINAL_TYPE (CapMergeConflictsView, cap_merge_conflicts_view, CAP, MERGE_CONFLICTS_VIEW, GtkWidget)

/* Signal "chosen": people decided otherwise. */
void       cap_merge_conflicts_view_show           (CapMergeConflictsView *self,
                                                    const CapMergeReport  *report);
gboolean   cap_merge_conflicts_view_is_decided     (CapMergeConflictsView *self);
char     **cap_merge_conflicts_view_dup_exceptions (CapMergeConflictsView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
