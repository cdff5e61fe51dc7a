/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

void cap_framework_read_lists  (CapJsonReader *reader,
                                JsonObject    *root,
                                CapFramework  *framework,
                                int            format);
void cap_framework_read_themes (CapJsonReader *reader,
                                JsonObject    *root,
                                CapFramework  *framework,
                                int            format);

G_END_DECLS
