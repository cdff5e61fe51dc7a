/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-framework-diff.h"

G_BEGIN_DECLS

char       *cap_framework_diff_json_write (const CapFrameworkDiff *diff) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type utf8): what @flags say, in words of files: “added”, “levels”… */
GPtrArray  *cap_change_flags_list_names   (CapChangeFlags          flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
