/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-report.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

CapPersonalReport *cap_personal_search_run            (CapDb               *db,
                                                       const char * const  *names,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           cap_personal_search_list_documents (CapDb               *db,
                                                       GPtrArray           *names,
                                                       GError             **error);

G_END_DECLS
