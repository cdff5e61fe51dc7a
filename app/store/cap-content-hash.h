/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

char *cap_content_hash (CapDb   *db,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
