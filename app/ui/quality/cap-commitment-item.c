/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-commitment-item.h"

struct _CapCommitmentItem
{
  GObject    parent_instance;

  CapRecord *record;
};

G_DEFINE_FINAL_TYPE (CapCommitmentItem, cap_commitment_item, G_TYPE_OBJECT)

static void
cap_commitment_item_finalize (GObject *object)
{
  g_clear_pointer (&CAP_COMMITMENT_ITEM (object)->record, cap_record_free);

  G_OBJECT_CLASS (cap_commitment_item_parent_class)->finalize (object);
}

static void
cap_commitment_item_class_init (CapCommitmentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_commitment_item_finalize;
}

static void
cap_commitment_item_init (CapCommitmentItem *self)
{
}

CapCommitmentItem *
cap_commitment_item_new (const CapRecord *record)
{
  CapCommitmentItem *self = g_object_new (CAP_TYPE_COMMITMENT_ITEM, NULL);

  self->record = cap_record_copy (record);

  return self;
}

const CapRecord *
cap_commitment_item_get_record (CapCommitmentItem *self)
{
  g_return_val_if_fail (CAP_IS_COMMITMENT_ITEM (self), NULL);

  return self->record;
}
