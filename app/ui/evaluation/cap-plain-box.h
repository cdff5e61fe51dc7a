/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_PLAIN_BOX (cap_plain_box_get_type ())

G_DECLARE_FINAL_TYPE (CapPlainBox, cap_plain_box, CAP, PLAIN_BOX, GtkWidget)

void cap_plain_box_show   (CapPlainBox        *self,
                           const CapCriterion *criterion,
                           const CapFramework *framework);
void cap_plain_box_toggle (CapPlainBox        *self);

G_END_DECLS
