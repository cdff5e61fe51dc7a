/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-framework-diff.h"

G_BEGIN_DECLS

/* In the user’s language. */
char *cap_change_dup_text            (const CapChange        *change) G_GNUC_WARN_UNUSED_RESULT;
char *cap_change_dup_codes           (const CapChange        *change) G_GNUC_WARN_UNUSED_RESULT;
char *cap_framework_diff_dup_summary (const CapFrameworkDiff *diff) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
