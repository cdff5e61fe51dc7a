/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-finding-rules.h"

G_BEGIN_DECLS

/* In the user’s language. */
const char *cap_finding_state_get_label (CapFindingState    self);
const char *cap_finding_state_get_verb  (CapFindingState    self);
const char *cap_finding_gap_get_text    (CapFindingGap      self);
guint       cap_finding_gap_get_field   (CapFindingGap      self);
char       *cap_finding_dup_urgency     (CapFindingUrgency  urgency,
                                         const char        *due,
                                         const char        *today) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_finding_dup_stage_two   (const char        *limit,
                                         const char        *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
