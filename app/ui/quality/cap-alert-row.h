/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-radiography.h"

G_BEGIN_DECLS

GtkWidget *cap_alert_row_new       (const CapAlert *alert,
                                    gboolean        editable) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_alert_row_new_aside (const CapAlert *alert,
                                    gboolean        editable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
