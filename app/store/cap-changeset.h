/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

const char * const *cap_changeset_list_tables (void);
gboolean            cap_changeset_check       (GBytes  *changeset,
                                               GError **error);
gboolean            cap_changeset_apply       (CapDb   *db,
                                               GBytes  *changeset,
                                               GError **error);
gboolean            cap_changeset_revert      (CapDb   *db,
                                               GBytes  *changeset,
                                               GError **error);

G_END_DECLS
