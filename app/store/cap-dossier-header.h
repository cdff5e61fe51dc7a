/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-store-error.h"

G_BEGIN_DECLS

gboolean cap_dossier_header_check (const char  *path,
                                   GError     **error);

G_END_DECLS
