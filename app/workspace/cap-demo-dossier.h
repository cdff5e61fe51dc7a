/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-demo.h"

G_BEGIN_DECLS

gboolean cap_demo_dossier_write (CapDemo      demo,
                                 const char  *path,
                                 GError     **error);

G_END_DECLS
