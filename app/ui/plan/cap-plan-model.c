/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-model-private.h"

#include <string.h>

#include "base/cap-text.h"
#include "plan/cap-action-text.h"

#define FOLDED_AT_ONCE 100

struct _CapPlanModel
{
  GObject       parent_instance;

  /* Owned */
  CapWorkspace *workspace;
  CapDossier   *dossier;  /* the state that the items point into */
  char         *today;
  GHashTable   *items;    /* UUID → CapPlanItem */
  GListStore   *lines;
  GPtrArray    *headings; /* CapPlanItem, to be used again */

  CapPlanQuery  query;
  gboolean      awake;
  guint         fold_id;  /* while the words of the actions are being made ready */
  guint         n_folded;
};

G_DEFINE_FINAL_TYPE (CapPlanModel, cap_plan_model, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CHOSEN_CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_in_dossier (gpointer id,
               gpointer item,
               gpointer user_data)
{
  return !g_hash_table_contains (user_data, id);
}

/* Makes every item say what the dossier says now. */
static void
follow_dossier (CapPlanModel *self,
                CapDossier   *dossier)
{
  g_autoptr(GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = cap_dossier_ref (dossier);
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);
      CapPlanItem *item = g_hash_table_lookup (self->items, action->id);
      const CapAction *before = item != NULL ? cap_plan_item_get_action (item) : NULL;

      if (item == NULL)
        {
          item = cap_plan_item_new ();
          g_hash_table_insert (self->items, g_strdup (action->id), item);
        }
      cap_plan_item_set_action (item, dossier, action, before == NULL || !cap_action_equal (before, action));
      g_hash_table_add (present, action->id);
    }
  g_hash_table_foreach_remove (self->items, is_in_dossier, present);
}

static void
fold (CapPlanModel    *self,
      const CapAction *action,
      CapPlanItem     *item)
{
  if (cap_plan_item_get_folded (item) == NULL)
    cap_plan_item_take_folded (item, cap_action_dup_folded (action, self->dossier));
}

/* A few at a time while nothing else is to be done: the first search is as fast as the next ones. */
static gboolean
fold_some_cb (gpointer user_data)
{
  CapPlanModel *self = user_data;
  const GPtrArray *actions = self->dossier->actions;
  const guint end = MIN (self->n_folded + FOLDED_AT_ONCE, actions->len);

  for (; self->n_folded < end; self->n_folded++)
    {
      const CapAction *action = g_ptr_array_index (actions, self->n_folded);

      fold (self, action, g_hash_table_lookup (self->items, action->id));
    }

  if (self->n_folded < actions->len)
    return G_SOURCE_CONTINUE;

  self->fold_id = 0;

  return G_SOURCE_REMOVE;
}

static void
start_folding (CapPlanModel *self)
{
  self->n_folded = 0;
  if (self->fold_id == 0)
    self->fold_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fold_some_cb, self, NULL);
}

static GArray *
list_entries (CapPlanModel *self)
{
  const gboolean searched = self->query.search != NULL && self->query.search[0] != '\0';
  GArray *entries = g_array_sized_new (FALSE, TRUE, sizeof (CapPlanEntry), self->dossier->actions->len);

  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);
      CapPlanItem *item = g_hash_table_lookup (self->items, action->id);
      CapPlanEntry entry = { action, NULL, item };

      if (searched)
        fold (self, action, item);
      entry.folded = cap_plan_item_get_folded (item);
      g_array_append_val (entries, entry);
    }

  return entries;
}

static CapPlanItem *
get_heading (CapPlanModel      *self,
             guint              index,
             const CapPlanLine *line)
{
  CapPlanItem *item;

  if (index == self->headings->len)
    g_ptr_array_add (self->headings, cap_plan_item_new ());

  item = g_ptr_array_index (self->headings, index);
  cap_plan_item_set_heading (item, line->heading, line->count);

  return item;
}

static gboolean
shows (CapPlanModel    *self,
       const GPtrArray *items)
{
  GListModel *lines = G_LIST_MODEL (self->lines);

  if (g_list_model_get_n_items (lines) != items->len)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr(GObject) shown = g_list_model_get_item (lines, i);

      if (shown != g_ptr_array_index (items, i))
        return FALSE;
    }

  return TRUE;
}

/* The list is only replaced when other items are in it: rows keep the focus. */
static void
show_lines (CapPlanModel    *self,
            const GPtrArray *lines)
{
  g_autoptr(GPtrArray) items = g_ptr_array_sized_new (lines->len);
  guint n_headings = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const CapPlanLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (items, line->entry != NULL ? line->entry->data
                                                  : get_heading (self, n_headings++, line));
    }

  if (!shows (self, items))
    g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                         items->pdata, items->len);
}

static void
refresh (CapPlanModel *self)
{
  g_autoptr(GArray) entries = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  if (!self->awake || self->dossier == NULL)
    return;

  entries = list_entries (self);
  lines = cap_plan_query_run (&self->query, entries, cap_plan_model_get_framework (self), self->today);
  show_lines (self, lines);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
update (CapPlanModel *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;

  if (dossier == NULL || !self->awake)
    return;

  today = cap_workspace_dup_today (self->workspace);
  cap_set_string (&self->today, today);
  if (dossier != self->dossier)
    {
      follow_dossier (self, dossier);
      start_folding (self);
    }
  refresh (self);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
cap_plan_model_finalize (GObject *object)
{
  CapPlanModel *self = CAP_PLAN_MODEL (object);

  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->lines);
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->headings);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_free (self->today);
  cap_plan_query_clear (&self->query);

  G_OBJECT_CLASS (cap_plan_model_parent_class)->finalize (object);
}

