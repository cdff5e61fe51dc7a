/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapEvidenceBox:
 *
 * The pieces of evidence that serve one place, and how to add some: files that are dropped or chosen, a
 * reference, a piece that the dossier has already. It follows the dossier.
 */
#define CAP_TYPE_EVIDENCE_BOX (cap_evidence_box_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidenceBox, cap_evidence_box, CAP, EVIDENCE_BOX, GtkWidget)

GtkWidget *cap_evidence_box_new       (CapWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* @target: (nullable): what is served: see CapPlace */
void       cap_evidence_box_set_place (CapEvidenceBox *self,
                                       CapPlace        place,
                                       const char     *target);

G_END_DECLS
