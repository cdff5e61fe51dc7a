/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapCodePicker:
 *
 * The codes that are still expected, to pick one’s own. Signal "picked" (code). It hides when there is none,
 * and when there are so many that typing is quicker.
 */
#define CAP_TYPE_CODE_PICKER (cap_code_picker_get_type ())

G_DECLARE_FINAL_TYPE (CapCodePicker, cap_code_picker, CAP, CODE_PICKER, GtkWidget)

void cap_code_picker_show (CapCodePicker   *self,
                           const GPtrArray *seats);

G_END_DECLS
