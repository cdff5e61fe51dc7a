/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-radiography.h"

G_BEGIN_DECLS

#define CAP_TYPE_FINDING_GROUP (cap_finding_group_get_type ())

G_DECLARE_FINAL_TYPE (CapFindingGroup, cap_finding_group, CAP, FINDING_GROUP, AdwPreferencesGroup)

GtkWidget *cap_finding_group_new (const GPtrArray *findings,
                                  guint            first,
                                  guint            n_findings,
                                  gboolean         editable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
