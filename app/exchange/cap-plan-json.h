/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/cap-proposal.h"

G_BEGIN_DECLS

char *cap_plan_json_write_actions   (const GPtrArray    *actions) G_GNUC_WARN_UNUSED_RESULT;
char *cap_plan_json_write_proposals (const GPtrArray    *proposals,
                                     const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
