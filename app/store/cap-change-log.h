/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-change.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

GPtrArray *cap_change_log_read (CapDb       *db,
                                const char  *action_id,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
