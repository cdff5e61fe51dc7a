/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapCardColumn:
 *
 * A heading with a count and, under it, cards: any number of them, only those
 * in view have widgets. Part of a CapPlanView, which opens, moves and chooses.
 *
 * Signal "dropped" (CapPlanItem): a card was dropped here.
 */
#define CAP_TYPE_CARD_COLUMN (cap_card_column_get_type ())

G_DECLARE_FINAL_TYPE (CapCardColumn, cap_card_column, CAP, CARD_COLUMN, GtkWidget)

GtkWidget *cap_card_column_new         (CapPlanModel    *model,
                                        gboolean         compact) G_GNUC_WARN_UNUSED_RESULT;
/* @mark: (nullable): a letter before the title, which is not read aloud. */
void       cap_card_column_set_title   (CapCardColumn   *self,
                                        const char      *mark,
                                        const char      *title);
/* What it is called when it is read aloud, if the title does not say it. */
void       cap_card_column_set_name    (CapCardColumn   *self,
                                        const char      *name);
void       cap_card_column_show_items  (CapCardColumn   *self,
                                        const GPtrArray *items);
guint      cap_card_column_get_n_items (CapCardColumn   *self);

/* The rank of the card that has the focus; GTK_INVALID_LIST_POSITION when none has. */
guint      cap_card_column_get_focused (CapCardColumn   *self);
/* Gives the focus to a card, or to the last one when there are fewer. Returns: whether there is one */
gboolean   cap_card_column_focus_at    (CapCardColumn   *self,
                                        guint            position);
gboolean   cap_card_column_focus_item  (CapCardColumn   *self,
                                        CapPlanItem     *item);

G_END_DECLS
