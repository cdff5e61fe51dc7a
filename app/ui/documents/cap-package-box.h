/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_PACKAGE_BOX (cap_package_box_get_type ())

G_DECLARE_FINAL_TYPE (CapPackageBox, cap_package_box, CAP, PACKAGE_BOX, AdwBin)

void cap_package_box_set_workspace (CapPackageBox *self,
                                    CapWorkspace  *workspace);
void cap_package_box_verify        (CapPackageBox *self,
                                    const char    *path);

G_END_DECLS
