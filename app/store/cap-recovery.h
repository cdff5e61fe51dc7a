/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"
#include "store/cap-working-copy.h"

G_BEGIN_DECLS

gboolean        cap_recovery_is_needed (const char  *path);
CapWorkingCopy *cap_recovery_take_up   (const char  *path,
                                        const char  *dossier_id,
                                        const char  *head,
                                        CapDb      **db) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
