/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a button lead to the journal of one thing: @object is its UUID, or the code of a criterion. */
void cap_history_button_set (GtkButton  *button,
                             const char *object,
                             const char *name);

G_END_DECLS
