/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* How each section of the audits stands, in a few words; %NULL when there is nothing in it. */
char *cap_audit_summaries_dup_findings     (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_summaries_dup_audits       (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_summaries_dup_programme    (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_summaries_dup_certificates (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_summaries_dup_committee    (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_summaries_dup_sites        (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_summaries_dup_samples      (CapDossier         *dossier,
                                            const CapCatalogue *catalogue,
                                            const char         *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
