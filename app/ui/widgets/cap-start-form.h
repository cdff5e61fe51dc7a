/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-evaluation.h"

G_BEGIN_DECLS

#define CAP_TYPE_START_FORM (cap_start_form_get_type ())

G_DECLARE_FINAL_TYPE (CapStartForm, cap_start_form, CAP, START_FORM, GtkWidget)

/* Signal "changed": another framework or another path is chosen. */
GtkWidget    *cap_start_form_new           (void) G_GNUC_WARN_UNUSED_RESULT;

void          cap_start_form_set_choices   (CapStartForm    *self,
                                            const GPtrArray *frameworks,
                                            const char      *id);
CapFramework *cap_start_form_get_framework (CapStartForm    *self);
CapPath       cap_start_form_get_path      (CapStartForm    *self);

G_END_DECLS
