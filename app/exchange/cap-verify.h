/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether what was written reads again, for cap_file_write(). */
gboolean cap_verify_csv  (GBytes  *written,
                          GError **error);
gboolean cap_verify_ics  (GBytes  *written,
                          GError **error);
gboolean cap_verify_json (GBytes  *written,
                          GError **error);

G_END_DECLS
