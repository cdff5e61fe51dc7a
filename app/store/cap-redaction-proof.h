/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-redaction-outcome.h"
#include "model/cap-personal-swaps.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_redaction_proof_search_file (const char              *path,
                                          const CapPersonalSwaps  *swaps,
                                          CapRedactionOutcome     *outcome,
                                          GError                 **error);
gboolean cap_redaction_proof_explain     (CapDb                   *db,
                                          const CapPersonalSwaps  *swaps,
                                          CapRedactionOutcome     *outcome,
                                          GError                 **error);

G_END_DECLS
