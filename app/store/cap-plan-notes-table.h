/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_set_aside_table_put    (CapDb                *db,
                                     const CapSetAside    *set_aside,
                                     GError              **error);
gboolean cap_set_aside_table_remove (CapDb                *db,
                                     const CapSetAside    *set_aside,
                                     GError              **error);
gboolean cap_plan_review_table_put  (CapDb                *db,
                                     const CapPlanReview  *review,
                                     GError              **error);
gboolean cap_plan_notes_table_load  (CapDb                *db,
                                     CapDossier           *dossier,
                                     GError              **error);

G_END_DECLS
