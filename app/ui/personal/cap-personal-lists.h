/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-personal-report.h"
#include "model/cap-personal-swaps.h"

G_BEGIN_DECLS

/* The lists of what was found: each shows the first of it, and @rest says how many more there are. @changed
 * is called with @data, a GObject, when something is ticked. */

void     cap_personal_lists_show_groups    (GtkListBox        *list,
                                            GtkLabel          *rest,
                                            const GPtrArray   *groups,
                                            GCallback          changed,
                                            gpointer           data);
void     cap_personal_lists_show_documents (GtkListBox        *list,
                                            GtkLabel          *rest,
                                            const GPtrArray   *documents,
                                            GCallback          changed,
                                            gpointer           data);
void     cap_personal_lists_show_columns   (GtkListBox        *list,
                                            const GPtrArray   *columns);
guint    cap_personal_lists_count_chosen   (GtkListBox        *groups,
                                            GtkListBox        *documents);
gboolean cap_personal_lists_add_chosen     (GtkListBox        *groups,
                                            GtkListBox        *documents,
                                            CapPersonalSwaps  *swaps,
                                            GError           **error);

G_END_DECLS
