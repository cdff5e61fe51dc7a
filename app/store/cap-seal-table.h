/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-seal.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/* The seals, which are only added to. */
gboolean   cap_seal_table_add      (CapDb          *db,
                                    const CapSeal  *seal,
                                    GError        **error);
GPtrArray *cap_seal_table_list     (CapDb          *db,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_seal_table_check    (CapDb          *db,
                                    GPtrArray      *faults,
                                    GError        **error);

/* The key of the structure, locked. */
gboolean   cap_seal_key_table_find (CapDb          *db,
                                    GBytes        **public_key,
                                    GBytes        **locked,
                                    GError        **error);
gboolean   cap_seal_key_table_put  (CapDb          *db,
                                    GBytes         *public_key,
                                    GBytes         *locked,
                                    const char     *made_at,
                                    GError        **error);
gboolean   cap_seal_key_table_forget (CapDb        *db,
                                    GError        **error);

G_END_DECLS
