/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_ADAPTATION_FIELD (cap_adaptation_field_get_type ())

G_DECLARE_FINAL_TYPE (CapAdaptationField, cap_adaptation_field, CAP, ADAPTATION_FIELD, AdwEntryRow)

/* Signal "finished": Enter, the button, or the field is left. */
GtkWidget  *cap_adaptation_field_new      (const char         *code,
                                           const char         *title,
                                           const char         *text) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_adaptation_field_get_code (CapAdaptationField *self);
/* Returns: (transfer full): what was typed, without the spaces around it */
char       *cap_adaptation_field_dup_text (CapAdaptationField *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
