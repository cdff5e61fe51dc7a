/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapEvidencePreview:
 *
 * A picture, or the first page of a PDF, as a dossier keeps it. It is read and decoded off the main loop, and
 * never larger than it is shown.
 */
#define CAP_TYPE_EVIDENCE_PREVIEW (cap_evidence_preview_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidencePreview, cap_evidence_preview, CAP, EVIDENCE_PREVIEW, GtkWidget)

GtkWidget *cap_evidence_preview_new      (CapWorkspace           *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* @file: (nullable): what is looked at; nothing is shown for other kinds of files */
void       cap_evidence_preview_set_file (CapEvidencePreview     *self,
                                          const CapEvidenceFile  *file);

G_END_DECLS
