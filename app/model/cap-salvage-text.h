/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-salvage-report.h"

G_BEGIN_DECLS

/* What was saved of a damaged dossier, in sentences. */

char      *cap_salvage_text_dup_summary (const CapSalvageReport *report) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_salvage_text_dup_part    (const CapSalvagePart   *part) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type utf8): what is missing or to be looked at, the worst first */
GPtrArray *cap_salvage_text_list_losses (const CapSalvageReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
