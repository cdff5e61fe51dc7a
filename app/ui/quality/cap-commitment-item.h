/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "model/cap-record.h"

G_BEGIN_DECLS

/**
 * CapCommitmentItem:
 *
 * One line of the list of commitments. It has a copy of its own: a line that stays does not keep a
 * state of the dossier alive.
 */
#define CAP_TYPE_COMMITMENT_ITEM (cap_commitment_item_get_type ())

G_DECLARE_FINAL_TYPE (CapCommitmentItem, cap_commitment_item, CAP, COMMITMENT_ITEM, GObject)

CapCommitmentItem *cap_commitment_item_new        (const CapRecord   *record) G_GNUC_WARN_UNUSED_RESULT;
const CapRecord   *cap_commitment_item_get_record (CapCommitmentItem *self);

G_END_DECLS
