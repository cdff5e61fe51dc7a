/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapLongListCreate:
 * @index: of a line, from 0
 *
 * Returns: (transfer floating): its row
 */
typedef GtkWidget *(*CapLongListCreate) (guint    index,
                                         gpointer user_data);

/**
 * CapLongList:
 *
 * A boxed list that may be long: its first rows, and a last one that brings those that follow.
 */
#define CAP_TYPE_LONG_LIST (cap_long_list_get_type ())

G_DECLARE_FINAL_TYPE (CapLongList, cap_long_list, CAP, LONG_LIST, GtkWidget)

void cap_long_list_fill (CapLongList       *self,
                         guint              n_lines,
                         CapLongListCreate  create,
                         gpointer           user_data);

G_END_DECLS
