/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *cap_xlsx_parts_read      (GBytes     *source,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;

void        cap_xlsx_set_damaged     (GError    **error);
void        cap_xlsx_set_too_big     (GError    **error);

G_END_DECLS
