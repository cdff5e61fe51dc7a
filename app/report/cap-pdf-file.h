/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-report-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean cap_pdf_file_publish (GBytes      *pdf,
                               const char  *path,
                               GError     **error);

G_END_DECLS
