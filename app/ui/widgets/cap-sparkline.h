/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_SPARKLINE (cap_sparkline_get_type ())

G_DECLARE_FINAL_TYPE (CapSparkline, cap_sparkline, CAP, SPARKLINE, GtkWidget)

GtkWidget *cap_sparkline_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_sparkline_set_indicator (CapSparkline       *self,
                                        const CapIndicator *indicator);

G_END_DECLS
