/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * cap_review_json_write:
 * @review: (nullable): a management review of @dossier; %NULL for what one of today would read
 * @today: ISO 8601
 *
 * Returns: (transfer full): {"review": {"code", "date", "since", …} or null, "decided": 3, "total": 14,
 *   "inputs": [{"input", "title", "clause", "reading", "silent", "addresses", "decision", "irrelevant"}],
 *   "outputs": [{"kind", "text", "owner", "due", "action"}]}
 */
char *cap_review_json_write (const CapDossier *dossier,
                             const CapRecord  *review,
                             const char       *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
