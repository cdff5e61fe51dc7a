/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-group.h"

G_BEGIN_DECLS

char *cap_group_dup_unseen     (const CapGroup       *group) G_GNUC_WARN_UNUSED_RESULT;
char *cap_group_dup_blocking   (const CapGroupSite   *site) G_GNUC_WARN_UNUSED_RESULT;
char *cap_group_dup_widespread (const CapGroup       *group,
                                const CapGroupClause *clause) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
