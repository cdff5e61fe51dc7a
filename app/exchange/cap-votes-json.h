/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* How the votes of an evaluation spread.
 *
 *   {"evaluation": number,
 *    "respondents": {"direction", "permanents", "parcours", "benevoles", "partenaires"},
 *    "criteria": [{"code", "votes": how many, "levels": {"0": how many, …},
 *      "lowest", "highest", "median": "2.5", "discuss": boolean,
 *      "consensus": the level that was decided, or null,
 *      "colleges": {"parcours": {"votes", "levels", "lowest", "highest", "median"}, …}}]}
 *
 * In the order of the framework, those that are in scope. A college of less than three votes is within the
 * whole only, and so is the next one as long as the rest would tell it. What has no vote is null.
 */
char *cap_votes_json_write (const CapDossier    *dossier,
                            const CapEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
