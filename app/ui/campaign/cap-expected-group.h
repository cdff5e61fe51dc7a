/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapExpectedGroup:
 *
 * How many people are expected of each college. Signal "failed" (sentence): it could not be kept.
 */
#define CAP_TYPE_EXPECTED_GROUP (cap_expected_group_get_type ())

G_DECLARE_FINAL_TYPE (CapExpectedGroup, cap_expected_group, CAP, EXPECTED_GROUP, AdwPreferencesGroup)

GtkWidget *cap_expected_group_new   (CapWorkspace     *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_expected_group_show  (CapExpectedGroup *self);
void       cap_expected_group_flush (CapExpectedGroup *self);

G_END_DECLS
