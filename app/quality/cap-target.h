/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* The audit that a dossier aims at, and the route that it follows there. */
const CapRecord *cap_target_find       (const CapDossier   *dossier,
                                        const char         *today);
const CapRoute  *cap_target_find_route (const CapRecord    *target,
                                        const CapCatalogue *catalogue);

G_END_DECLS
