/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean   cap_content_table_put         (CapDb       *db,
                                          const char  *sha256,
                                          GBytes      *content,
                                          GError     **error);
GBytes    *cap_content_table_get         (CapDb       *db,
                                          const char  *sha256,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_content_table_check       (CapDb       *db,
                                          GPtrArray   *faults,
                                          GError     **error);

G_END_DECLS
