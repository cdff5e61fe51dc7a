/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

const CapRecord *cap_finding_get_audit  (const CapRecord    *finding,
                                         const CapDossier   *dossier);
const CapRoute  *cap_finding_find_route (const CapRecord    *finding,
                                         const CapDossier   *dossier,
                                         const CapCatalogue *catalogue);
const CapGrade  *cap_finding_find_grade (const CapRecord    *finding,
                                         const CapDossier   *dossier,
                                         const CapCatalogue *catalogue);
gboolean         cap_finding_is_nonconformity (const CapRecord    *finding,
                                               const CapDossier   *dossier,
                                               const CapCatalogue *catalogue);
const CapGrade  *cap_route_find_grade   (const CapRoute     *route,
                                         const char         *code);
const CapGrade  *cap_route_get_major    (const CapRoute     *route);

G_END_DECLS
