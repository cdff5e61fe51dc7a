/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

CapRecord *cap_document_dup_past_version (const CapDossier *dossier,
                                          const CapRecord  *before,
                                          const CapRecord  *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
