/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-redaction-text.h"

G_BEGIN_DECLS

gboolean cap_redaction_drop_seals (CapDb                   *db,
                                   const CapRedactionText  *text,
                                   guint                   *n,
                                   GError                 **error);

G_END_DECLS
