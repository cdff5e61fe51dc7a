/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of the rows of a long list: as wide as their column, whatever they say. */

GtkWidget *cap_list_cell_new  (int         width,
                               const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_list_cells_get (GtkWidget  *row,
                               guint       index);
void       cap_list_cells_say (GtkWidget  *row,
                               guint       index,
                               const char *text);

G_END_DECLS
