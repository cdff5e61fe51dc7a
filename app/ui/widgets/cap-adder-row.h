/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CapAdderRow:
 *
 * A row where something new is written. Signal "add": Enter was pressed in it, or its button.
 */
#define CAP_TYPE_ADDER_ROW (cap_adder_row_get_type ())

G_DECLARE_FINAL_TYPE (CapAdderRow, cap_adder_row, CAP, ADDER_ROW, AdwEntryRow)

GtkWidget *cap_adder_row_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
