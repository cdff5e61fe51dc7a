/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapExportVerifyFunc:
 * @written: what was read back from the disk
 *
 * Returns: whether @written reads as the kind of file that it should be
 */
typedef gboolean (*CapExportVerifyFunc) (GBytes  *written,
                                         GError **error);

gboolean cap_export_write       (const char           *path,
                                 GBytes               *content,
                                 CapExportVerifyFunc   verify,
                                 GError              **error);

gboolean cap_export_verify_csv  (GBytes               *written,
                                 GError              **error);
gboolean cap_export_verify_json (GBytes               *written,
                                 GError              **error);

G_END_DECLS
