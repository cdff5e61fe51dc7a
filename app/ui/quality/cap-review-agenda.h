/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The agenda of a management review as rows, each with its state; @items are of CapReviewItem. */
void cap_review_agenda_fill (GtkListBox      *agenda,
                             const GPtrArray *items);

G_END_DECLS
