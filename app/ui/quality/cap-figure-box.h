/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/cap-bar-chart.h"

G_BEGIN_DECLS

/* What the pages of figures of the quality process are made of. */
GtkWidget *cap_figure_box_new_tile    (const char  *figure,
                                       const char  *label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_figure_box_new_title   (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_figure_box_new_text    (const char  *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_figure_box_new_chart   (const char  *name) G_GNUC_WARN_UNUSED_RESULT;
void       cap_figure_box_add_bar     (CapBarChart *chart,
                                       const char  *title,
                                       const char  *detail,
                                       double       value,
                                       const char  *figure);

G_END_DECLS
