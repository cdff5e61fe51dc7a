/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "plan/cap-proposal.h"

G_BEGIN_DECLS

/* The plan, for other programs.
 *
 *   {"actions": [{"number", "id": UUID, "title", "description", "expected",
 *      "kind": "improvement"|"correction"|"corrective",
 *      "origins": [{"kind": "criterion"|"finding"|"complaint"|"review"|"risk"|"commitment"|"other", "code"}],
 *      "owner", "contributors": [function], "start", "due",
 *      "state": "todo"|"started"|"done"|"verified"|"abandoned", "service": code,
 *      "level", "target": levels of its first criterion: when it was accepted, and aimed at,
 *      "days": "1.5" working days, "euros", "created", "news": the last day something was told or moved,
 *      "done": the day it was carried out, "closed": verified or abandoned, "reason": why abandoned,
 *      "impact", "effort": 1 to 3, of the action, else of its first criterion; 0 when nobody says,
 *      "steps": [{"title", "done": boolean}], "notes": [{"date", "text"}],
 *      "after": [number of an action that must be done before],
 *      "indicator": code, "check": {"due", "by", "evidence", "date",
 *        "verdict": "none"|"effective"|"ineffective"}}],
 *    "indicators": [{"code", "id": UUID, "label", "definition", "source", "unit", "owner",
 *      "objective": code, "frequency": "free"|"monthly"|"quarterly"|"half-yearly"|"yearly",
 *      "direction": "up"|"down"|"steady", "baseline": "12.5", "target", "tolerance",
 *      "values": [{"date", "value": "61.5", "comment"}]}],
 *    "set_aside": [{"kind": "proposal"|"rating", "criterion", "level", "reason", "date"}],
 *    "reviews": [{"date", "note"}]}
 *
 * What is not known is null. Dates are ISO 8601. Decimal numbers are texts, so that none is rounded.
 */
char *cap_plan_json_write           (const CapDossier   *dossier) G_GNUC_WARN_UNUSED_RESULT;
char *cap_plan_json_write_proposals (const GPtrArray    *proposals,
                                     const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
