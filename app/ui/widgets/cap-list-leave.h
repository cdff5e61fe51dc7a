/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkShortcutFunc for Tab, around a GtkListView; @arguments: (i) a GtkDirectionType. */
gboolean cap_list_leave (GtkWidget *widget,
                         GVariant  *arguments,
                         gpointer   user_data);

G_END_DECLS
