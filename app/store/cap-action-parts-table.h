/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_action_parts_table_put    (CapDb            *db,
                                        const CapAction  *action,
                                        GError          **error);
gboolean cap_action_parts_table_remove (CapDb            *db,
                                        const char       *id,
                                        GError          **error);
gboolean cap_action_parts_table_load   (CapDb            *db,
                                        const GPtrArray  *actions,
                                        GError          **error);

G_END_DECLS
