/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What a dossier holds, in brief.
 *
 *   {"id": UUID, "member": {as in cap-dossier-json.h},
 *    "evaluations": [{"number", "date", "mode", "framework", "version", "percent",
 *      "provisional": boolean, "answered", "applicable"}],
 *    "actions": {"todo", "started", "done", "verified", "abandoned"},
 *    "auditor_copy": code of the audit}
 *
 * What is not known is null; "percent" is null when nothing is answered. "auditor_copy" is there only
 * in the copy that the auditor of that audit works in.
 */
char *cap_summary_json_write (const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
