/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_COMMITMENT_STEPS (cap_commitment_steps_get_type ())

G_DECLARE_FINAL_TYPE (CapCommitmentSteps, cap_commitment_steps, CAP, COMMITMENT_STEPS, AdwBin)

GtkWidget *cap_commitment_steps_new  (CapWorkspace       *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_commitment_steps_show (CapCommitmentSteps *self,
                                      const CapRecord    *commitment);

G_END_DECLS
