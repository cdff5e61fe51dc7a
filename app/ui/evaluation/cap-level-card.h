/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_LEVEL_CARD (cap_level_card_get_type ())

G_DECLARE_FINAL_TYPE (CapLevelCard, cap_level_card, CAP, LEVEL_CARD, GtkToggleButton)

GtkWidget *cap_level_card_new        (int                 level) G_GNUC_WARN_UNUSED_RESULT;
int        cap_level_card_get_level   (CapLevelCard       *self);
void       cap_level_card_set_wording (CapLevelCard       *self,
                                       const CapCriterion *criterion,
                                       const CapFramework *framework);

G_END_DECLS
