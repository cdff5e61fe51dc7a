/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_retention_put  (CapDb       *db,
                             const char  *date,
                             GError     **error);
gboolean cap_retention_find (CapDb       *db,
                             char       **date,
                             GError     **error);

G_END_DECLS
