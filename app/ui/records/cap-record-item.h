/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-record.h"

G_BEGIN_DECLS

/**
 * CapRecordItem:
 *
 * One line of a list of records. It has a copy of its own: a line that stays does not keep a
 * state of the dossier alive.
 */
#define CAP_TYPE_RECORD_ITEM (cap_record_item_get_type ())

G_DECLARE_FINAL_TYPE (CapRecordItem, cap_record_item, CAP, RECORD_ITEM, GObject)

CapRecordItem   *cap_record_item_new        (const CapRecord *record) G_GNUC_WARN_UNUSED_RESULT;
const CapRecord *cap_record_item_get_record (CapRecordItem   *self);

/* Makes @store, of such items, hold @wanted (element-type CapRecord): only what lies between the rows that
 * stay at the beginning and at the end is replaced, so that they keep the focus and their place. */
void             cap_record_items_update (GListStore      *store,
                                          const GPtrArray *wanted);

G_END_DECLS
