/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/cap-evidence-desk.h"

G_BEGIN_DECLS

/**
 * CapEvidencePage:
 *
 * One piece of evidence: what is written of it, its versions, where it serves, what it looks like.
 *
 * Signal "left": the person goes back to the list.
 */
#define CAP_TYPE_EVIDENCE_PAGE (cap_evidence_page_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidencePage, cap_evidence_page, CAP, EVIDENCE_PAGE, GtkWidget)

GtkWidget  *cap_evidence_page_new       (CapWorkspace    *workspace,
                                         CapEvidenceDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
/* @id: (nullable): UUID of a piece */
void        cap_evidence_page_set_piece (CapEvidencePage *self,
                                         const char      *id);
const char *cap_evidence_page_get_piece (CapEvidencePage *self);

G_END_DECLS
