/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapActionCard:
 *
 * An action as a card: number, title, who and when. A box to choose it, for
 * the mouse; Space does the same. The name of the row around says it whole.
 */
#define CAP_TYPE_ACTION_CARD (cap_action_card_get_type ())

G_DECLARE_FINAL_TYPE (CapActionCard, cap_action_card, CAP, ACTION_CARD, GtkWidget)

/* @compact: number and title on a line, and when only if it is late. */
GtkWidget   *cap_action_card_new      (CapPlanModel  *model,
                                       gboolean       compact) G_GNUC_WARN_UNUSED_RESULT;

CapPlanItem *cap_action_card_get_item (CapActionCard *self);
/* (nullable) */
void         cap_action_card_set_item (CapActionCard *self,
                                       CapPlanItem   *item);

G_END_DECLS
