/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_SET_ASIDES (cap_set_asides_get_type ())

G_DECLARE_FINAL_TYPE (CapSetAsides, cap_set_asides, CAP, SET_ASIDES, GtkWidget)

void     cap_set_asides_set_workspace (CapSetAsides    *self,
                                       CapWorkspace    *workspace);
gboolean cap_set_asides_update        (CapSetAsides    *self,
                                       const GPtrArray *proposals);

G_END_DECLS
