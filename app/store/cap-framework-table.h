/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean   cap_framework_table_put        (CapDb              *db,
                                           const CapFramework *framework,
                                           GError            **error);
GPtrArray *cap_framework_table_list       (CapDb              *db,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *cap_framework_table_get_source (CapDb              *db,
                                           const char         *sha256,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
