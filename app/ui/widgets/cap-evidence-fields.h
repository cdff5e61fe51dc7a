/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/widgets/cap-evidence-desk.h"

G_BEGIN_DECLS

/**
 * CapEvidenceFields:
 *
 * What is written of a piece: its title, where it is kept, its date, its last day. Each field left is one
 * gesture.
 */
#define CAP_TYPE_EVIDENCE_FIELDS (cap_evidence_fields_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidenceFields, cap_evidence_fields, CAP, EVIDENCE_FIELDS, GtkWidget)

GtkWidget *cap_evidence_fields_new        (CapWorkspace      *workspace,
                                           CapEvidenceDesk   *desk) G_GNUC_WARN_UNUSED_RESULT;
/* @id: (nullable): UUID of the piece */
void       cap_evidence_fields_set_piece  (CapEvidenceFields *self,
                                           const char        *id);

/* The same in a window of its own. */
GtkWidget *cap_evidence_fields_new_window (CapWorkspace      *workspace,
                                           CapEvidenceDesk   *desk,
                                           const char        *id,
                                           GtkWindow         *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
