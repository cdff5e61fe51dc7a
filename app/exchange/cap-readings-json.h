/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/* The results by theme of the CSESS guide and by core subject of ISO 26000, for other programs:
 *
 *   {"evaluation": {"number", "framework", "version", "date", "mode"},
 *    "readings": [{"kind": "csess" or "iso26000", "label", "notice",
 *      "lines": [{"code": "1" to "8" or "6.2" to "6.8", "title",
 *        "score": null when nothing is answered, or {"percent", "exact": "245/4"}, "provisional",
 *        "coverage": {"answered", "not_applicable", "applicable", "out_of_scope"},
 *        "objectives": ["A2", …], "strongest": null or "A2", "weakest": null or "A3", "text"}]}]}
 *
 * “evaluation”, “score” and “coverage” are those of “score --json”. A reading has all its lines, or none when
 * the framework refers to none of them. “objectives” are those in scope, each counted as a whole; “label”,
 * “notice”, “title” and “text” are in the user's language. */
char *cap_readings_json_write (const CapEvaluation *evaluation,
                               const CapPhotograph *photograph) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
