/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_bring_back (CapDb       *db,
                         gint64       sequence,
                         const char  *object,
                         const char  *name,
                         GError     **error);

G_END_DECLS
