/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/cap-rerating.h"

G_BEGIN_DECLS

/* New levels that are proposed, and what they would change, for other programs.
 *
 *   {"reratings": [{"criterion", "from", "to", "actions": [number], "evidence_missing": boolean}],
 *    "differences": [{"kind": "whole"|"theme"|"objective"|"criterion", "code",
 *      "before", "after": percent, "level_before", "level_after"}]}
 *
 * What is not known, or does not apply, is null. The levels of an objective are those it has acquired.
 */
char *cap_rerating_json_write (const GPtrArray        *reratings,
                               const CapReratingTrial *trial,
                               const CapEvaluation    *evaluation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