static void
cap_plan_model_class_init (CapPlanModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_plan_model_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_PLAN_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", CAP_TYPE_PLAN_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", CAP_TYPE_PLAN_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_plan_model_init (CapPlanModel *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->headings = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_list_store_new (CAP_TYPE_PLAN_ITEM);
}

/**
 * cap_plan_model_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer full): a model that sleeps
 */
CapPlanModel *
cap_plan_model_new (CapWorkspace *workspace)
{
  CapPlanModel *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PLAN_MODEL, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

CapWorkspace *
cap_plan_model_get_workspace (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), NULL);

  return self->workspace;
}

/* (nullable): the state of the dossier that is shown. */
CapDossier *
cap_plan_model_get_dossier (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), NULL);

  return self->dossier;
}

const CapFramework *
cap_plan_model_get_framework (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self) && self->dossier != NULL, NULL);

  return cap_dossier_get_current (self->dossier)->framework;
}

const char *
cap_plan_model_get_today (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), NULL);

  return self->today;
}

gboolean
cap_plan_model_get_read_only (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), TRUE);

  return cap_workspace_get_read_only (self->workspace);
}

GListModel *
cap_plan_model_get_lines (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), NULL);

  return G_LIST_MODEL (self->lines);
}

GPtrArray *
cap_plan_model_list_items (CapPlanModel *self)
{
  GListModel *lines;
  GPtrArray *items;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), NULL);

  lines = G_LIST_MODEL (self->lines);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(CapPlanItem) item = g_list_model_get_item (lines, i);

      if (cap_plan_item_get_action (item) != NULL)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  return items;
}

/**
 * cap_plan_model_find_item:
 * @id: UUID of an action
 *
 * Returns: (nullable): its item, shown or not
 */
CapPlanItem *
cap_plan_model_find_item (CapPlanModel *self,
                          const char   *id)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->items, id);
}

guint
cap_plan_model_get_n_shown (CapPlanModel *self)
{
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (self);

  return items->len;
}

guint
cap_plan_model_get_n_actions (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), 0);

  return g_hash_table_size (self->items);
}

const CapPlanQuery *
cap_plan_model_get_query (CapPlanModel *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_MODEL (self), NULL);

  return &self->query;
}

void
cap_plan_model_set_search (CapPlanModel *self,
                           const char   *search)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self));

  if (cap_set_string (&self->query.search, search))
    refresh (self);
}

void
cap_plan_model_set_focus (CapPlanModel *self,
                          CapPlanFocus  focus)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self) && focus < CAP_N_PLAN_FOCUSES);

  if (self->query.focus == focus)
    return;

  self->query.focus = focus;
  refresh (self);
}

void
cap_plan_model_set_owner (CapPlanModel *self,
                          const char   *owner)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self));

  if (cap_set_string (&self->query.owner, owner))
    refresh (self);
}

void
cap_plan_model_set_theme (CapPlanModel *self,
                          const char   *theme)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self));

  if (cap_set_string (&self->query.theme, theme))
    refresh (self);
}

void
cap_plan_model_set_grouping (CapPlanModel    *self,
                             CapPlanGrouping  grouping)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self) && grouping < CAP_N_PLAN_GROUPINGS);

  if (self->query.grouping == grouping)
    return;

  self->query.grouping = grouping;
  refresh (self);
}

void
cap_plan_model_set_sort (CapPlanModel   *self,
                         CapActionField  field,
                         gboolean        descending)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self) && field < CAP_N_ACTION_FIELDS);

  if (self->query.sort == field && self->query.descending == descending)
    return;

  self->query.sort = field;
  self->query.descending = descending;
  refresh (self);
}

void
cap_plan_model_set_awake (CapPlanModel *self,
                          gboolean      awake)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self));

  if (self->awake == awake)
    return;

  self->awake = awake;
  update (self);
}

void
cap_plan_model_choose (CapPlanModel *self,
                       CapPlanItem  *item,
                       gboolean      chosen)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self) && CAP_IS_PLAN_ITEM (item));

  if (cap_plan_item_get_chosen (item) == chosen || cap_plan_item_get_action (item) == NULL)
    return;

  cap_plan_item_set_chosen (item, chosen);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* Those shown. */
void
cap_plan_model_choose_all (CapPlanModel *self,
                           gboolean      chosen)
{
  g_autoptr(GPtrArray) items = NULL;

  g_return_if_fail (CAP_IS_PLAN_MODEL (self));

  items = cap_plan_model_list_items (self);
  for (guint i = 0; i < items->len; i++)
    cap_plan_item_set_chosen (g_ptr_array_index (items, i), chosen);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

void
cap_plan_model_choose_none (CapPlanModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (CAP_IS_PLAN_MODEL (self));

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    cap_plan_item_set_chosen (item, FALSE);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

/* What is not shown is not chosen: nobody changes what they do not see. */
GPtrArray *
cap_plan_model_list_chosen (CapPlanModel *self)
{
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (self);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      CapPlanItem *item = g_ptr_array_index (items, i);

      if (cap_plan_item_get_chosen (item))
        g_ptr_array_add (chosen, g_object_ref (item));
    }

  return chosen;
}

/* A change could not be saved. */
void
cap_plan_model_fail (CapPlanModel *self,
                     const char   *sentence)
{
  g_return_if_fail (CAP_IS_PLAN_MODEL (self) && sentence != NULL);

  g_signal_emit (self, signals[FAILED], 0, sentence);
}
