/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-evidence-file.h"

G_BEGIN_DECLS

/* Whether it is a picture that says where it was taken, or by whom. */
gboolean cap_evidence_metadata_is_private (const char *media_type,
                                           GBytes     *bytes);

G_END_DECLS
