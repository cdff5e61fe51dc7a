/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list that folds under its title. */
GtkWidget  *cap_matrix_group_new      (const char  *title) G_GNUC_WARN_UNUSED_RESULT;
GtkListBox *cap_matrix_group_get_list (GtkExpander *group);

G_END_DECLS
