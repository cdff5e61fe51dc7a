/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_REFLOW (cap_reflow_get_type ())

G_DECLARE_FINAL_TYPE (CapReflow, cap_reflow, CAP, REFLOW, GtkWidget)

GtkWidget *cap_reflow_new    (int        spacing) G_GNUC_WARN_UNUSED_RESULT;
void       cap_reflow_append (CapReflow *self,
                              GtkWidget *child);
void       cap_reflow_clear  (CapReflow *self);

G_END_DECLS
