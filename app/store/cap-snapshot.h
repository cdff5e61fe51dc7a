/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-dossier-file.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/* @frameworks: sha256 → CapFramework, those that were read already */
CapDossier *cap_snapshot_read (CapDb               *db,
                               GHashTable          *frameworks,
                               CapFrameworkReader   reader,
                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
