/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-record.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_record_table_put    (CapDb             *db,
                                  const CapRecord   *record,
                                  GError           **error);
gboolean cap_record_table_remove (CapDb             *db,
                                  const CapRecord   *record,
                                  GError           **error);
gboolean cap_record_table_load   (CapDb             *db,
                                  CapRegisterKind    kind,
                                  GPtrArray         *records,
                                  GError           **error);

G_END_DECLS
