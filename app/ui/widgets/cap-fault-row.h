/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_FAULT_ROW (cap_fault_row_get_type ())

G_DECLARE_FINAL_TYPE (CapFaultRow, cap_fault_row, CAP, FAULT_ROW, GtkListBoxRow)

GtkWidget *cap_fault_row_new          (GtkWidget   *field) G_GNUC_WARN_UNUSED_RESULT;
void       cap_fault_row_set_sentence (CapFaultRow *self,
                                       const char  *sentence);

G_END_DECLS
