/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "audit/cap-finding-rules.h"

G_BEGIN_DECLS

/**
 * CapFindingSteps:
 *
 * Where a finding stands, what the next step waits for, and the buttons that make it. Signals: "forward"
 * (a CapFindingState), "back" (the same), "wanted" (the field where something is missing).
 */
#define CAP_TYPE_FINDING_STEPS (cap_finding_steps_get_type ())

G_DECLARE_FINAL_TYPE (CapFindingSteps, cap_finding_steps, CAP, FINDING_STEPS, GtkWidget)

GtkWidget *cap_finding_steps_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_finding_steps_show (CapFindingSteps       *self,
                                   CapFindingState        state,
                                   const CapFindingFacts *facts,
                                   const char            *urgency,
                                   gboolean               can_change);

G_END_DECLS
