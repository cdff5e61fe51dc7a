/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define QUALITY_TODAY "2026-11-20"

CapCatalogue *quality_fixture_new_catalogue (void) G_GNUC_WARN_UNUSED_RESULT;
CapDossier   *quality_fixture_new_dossier   (CapMode          mode) G_GNUC_WARN_UNUSED_RESULT;
CapRecord    *quality_fixture_add_record    (CapDossier      *dossier,
                                             CapRegisterKind  kind,
                                             ...) G_GNUC_NULL_TERMINATED;
CapEvidence  *quality_fixture_add_evidence  (CapDossier      *dossier,
                                             CapPlace         place,
                                             const char      *target);
void          quality_fixture_rate          (CapDossier      *dossier,
                                             const char      *criterion,
                                             int              level);
void          quality_fixture_clear         (CapDossier      *dossier,
                                             const char      *criterion);
void          quality_fixture_rate_all      (CapDossier      *dossier,
                                             int              level);
CapEvidence  *quality_fixture_support       (CapDossier      *dossier,
                                             const char      *criterion);

G_END_DECLS
