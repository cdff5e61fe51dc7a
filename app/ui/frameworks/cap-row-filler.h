/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapRowFiller:
 *
 * Fills a list as far as it is looked at: the first rows at once, the next
 * ones when scrolling comes near the end. So a list of thousands costs no more
 * than what is read of it. Owned by the widget that has the list.
 */
typedef struct _CapRowFiller CapRowFiller;

typedef GtkWidget *(*CapRowFunc) (gpointer item,
                                  gpointer user_data);

CapRowFiller *cap_row_filler_new     (GtkListBox      *list,
                                      CapRowFunc       create,
                                      gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
void          cap_row_filler_free    (CapRowFiller    *self);

/* Empties the list, then shows @items, which live as long as they are shown. */
void          cap_row_filler_fill    (CapRowFiller    *self,
                                      const GPtrArray *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRowFiller, cap_row_filler_free)

G_END_DECLS
