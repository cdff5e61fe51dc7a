/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What the plan asks for this week, and its figures, for other programs.
 *
 * The week:
 *
 *   {"date", "late": [number], "due": [number], "to_check": [number], "without_owner": [number],
 *    "without_news": [number], "definitions": {"late": sentence, …},
 *    "progress": null or {"since": day of the last review, "entered", "done", "verified", "abandoned",
 *      "notes", "late_then", "late_now"},
 *    "mail": {"subject", "body"}}
 *
 * The figures:
 *
 *   {"date", "total", "open", "late", "states": {"todo": n, …},
 *    "on_time": {"on_time", "of", "percent"}, "delay": {"actions", "days", "mean"},
 *    "quarters": [{"quarter": "2026-Q4", "verified", "effective", "abandoned", "ineffective"}],
 *    "months": [{"month": "2026-11", "due", "checks"}],
 *    "owners": [{"owner": null for nobody, "open", "late", "days": "1.5"}],
 *    "themes": [{"theme": null for no criterion, "open", "late", "closed"}],
 *    "definitions": {"open": sentence, …}}
 *
 * What cannot be told is null. Dates are ISO 8601. Sentences are in the user's language.
 */
char *cap_plan_week_json_write    (const CapDossier *dossier,
                                   const char       *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_plan_figures_json_write (const CapDossier *dossier,
                                   const char       *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
