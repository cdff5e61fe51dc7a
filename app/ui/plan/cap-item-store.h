/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GListStore *cap_item_store_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void        cap_item_store_show (GListStore      *self,
                                 const GPtrArray *items);

G_END_DECLS
