/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "plan/cap-indicator-rules.h"

G_BEGIN_DECLS

#define CAP_TYPE_SERIES_DOT (cap_series_dot_get_type ())

G_DECLARE_FINAL_TYPE (CapSeriesDot, cap_series_dot, CAP, SERIES_DOT, GtkWidget)

GtkWidget *cap_series_dot_new (const char         *name,
                               CapIndicatorStatus  status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
