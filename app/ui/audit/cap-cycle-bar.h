/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "audit/cap-certificate-cycle.h"

G_BEGIN_DECLS

#define CAP_TYPE_CYCLE_BAR (cap_cycle_bar_get_type ())

G_DECLARE_FINAL_TYPE (CapCycleBar, cap_cycle_bar, CAP, CYCLE_BAR, GtkWidget)

GtkWidget *cap_cycle_bar_new (const CapCertificateCycle *cycle,
                              const char                *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
