/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

GBytes    *cap_framework_xlsx_write (const CapFramework  *framework,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every fault, as “Critères!C12: sentence”; @framework is set when there is none. */
GPtrArray *cap_framework_xlsx_read  (GBytes              *source,
                                     CapFramework       **framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
