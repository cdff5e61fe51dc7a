/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-member.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

CapMember *cap_member_table_get (CapDb            *db,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_member_table_put (CapDb            *db,
                                 const CapMember  *member,
                                 GError          **error);

G_END_DECLS
