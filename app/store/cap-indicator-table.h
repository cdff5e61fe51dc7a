/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-indicator.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_indicator_table_put    (CapDb               *db,
                                     const CapIndicator  *indicator,
                                     GError             **error);
gboolean cap_indicator_table_remove (CapDb               *db,
                                     const char          *id,
                                     GError             **error);
gboolean cap_indicator_table_load   (CapDb               *db,
                                     GPtrArray           *indicators,
                                     GError             **error);

G_END_DECLS
