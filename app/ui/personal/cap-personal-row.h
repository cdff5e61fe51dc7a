/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-personal-report.h"

G_BEGIN_DECLS

#define CAP_TYPE_PERSONAL_ROW (cap_personal_row_get_type ())

G_DECLARE_FINAL_TYPE (CapPersonalRow, cap_personal_row, CAP, PERSONAL_ROW, AdwExpanderRow)

GtkWidget  *cap_personal_row_new             (const CapPersonalGroup *group) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cap_personal_row_is_chosen       (CapPersonalRow         *self);
const char *cap_personal_row_get_text        (CapPersonalRow         *self);
char       *cap_personal_row_dup_replacement (CapPersonalRow         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
