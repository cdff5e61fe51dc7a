/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-radiography.h"

G_BEGIN_DECLS

/* What the radiographie finds, for other programs:
 *
 *   {"date", "counts": {"serious", "to-look-at", "advice"},
 *    "alerts": [{"check": id of a check, "family", "severity": "serious", "to-look-at" or "advice",
 *      "subject": UUID or code: with the check it names the alert, "sentence",
 *      "address": where it is mended: "criterion/A1.1", "record/risk/UUID"…}],
 *    "set_aside": [the same, with "reason" and "since"],
 *    "checks": [{"id", "family", "severity", "title"}]}
 *
 * Alerts come by severity. "counts" are those of "alerts". Ids, families, severities and addresses
 * never change; sentences and titles are in the user's language. Dates are ISO 8601. */
char *cap_radiography_json_write (const CapRadiography *radiography,
                                  const char           *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
