/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-card-column.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/plan/cap-action-card.h"
#include "ui/plan/cap-item-store.h"
#include "ui/plan/cap-plan-view.h"

/* GTK 4.8 makes up to 200 rows for a list, however few are seen: some at a time. */
#define CHUNK  25
#define ENOUGH 200

struct _CapCardColumn
{
  GtkWidget     parent_instance;

  /* Owned */
  CapPlanModel *model;
  GPtrArray    *items;  /* all of them */
  GListStore   *store;  /* those that the list has so far: the first ones */
  guint         grow_id;
  char         *title;
  char         *name; /* NULL when it is the title */

  /* Children */
  GtkWidget    *mark_label;
  GtkWidget    *title_label;
  GtkWidget    *count_label;
  GtkWidget    *list_view;

  gboolean      compact;
};

G_DEFINE_FINAL_TYPE (CapCardColumn, cap_card_column, GTK_TYPE_WIDGET)

enum
{
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_first (CapCardColumn *self,
            guint          n_items)
{
  g_autoptr(GPtrArray) first = g_ptr_array_sized_new (n_items);

  for (guint i = 0; i < MIN (n_items, self->items->len); i++)
    g_ptr_array_add (first, g_ptr_array_index (self->items, i));
  cap_item_store_show (self->store, first);
}

static gboolean
grow_cb (gpointer user_data)
{
  CapCardColumn *self = user_data;
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store)) + CHUNK;

  show_first (self, n_items < ENOUGH ? n_items : self->items->len);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) < self->items->len)
    return G_SOURCE_CONTINUE;

  self->grow_id = 0;

  return G_SOURCE_REMOVE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          CapCardColumn            *self)
{
  gtk_list_item_set_child (list_item, cap_action_card_new (self->model, self->compact));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CapCardColumn            *self)
{
  cap_action_card_set_item (CAP_ACTION_CARD (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           CapCardColumn            *self)
{
  cap_action_card_set_item (CAP_ACTION_CARD (gtk_list_item_get_child (list_item)), NULL);
}

static void
activated_cb (CapCardColumn *self,
              guint          position)
{
  g_autoptr(CapPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-action", "u",
                              cap_plan_item_get_action (item)->number);
}

static gboolean
dropped_cb (CapCardColumn *self,
            const GValue  *value)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value));

  return TRUE;
}

static void
show_title (CapCardColumn *self)
{
  const guint count = self->items->len;
  g_autofree char *figure = g_strdup_printf ("%u", count);
  g_autofree char *name = NULL;

  /* Translators: %1$s is the heading of a column of actions, %2$u how many it has */
  name = g_strdup_printf (ngettext ("%1$s: %2$u action", "%1$s: %2$u actions", count),
                          self->name != NULL ? self->name : self->title, count);
  gtk_label_set_text (GTK_LABEL (self->title_label), self->title);
  gtk_label_set_text (GTK_LABEL (self->count_label), figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
create_heading (CapCardColumn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "column-heading");
  self->mark_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->mark_label, "phase");
  gtk_widget_set_visible (self->mark_label, FALSE);
  gtk_box_append (GTK_BOX (box), self->mark_label);

  self->title_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title_label, TRUE);
  gtk_widget_add_css_class (self->title_label, "heading");
  gtk_box_append (GTK_BOX (box), self->title_label);

  self->count_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count_label, "numeric");
  gtk_widget_add_css_class (self->count_label, "dim-label");
  gtk_box_append (GTK_BOX (box), self->count_label);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
create_list (CapCardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->list_view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list_view), TRUE);
  gtk_widget_add_css_class (self->list_view, "card-list");
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list_view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, FALSE); /* nothing is to be done with it when it is empty */
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

static void
cap_card_column_dispose (GObject *object)
{
  CapCardColumn *self = CAP_CARD_COLUMN (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cap_card_column_parent_class)->dispose (object);
}

