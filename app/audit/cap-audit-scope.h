/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

gboolean cap_audit_scope_has_record (const CapDossier  *dossier,
                                     const char        *audit_id,
                                     const CapRecord   *record);
gboolean cap_audit_scope_has_link   (const CapDossier  *dossier,
                                     const char        *audit_id,
                                     CapPlace           place,
                                     const char        *target);
gboolean cap_audit_scope_allows     (const CapDossier  *dossier,
                                     const char        *audit_id,
                                     const CapCommand  *command);

G_END_DECLS
