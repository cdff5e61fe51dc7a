/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-radiography.h"

G_BEGIN_DECLS

#define CAP_TYPE_ALERT_GROUP (cap_alert_group_get_type ())

G_DECLARE_FINAL_TYPE (CapAlertGroup, cap_alert_group, CAP, ALERT_GROUP, AdwPreferencesGroup)

GtkWidget *cap_alert_group_new (const GPtrArray *alerts,
                                guint            first,
                                guint            n_alerts,
                                gboolean         editable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
