/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_INDICATOR_PICKER (cap_indicator_picker_get_type ())

G_DECLARE_FINAL_TYPE (CapIndicatorPicker, cap_indicator_picker, CAP, INDICATOR_PICKER, AdwComboRow)

/* Signals:
 *   "chosen"  the person chose an indicator, none, or made a new one
 */
GtkWidget  *cap_indicator_picker_new    (CapWorkspace       *workspace) G_GNUC_WARN_UNUSED_RESULT;

const char *cap_indicator_picker_get_id (CapIndicatorPicker *self);
void        cap_indicator_picker_set_id (CapIndicatorPicker *self,
                                         const char         *id);

G_END_DECLS
