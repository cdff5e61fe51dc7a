/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* The audits that a dossier aims at: (nullable): the last one written, the one to be ready for on a day;
 * and the route that goes there. */
const CapRecord *cap_target_find       (const CapDossier   *dossier);
const CapRecord *cap_target_find_next  (const CapDossier   *dossier,
                                        const char         *today);
const CapRoute  *cap_target_find_route (const CapRecord    *target,
                                        const CapCatalogue *catalogue);

G_END_DECLS
