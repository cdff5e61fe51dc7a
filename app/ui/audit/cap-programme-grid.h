/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "audit/cap-programme.h"

G_BEGIN_DECLS

/* The processes and the half-years of three years: what is planned and was held there, on a site or on all
 * of them (%NULL). A mark opens its line by `journey.open`. */
GtkWidget *cap_programme_grid_new   (const CapProgramme *programme,
                                     const char         *site) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_programme_legend_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
