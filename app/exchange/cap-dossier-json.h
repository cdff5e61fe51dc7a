/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define CAP_DOSSIER_JSON_FORMAT 1

/* The whole dossier, for other programs and for later: what is in the file, nothing computed.
 *
 *   {"format": 1,                    grows by new keys only; another number means another shape
 *    "id": UUID,                     the same in every copy of the dossier
 *    "member": {"name", "siret", "kinds": [code], "region", "department", "staff",
 *               "participants", "fte": "31.5", "sites", "secondment": boolean},
 *    "frameworks": [{"id", "version", "sha256", "content": {…}}],
 *    "evaluations": [{"id": UUID, "number", "date", "mode": "cap"|"certification",
 *      "framework": {"id", "version", "sha256"},
 *      "answers": [{"criterion": code, "state": "answered"|"not_applicable"|"unanswered",
 *        "level": 0 to 4, "comment", "reason", "discuss": boolean,
 *        "evidence": [{"id": UUID, "title", "reference", "date", "sha256"}]}],
 *      "ballots": [{"id": UUID, "respondent": code, "college", "form": "full"|"plain",
 *        "votes": {criterion: level, …}}]}],
 *    "actions", "indicators", "set_aside", "reviews": as in cap_plan_json_write(),
 *    "registers": {"risk": [{"id": UUID, "code", "title", …}], …}: each register that has a line,
 *      the fields that say something, and in a line the lines that belong to it,
 *    "evidence": [{"id": UUID, "number", "title", "reference", "date", "expires", "removed",
 *      "reason", "files": [{"sha256", "size", "name", "media_type", "added"}],
 *      "links": [{"place": "requirement"|"action"|"record", "target"}]}]}
 *
 * Answers are in the order of the framework, a criterion of which nothing was said is left out.
 * "sha256" of a framework is that of its file, byte for byte; that of a piece of evidence is null
 * when the dossier has only its reference. What is not known is null. Dates are ISO 8601.
 */
char *cap_dossier_json_write (const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
