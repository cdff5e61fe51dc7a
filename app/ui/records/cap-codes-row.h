/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_CODES_ROW (cap_codes_row_get_type ())

G_DECLARE_FINAL_TYPE (CapCodesRow, cap_codes_row, CAP, CODES_ROW, AdwActionRow)

/* Signal "changed": the person chose others. */
GtkWidget *cap_codes_row_new       (CapWorkspace    *workspace,
                                    const CapField  *field) G_GNUC_WARN_UNUSED_RESULT;
GStrv      cap_codes_row_dup_codes (CapCodesRow     *self) G_GNUC_WARN_UNUSED_RESULT;
void       cap_codes_row_set_codes (CapCodesRow     *self,
                                    const CapRecord *record,
                                    GStrv            codes);

G_END_DECLS
