/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"
#include "model/cap-adaptation.h"

G_BEGIN_DECLS

void cap_framework_read_lists  (CapJsonReader *reader,
                                JsonObject    *root,
                                CapFramework  *framework,
                                int            format);
void cap_framework_read_themes (CapJsonReader *reader,
                                JsonObject    *root,
                                CapFramework  *framework,
                                int            format);

/* As cap_framework_json_check(), with what a structure changed for itself. */
GPtrArray *cap_framework_json_build (GBytes               *source,
                                     const CapAdaptation  *adaptation,
                                     CapFramework        **framework);

G_END_DECLS
