/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evaluation.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapFrameworkFinder:
 * @sha256: digest of the text of a framework
 * @adaptation: (nullable): what the structure changed of it
 * @user_data: of who asks
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the framework
 */
typedef CapFramework *(*CapFrameworkFinder) (const char  *sha256,
                                             const char  *adaptation,
                                             gpointer     user_data,
                                             GError     **error);

gboolean cap_evaluation_table_put  (CapDb                *db,
                                    const CapEvaluation  *evaluation,
                                    GError              **error);
gboolean cap_evaluation_table_load (CapDb                *db,
                                    GPtrArray            *evaluations,
                                    CapFrameworkFinder    finder,
                                    gpointer              user_data,
                                    GError              **error);

G_END_DECLS
