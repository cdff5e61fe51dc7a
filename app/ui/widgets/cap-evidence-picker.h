/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* Returns: whether a piece may be chosen */
typedef gboolean (*CapEvidenceFilter) (const CapEvidence *piece,
                                       gpointer           user_data);

#define CAP_TYPE_EVIDENCE_PICKER (cap_evidence_picker_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidencePicker, cap_evidence_picker, CAP, EVIDENCE_PICKER, AdwWindow)

/* A window to choose a piece that the dossier has already. Signal "chosen" (string id), then it closes.
 * @filter is asked once, at once. */
GtkWidget *cap_evidence_picker_new (GtkWindow         *parent,
                                    CapDossier        *dossier,
                                    CapEvidenceFilter  filter,
                                    gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
