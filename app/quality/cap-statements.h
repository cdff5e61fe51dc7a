/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What the structure says of itself, by the name of its kind: “policy”, “scope”, “climate”… */
GPtrArray       *cap_statements_list          (const CapDossier *dossier,
                                               const char       *kind) G_GNUC_WARN_UNUSED_RESULT;
const CapRecord *cap_statements_find_in_force (const CapDossier *dossier,
                                               const char       *kind,
                                               const char       *date);

G_END_DECLS
