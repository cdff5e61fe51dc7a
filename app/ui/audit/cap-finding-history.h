/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* The steps that a finding made, the last one first. */
#define CAP_TYPE_FINDING_HISTORY (cap_finding_history_get_type ())

G_DECLARE_FINAL_TYPE (CapFindingHistory, cap_finding_history, CAP, FINDING_HISTORY, AdwBin)

GtkWidget *cap_finding_history_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_finding_history_show (CapFindingHistory *self,
                                     const CapDossier  *dossier,
                                     const char        *finding);

G_END_DECLS
