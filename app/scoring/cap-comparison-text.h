/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-comparison.h"

G_BEGIN_DECLS

char *cap_comparison_dup_evolution (const CapComparison *self,
                                    const char          *code) G_GNUC_WARN_UNUSED_RESULT;
char *cap_comparison_dup_scope     (const CapComparison *self,
                                    gboolean             all) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
