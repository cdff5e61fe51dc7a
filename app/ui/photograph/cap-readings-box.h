/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_READINGS_BOX (cap_readings_box_get_type ())

G_DECLARE_FINAL_TYPE (CapReadingsBox, cap_readings_box, CAP, READINGS_BOX, AdwBin)

void cap_readings_box_set_workspace (CapReadingsBox *self,
                                     CapWorkspace   *workspace);
/* Hides it where the framework has nothing of the kind. */
void cap_readings_box_update        (CapReadingsBox *self);

G_END_DECLS
