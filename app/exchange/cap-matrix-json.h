/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-matrix.h"

G_BEGIN_DECLS

/* The matrix of requirements, for other programs:
 *
 *   {"date", "target": null or code of the audit aimed at,
 *    "route": null or {"id", "label"}, "standard": null or {"id", "title", "edition"},
 *    "counts": {"clauses", "no-evidence", "no-document", "open-finding", "core-below", "expired",
 *      "excluded", "wrongly-excluded"},
 *    "clauses": [{"number", "title", "chapter": "4", "flags": [those of counts],
 *      "criteria": [code], "subjects": [code],
 *      "evidence": [{"code": "P-012", "title", "expired"}],
 *      "documents": [code], "processes": [code], "records": [{"register", "code"}],
 *      "actions": [number of an open one],
 *      "keep": [{"kind": "maintain" or "retain", "text", "conditional", "state"}],
 *      "exclusion": null or {"code", "reason", "valid"}}],
 *    "criteria": [{"code", "level": null when not rated, "core", "flags", "clauses": [number],
 *      "evidence": [code]}]}
 *
 * Without a standard there are no clauses. A state is “missing”, “outdated”, “weak”, “there” or
 * “not-applicable”. What cannot be told is null. Dates are ISO 8601. Titles are in the user's language. */
char *cap_matrix_json_write (const CapMatrix *matrix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
