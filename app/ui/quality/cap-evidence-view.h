/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapEvidenceView:
 *
 * The library of pieces of evidence: the list, and the page of one piece.
 */
#define CAP_TYPE_EVIDENCE_VIEW (cap_evidence_view_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidenceView, cap_evidence_view, CAP, EVIDENCE_VIEW, GtkWidget)

GtkWidget *cap_evidence_view_new  (CapWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* @id: (nullable): UUID of the piece to show; the list when %NULL */
void       cap_evidence_view_show (CapEvidenceView *self,
                                   const char      *id);

G_END_DECLS
