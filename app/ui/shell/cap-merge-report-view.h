/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/shell/cap-merge-conflicts-view.h"

G_BEGIN_DECLS

#define CAP_TYPE_MERGE_REPORT_VIEW (cap_merge_report_view_get_type ())

G_DECLARE_FINAL_TYPE (CapMergeReportView, cap_merge_report_view, CAP, MERGE_REPORT_VIEW, GtkWidget)

void                   cap_merge_report_view_show          (CapMergeReportView   *self,
                                                            const char           *name,
                                                            const CapMergeReport *report);
CapMergeConflictsView *cap_merge_report_view_get_conflicts (CapMergeReportView   *self);

G_END_DECLS
