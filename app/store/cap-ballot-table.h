/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evaluation.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_ballot_table_put    (CapDb            *db,
                                  const char       *evaluation_id,
                                  const CapBallot  *ballot,
                                  GError          **error);
gboolean cap_ballot_table_remove (CapDb            *db,
                                  const char       *ballot_id,
                                  GError          **error);
gboolean cap_ballot_table_load   (CapDb            *db,
                                  CapEvaluation    *evaluation,
                                  GError          **error);

G_END_DECLS
