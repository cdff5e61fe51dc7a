/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives a row its title, and its name for a screen reader: libadwaita 1.2 names rows that unfold by
 * nothing. The title is a plain text. */
void cap_row_set_name (GtkWidget  *row,
                       const char *title);

G_END_DECLS