static void
cap_card_column_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_CARD_COLUMN (object)->items);
  g_free (CAP_CARD_COLUMN (object)->title);
  g_free (CAP_CARD_COLUMN (object)->name);

  G_OBJECT_CLASS (cap_card_column_parent_class)->finalize (object);
}

static void
cap_card_column_class_init (CapCardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_card_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_card_column_finalize;

  signals[DROPPED] = g_signal_new ("dropped", CAP_TYPE_CARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, CAP_TYPE_PLAN_ITEM);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cardcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_card_column_init (CapCardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (CAP_TYPE_PLAN_ITEM, GDK_ACTION_MOVE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->store = cap_item_store_new ();
  self->title = g_strdup ("");
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
cap_card_column_new (CapPlanModel *model,
                     gboolean      compact)
{
  CapCardColumn *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_CARD_COLUMN, NULL);
  self->model = g_object_ref (model);
  self->compact = compact;
  create_heading (self);
  create_list (self);
  show_title (self);

  return GTK_WIDGET (self);
}

void
cap_card_column_set_title (CapCardColumn *self,
                           const char    *mark,
                           const char    *title)
{
  g_return_if_fail (CAP_IS_CARD_COLUMN (self) && title != NULL);

  cap_set_string (&self->title, title);
  gtk_label_set_text (GTK_LABEL (self->mark_label), mark != NULL ? mark : "");
  gtk_widget_set_visible (self->mark_label, mark != NULL);
  show_title (self);
}

void
cap_card_column_set_name (CapCardColumn *self,
                          const char    *name)
{
  g_return_if_fail (CAP_IS_CARD_COLUMN (self) && name != NULL);

  cap_set_string (&self->name, name);
  show_title (self);
}

void
cap_card_column_show_items (CapCardColumn   *self,
                            const GPtrArray *items)
{
  guint n_shown;

  g_return_if_fail (CAP_IS_CARD_COLUMN (self) && items != NULL);

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (items, i)));

  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  show_first (self, n_shown < ENOUGH ? MAX (n_shown + 1, CHUNK) : items->len);
  if (self->grow_id == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->store)) < items->len)
    self->grow_id = g_idle_add (grow_cb, self);
  show_title (self);
}

guint
cap_card_column_get_n_items (CapCardColumn *self)
{
  g_return_val_if_fail (CAP_IS_CARD_COLUMN (self), 0);

  return self->items->len;
}

guint
cap_card_column_get_focused (CapCardColumn *self)
{
  GtkWidget *row;
  GtkWidget *card;
  guint position;

  g_return_val_if_fail (CAP_IS_CARD_COLUMN (self), GTK_INVALID_LIST_POSITION);

  row = gtk_widget_get_focus_child (self->list_view);
  card = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  if (card == NULL || !CAP_IS_ACTION_CARD (card) ||
      !g_list_store_find (self->store, cap_action_card_get_item (CAP_ACTION_CARD (card)), &position))
    return GTK_INVALID_LIST_POSITION;

  return position;
}

gboolean
cap_card_column_focus_at (CapCardColumn *self,
                          guint          position)
{
  guint n_items;
  g_autoptr(CapPlanItem) item = NULL;
  GtkWidget *view;

  g_return_val_if_fail (CAP_IS_CARD_COLUMN (self), FALSE);

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), CAP_TYPE_PLAN_VIEW);
  n_items = cap_card_column_get_n_items (self);
  if (n_items == 0 || view == NULL)
    return FALSE;

  position = MIN (position, n_items - 1);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->store)))
    show_first (self, self->items->len);
  item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return cap_plan_view_focus_row (CAP_PLAN_VIEW (view), self->list_view, item, position);
}

gboolean
cap_card_column_focus_item (CapCardColumn *self,
                            CapPlanItem   *item)
{
  guint position;

  g_return_val_if_fail (CAP_IS_CARD_COLUMN (self) && CAP_IS_PLAN_ITEM (item), FALSE);

  return g_ptr_array_find (self->items, item, &position) && cap_card_column_focus_at (self, position);
}
