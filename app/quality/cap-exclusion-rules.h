/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What is said to be out of scope: which clauses may be, and why. */
gboolean         cap_exclusion_is_valid (const CapRecord   *exclusion,
                                         const CapStandard *standard);
char            *cap_exclusion_dup_fault (const CapRecord  *exclusion,
                                          const CapStandard *standard) G_GNUC_WARN_UNUSED_RESULT;
/* Adds what is wrong with the clause of it to the faults that cap_record_check() found. */
void             cap_exclusion_check    (const CapRecord   *exclusion,
                                         const CapStandard *standard,
                                         GPtrArray         *faults);
const CapRecord *cap_exclusion_find     (const CapDossier  *dossier,
                                         const char        *number);

G_END_DECLS
