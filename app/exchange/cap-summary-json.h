/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What a dossier holds, in brief.
 *
 *   {"id": UUID, "member": {as in cap-dossier-json.h},
 *    "evaluations": [{"number", "date", "mode", "framework", "version", "percent",
 *      "provisional": boolean, "answered", "applicable"}],
 *    "actions": {"todo", "started", "done", "verified", "abandoned"}}
 *
 * What is not known is null; "percent" is null when nothing is answered.
 */
char *cap_summary_json_write (const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
