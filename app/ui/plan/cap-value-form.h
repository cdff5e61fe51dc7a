/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-indicator.h"

G_BEGIN_DECLS

#define CAP_TYPE_VALUE_FORM (cap_value_form_get_type ())

G_DECLARE_FINAL_TYPE (CapValueForm, cap_value_form, CAP, VALUE_FORM, AdwExpanderRow)

/* Signals:
 *   "entered" (string date, int64 thousandths, string comment or NULL)
 */
GtkWidget *cap_value_form_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_value_form_set_today (CapValueForm *self,
                                     const char   *today);

G_END_DECLS
