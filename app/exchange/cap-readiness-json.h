/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-readiness.h"

G_BEGIN_DECLS

/* Whether a dossier is ready for its audit, for other programs:
 *
 *   {"date", "route": null or its id, "audit": null or its first day, "days_left": null without an audit,
 *    "percent": null without an audit, "total",
 *    "states": {"missing", "outdated", "weak", "there", "not-applicable"},
 *    "evaluation": {"answered", "criteria"},
 *    "items": [{"name": "clause/7.2", "part": 1 to 15, "clause": null or number, "state", "title",
 *      "sentence", "address", "due": null without an audit, "late"}]}
 *
 * The percentage is (there + (weak + outdated) / 2) / total, rounded down; total leaves out what does not
 * apply. Items come by date, the worst first. Dates are ISO 8601. Sentences are in the user's language. */
char *cap_readiness_json_write (const CapReadiness *readiness) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
