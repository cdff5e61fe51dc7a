/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evidence.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_evidence_table_put           (CapDb              *db,
                                           const CapEvidence  *evidence,
                                           GError            **error);
gboolean cap_evidence_table_put_reference (CapDb              *db,
                                           const CapEvidence  *evidence,
                                           GError            **error);
gboolean cap_evidence_table_drop_unused   (CapDb              *db,
                                           const char         *id,
                                           GError            **error);
gboolean cap_evidence_table_load          (CapDb              *db,
                                           GPtrArray          *evidence,
                                           GError            **error);

G_END_DECLS
