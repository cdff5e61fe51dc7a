/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What is particular to the findings of a CSV file: they come without codes, and with grades as people
 * write them. */
char            *cap_findings_csv_dup_grade  (const char         *text,
                                              const CapCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
const CapRecord *cap_findings_csv_find_same  (const CapRecord    *finding,
                                              const CapDossier   *dossier);
void             cap_findings_csv_complete   (CapRecord          *finding,
                                              const CapDossier   *dossier,
                                              const CapCatalogue *catalogue,
                                              const char         *today);

G_END_DECLS
