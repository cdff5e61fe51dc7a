/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-redaction-outcome.h"

G_BEGIN_DECLS

/* What a dossier says of people.
 *
 *   {"fields": [{"table", "column", "label", "people": boolean, "values": how many, "different": how many}],
 *    "found": [{"kind": "mail", "phone", "nir" or "name", "text", "spellings": […], "now": how many,
 *      "past": how many, "places": [{"where", "past": boolean, "count", "around"}]}],
 *    "unread": [names of files that hold no text], "texts": how many were looked at}
 */
char *cap_personal_json_write  (const CapPersonalReport   *report) G_GNUC_WARN_UNUSED_RESULT;

/* What taking it out did, and the proof.
 *
 *   {"now": places, "past": places, "contents": files, "backups_deleted", "backups_kept",
 *    "searched": [{"file", "bytes", "found"}], "found": how many times, "left": […], "unread": […]}
 */
char *cap_redaction_json_write (const CapRedactionOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
