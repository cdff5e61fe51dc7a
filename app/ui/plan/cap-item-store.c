/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-item-store.h"

#include "ui/plan/cap-plan-item.h"

static gboolean
is_at (GListModel      *model,
       guint            position,
       gconstpointer    item)
{
  g_autoptr(GObject) shown = g_list_model_get_item (model, position);

  return shown == item;
}

GListStore *
cap_item_store_new (void)
{
  return g_list_store_new (CAP_TYPE_PLAN_ITEM);
}

/**
 * cap_item_store_show:
 * @items: (element-type CapPlanItem): what it must contain
 *
 * Replaces only what lies between the items that stay at the beginning and at
 * the end: the rows that stay keep the focus and their place on the screen.
 */
void
cap_item_store_show (GListStore      *self,
                     const GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (self);
  const guint n_before = g_list_model_get_n_items (model);
  guint first = 0;
  guint last = 0;

  g_return_if_fail (G_IS_LIST_STORE (self) && items != NULL);

  while (first < MIN (n_before, items->len) && is_at (model, first, g_ptr_array_index (items, first)))
    first++;

  while (last < MIN (n_before, items->len) - first &&
         is_at (model, n_before - 1 - last, g_ptr_array_index (items, items->len - 1 - last)))
    last++;

  if (n_before != items->len || first + last < n_before)
    g_list_store_splice (self, first, n_before - first - last, items->pdata + first,
                         items->len - first - last);
}
