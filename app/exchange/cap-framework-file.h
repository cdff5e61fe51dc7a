/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-file.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

/* The extensions that frameworks have, as “.json”: NULL-terminated. */
const char * const *cap_framework_file_get_extensions (void);
gboolean            cap_framework_file_is_known       (const char         *path);

/* Every fault, as “WHERE: sentence”; @framework is set when there is none. The format is told by the
 * extension of @path; texts in @language, where there are some, become the main ones. */
GPtrArray          *cap_framework_file_check          (const char         *path,
                                                       GBytes             *source,
                                                       const char         *language,
                                                       CapFramework      **framework)
                                                       G_GNUC_WARN_UNUSED_RESULT;
GBytes             *cap_framework_file_write          (const char         *path,
                                                       const CapFramework *framework,
                                                       GError            **error)
                                                       G_GNUC_WARN_UNUSED_RESULT;
CapFileVerifyFunc   cap_framework_file_get_verify     (const char         *path);

G_END_DECLS
