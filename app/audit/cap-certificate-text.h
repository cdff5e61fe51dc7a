/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-certificate-cycle.h"

G_BEGIN_DECLS

/* A certificate in the words of the user. */
const char *cap_cycle_state_get_label        (CapCycleState        state);
const char *cap_milestone_standing_get_label (CapMilestoneStanding standing);

char *cap_certificate_dup_name           (const CapRecord           *certificate) G_GNUC_WARN_UNUSED_RESULT;
char *cap_certificate_cycle_dup_validity (const CapCertificateCycle *self) G_GNUC_WARN_UNUSED_RESULT;
char *cap_certificate_cycle_dup_next     (const CapCertificateCycle *self) G_GNUC_WARN_UNUSED_RESULT;

char *cap_milestone_dup_label            (const CapMilestone        *self) G_GNUC_WARN_UNUSED_RESULT;
char *cap_milestone_dup_days             (const CapMilestone        *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
