/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-item.h"

struct _CapRecordItem
{
  GObject    parent_instance;

  CapRecord *record;
};

G_DEFINE_FINAL_TYPE (CapRecordItem, cap_record_item, G_TYPE_OBJECT)

static void
cap_record_item_finalize (GObject *object)
{
  g_clear_pointer (&CAP_RECORD_ITEM (object)->record, cap_record_free);

  G_OBJECT_CLASS (cap_record_item_parent_class)->finalize (object);
}

static void
cap_record_item_class_init (CapRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_record_item_finalize;
}

static void
cap_record_item_init (CapRecordItem *self)
{
}

CapRecordItem *
cap_record_item_new (const CapRecord *record)
{
  CapRecordItem *self = g_object_new (CAP_TYPE_RECORD_ITEM, NULL);

  self->record = cap_record_copy (record);

  return self;
}

const CapRecord *
cap_record_item_get_record (CapRecordItem *self)
{
  g_return_val_if_fail (CAP_IS_RECORD_ITEM (self), NULL);

  return self->record;
}

static gboolean
is_at (GListStore      *store,
       guint            position,
       const CapRecord *record)
{
  g_autoptr(CapRecordItem) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return cap_record_equal (item->record, record);
}

void
cap_record_items_update (GListStore      *store,
                         const GPtrArray *wanted)
{
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0;
  guint last = 0;

  g_return_if_fail (G_IS_LIST_STORE (store) && wanted != NULL);

  while (first < MIN (n_before, wanted->len) && is_at (store, first, g_ptr_array_index (wanted, first)))
    first++;
  while (last < MIN (n_before, wanted->len) - first &&
         is_at (store, n_before - 1 - last, g_ptr_array_index (wanted, wanted->len - 1 - last)))
    last++;

  for (guint i = first; i < wanted->len - last; i++)
    g_ptr_array_add (items, cap_record_item_new (g_ptr_array_index (wanted, i)));
  if (n_before != first + last || items->len > 0)
    g_list_store_splice (store, first, n_before - first - last, items->pdata, items->len);
}
