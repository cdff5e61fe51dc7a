/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "quality/cap-matrix.h"

G_BEGIN_DECLS

CapCommand *cap_audit_checklist_propose (const CapMatrix  *matrix,
                                         const CapDossier *dossier,
                                         const CapRecord  *audit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
