/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_BAR_ROW (cap_bar_row_get_type ())

G_DECLARE_FINAL_TYPE (CapBarRow, cap_bar_row, CAP, BAR_ROW, GtkWidget)

GtkWidget *cap_bar_row_new             (const char *title,
                                        const char *detail,
                                        double      value,
                                        const char *figure) G_GNUC_WARN_UNUSED_RESULT;
void       cap_bar_row_set_name        (CapBarRow  *self,
                                        const char *name);
void       cap_bar_row_set_provisional (CapBarRow  *self,
                                        gboolean    provisional);

G_END_DECLS
