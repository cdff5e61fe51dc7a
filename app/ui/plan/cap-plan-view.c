/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/plan/cap-action-card.h"
#include "ui/widgets/cap-list-leave.h"

typedef struct
{
  /* Owned */
  CapPlanModel       *model;
  char               *wanted;   /* UUID of what was changed and gets the focus */
  CapDossier         *before;   /* as it was then */
  CapPlanItem        *menu_item; /* whose menu is open */

  GtkEventController *keys;
  gboolean            stale;    /* the model changed while nobody looked */
} CapPlanViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CapPlanView, cap_plan_view, GTK_TYPE_WIDGET)

static CapPlanViewPrivate *
get_private (CapPlanView *self)
{
  return cap_plan_view_get_instance_private (self);
}

static void
forget_wanted (CapPlanView *self)
{
  CapPlanViewPrivate *private = get_private (self);

  g_clear_pointer (&private->wanted, g_free);
  g_clear_pointer (&private->before, cap_dossier_unref);
}

/* What was changed, once it is; what has the focus otherwise. */
static CapPlanItem *
take_wanted (CapPlanView *self)
{
  CapPlanViewPrivate *private = get_private (self);
  g_autofree char *wanted = NULL;

  if (private->wanted == NULL || cap_plan_model_get_dossier (private->model) == private->before)
    return cap_plan_view_find_focused (self);

  wanted = g_steal_pointer (&private->wanted);
  forget_wanted (self);

  return cap_plan_model_find_item (private->model, wanted);
}

/* The focus follows an action to where it is now. */
static void
update (CapPlanView *self)
{
  CapPlanViewPrivate *private = get_private (self);
  g_autoptr(CapPlanItem) wanted = NULL;

  private->stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
                   cap_plan_model_get_dossier (private->model) == NULL;
  if (private->stale)
    return;

  g_set_object (&wanted, take_wanted (self));
  CAP_PLAN_VIEW_GET_CLASS (self)->update (self);
  if (wanted != NULL && cap_plan_view_find_focused (self) != wanted)
    CAP_PLAN_VIEW_GET_CLASS (self)->focus_item (self, wanted);
}

static CapPlanItem *
find_item (CapPlanView *self,
           GtkWidget   *inside)
{
  return inside != NULL && gtk_widget_is_ancestor (inside, GTK_WIDGET (self))
    ? CAP_PLAN_VIEW_GET_CLASS (self)->find_item (self, inside) : NULL;
}

/* A row of a list has the focus, or something in it. */
static CapPlanItem *
cap_plan_view_real_find_item (CapPlanView *self,
                              GtkWidget   *inside)
{
  for (GtkWidget *widget = inside; widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (CAP_IS_ACTION_CARD (widget))
        return cap_action_card_get_item (CAP_ACTION_CARD (widget));
      if (child != NULL && CAP_IS_ACTION_CARD (child) && !GTK_IS_LIST_VIEW (widget))
        return cap_action_card_get_item (CAP_ACTION_CARD (child));
    }

  return NULL;
}

static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  CapPlanView *self = CAP_PLAN_VIEW (widget);
  CapPlanItem *item = cap_plan_view_find_focused (self);

  if (item == NULL)
    return FALSE;

  cap_plan_model_choose (get_private (self)->model, item, !cap_plan_item_get_chosen (item));

  return TRUE;
}

static gboolean
go_cb (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   user_data)
{
  CapPlanViewClass *klass = CAP_PLAN_VIEW_GET_CLASS (widget);
  int dx;
  int dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);

  return klass->go != NULL && klass->go (CAP_PLAN_VIEW (widget), dx, dy);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  CapPlanView *self = CAP_PLAN_VIEW (widget);
  CapPlanViewClass *klass = CAP_PLAN_VIEW_GET_CLASS (self);
  CapPlanItem *item = cap_plan_view_find_focused (self);
  int dx;
  int dy;

  if (item == NULL || klass->move == NULL)
    return FALSE;

  g_variant_get (arguments, "(ii)", &dx, &dy);

  return cap_plan_model_get_read_only (get_private (self)->model) || klass->move (self, item, dx, dy);
}

static void
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
}

/* The entry that is picked acts after the menu is closed. */
static void
menu_closed_cb (CapPlanView *self,
                GtkWidget   *popover)
{
  CapPlanViewPrivate *private = get_private (self);

  if (private->menu_item != NULL)
    CAP_PLAN_VIEW_GET_CLASS (self)->focus_item (self, private->menu_item);
  g_clear_object (&private->menu_item);
  g_idle_add_once (unparent_cb, popover);
}

static void
show_menu (CapPlanView *self,
           CapPlanItem *item,
           GtkWidget   *inside)
{
  CapPlanViewPrivate *private = get_private (self);
  CapPlanViewClass *klass = CAP_PLAN_VIEW_GET_CLASS (self);
  const CapAction *action = cap_plan_item_get_action (item);
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuItem) open = g_menu_item_new (_("Open"), NULL);
  graphene_rect_t bounds;
  GtkWidget *popover;

  g_menu_item_set_action_and_target (open, "plan.show-action", "u", action->number);
  g_menu_append_item (menu, open);
  if (klass->add_to_menu != NULL && !cap_plan_model_get_read_only (private->model))
    klass->add_to_menu (self, menu, item);

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (inside, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  g_set_object (&private->menu_item, item);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  CapPlanItem *item = cap_plan_view_find_focused (CAP_PLAN_VIEW (widget));

  if (item == NULL)
    return FALSE;

  show_menu (CAP_PLAN_VIEW (widget), item, gtk_root_get_focus (gtk_widget_get_root (widget)));

  return TRUE;
}

static void
pressed_cb (CapPlanView *self,
            int          n_press,
            double       x,
            double       y)
{
  GtkWidget *inside = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  CapPlanItem *item = find_item (self, inside);

  if (item != NULL)
    show_menu (self, item, inside);
}

static GdkContentProvider *
drag_prepare_cb (CapPlanView   *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  GtkWidget *inside = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  CapPlanItem *item = find_item (self, inside);
  GtkWidget *card = item != NULL ? gtk_widget_get_ancestor (inside, CAP_TYPE_ACTION_CARD) : NULL;
  g_autoptr(GdkPaintable) icon = NULL;

  if (item == NULL || cap_plan_model_get_read_only (get_private (self)->model))
    return NULL;

  icon = gtk_widget_paintable_new (card != NULL ? card : inside);
  gtk_drag_source_set_icon (source, icon, 12, 12);

  return gdk_content_provider_new_typed (CAP_TYPE_PLAN_ITEM, item);
}

static void
cap_plan_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_plan_view_parent_class)->map (widget);

  if (get_private (CAP_PLAN_VIEW (widget))->stale)
    update (CAP_PLAN_VIEW (widget));
}

static void
cap_plan_view_dispose (GObject *object)
{
  CapPlanView *self = CAP_PLAN_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  forget_wanted (self);
  g_clear_object (&get_private (self)->menu_item);
  g_clear_object (&get_private (self)->model);

  G_OBJECT_CLASS (cap_plan_view_parent_class)->dispose (object);
}

static void
cap_plan_view_class_init (CapPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_plan_view_dispose;
  widget_class->map = cap_plan_view_map;
  klass->find_item = cap_plan_view_real_find_item;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_arrow (CapPlanView *self,
           guint        key,
           int          dx,
           int          dy)
{
  cap_plan_view_add_key (self, key, 0, go_cb, g_variant_new ("(ii)", dx, dy));
  cap_plan_view_add_key (self, key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, move_cb,
                         g_variant_new ("(ii)", dx, dy));
}

static void
cap_plan_view_init (CapPlanView *self)
{
  CapPlanViewPrivate *private = get_private (self);
  GtkGesture *click = gtk_gesture_click_new ();

  private->stale = TRUE;
  private->keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (private->keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), private->keys);
  cap_plan_view_add_key (self, GDK_KEY_space, 0, choose_cb, NULL);
  cap_plan_view_add_key (self, GDK_KEY_Menu, 0, menu_cb, NULL);
  cap_plan_view_add_key (self, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  cap_plan_view_add_key (self, GDK_KEY_Tab, 0, cap_list_leave, g_variant_new_int32 (GTK_DIR_TAB_FORWARD));
  cap_plan_view_add_key (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, cap_list_leave,
                         g_variant_new_int32 (GTK_DIR_TAB_BACKWARD));
  add_arrow (self, GDK_KEY_Left, -1, 0);
  add_arrow (self, GDK_KEY_Right, 1, 0);
  add_arrow (self, GDK_KEY_Up, 0, -1);
  add_arrow (self, GDK_KEY_Down, 0, 1);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

CapPlanModel *
cap_plan_view_get_model (CapPlanView *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_VIEW (self), NULL);

  return get_private (self)->model;
}

/* Once, by the constructor of each view. */
void
cap_plan_view_set_model (CapPlanView  *self,
                         CapPlanModel *model)
{
  g_return_if_fail (CAP_IS_PLAN_VIEW (self) && CAP_IS_PLAN_MODEL (model));

  g_set_object (&get_private (self)->model, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* (nullable): the item that has the focus. */
CapPlanItem *
cap_plan_view_find_focused (CapPlanView *self)
{
  GtkRoot *root;
  CapPlanItem *item;

  g_return_val_if_fail (CAP_IS_PLAN_VIEW (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  item = root != NULL ? find_item (self, gtk_root_get_focus (root)) : NULL;

  return item != NULL && cap_plan_item_get_action (item) != NULL ? item : NULL;
}

/* (nullable): the item shown that has this number. */
CapPlanItem *
cap_plan_view_find_number (CapPlanView *self,
                           guint        number)
{
  const CapAction *action;
  CapDossier *dossier;

  g_return_val_if_fail (CAP_IS_PLAN_VIEW (self), NULL);

  dossier = cap_plan_model_get_dossier (get_private (self)->model);
  action = dossier != NULL ? cap_dossier_find_action (dossier, number) : NULL;

  return action != NULL ? cap_plan_model_find_item (get_private (self)->model, action->id) : NULL;
}

gboolean
cap_plan_view_focus_row (CapPlanView *self,
                         GtkWidget   *list_view,
                         CapPlanItem *item,
                         guint        position)
{
  g_return_val_if_fail (CAP_IS_PLAN_VIEW (self) && GTK_IS_LIST_VIEW (list_view), FALSE);

  /* GTK 4.8 makes the row at once, and has no function for it. */
  gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", position);
  for (GtkWidget *row = gtk_widget_get_first_child (list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (find_item (self, row) == item)
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}

void
cap_plan_view_focus_number (CapPlanView *self,
                            guint        number)
{
  CapPlanItem *item;

  g_return_if_fail (CAP_IS_PLAN_VIEW (self));

  item = cap_plan_view_find_number (self, number);
  if (item != NULL)
    CAP_PLAN_VIEW_GET_CLASS (self)->focus_item (self, item);
}

void
cap_plan_view_open (CapPlanView *self,
                    CapPlanItem *item)
{
  g_return_if_fail (CAP_IS_PLAN_VIEW (self) && CAP_IS_PLAN_ITEM (item));

  if (cap_plan_item_get_action (item) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-action", "u",
                                cap_plan_item_get_action (item)->number);
}

/* (element-type CapAction): as they would be; those that change. */
static GPtrArray *
list_afters (CapPlanView  *self,
             CapPlanItem  *item,
             CapPlanEdit   edit,
             gconstpointer data)
{
  g_autoptr(GPtrArray) items = NULL;
  GPtrArray *afters = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);

  if (cap_plan_item_get_chosen (item))
    {
      items = cap_plan_model_list_chosen (get_private (self)->model);
    }
  else
    {
      items = g_ptr_array_new ();
      g_ptr_array_add (items, item);
    }

  for (guint i = 0; i < items->len; i++)
    {
      const CapAction *before = cap_plan_item_get_action (g_ptr_array_index (items, i));
      g_autoptr(CapAction) after = cap_action_copy (before);

      edit (after, data);
      if (!cap_action_equal (before, after))
        g_ptr_array_add (afters, g_steal_pointer (&after));
    }

  return afters;
}

/* Why nothing changed: of several, the one that cannot be. */
static void
refuse (CapPlanView          *self,
        const CapAction      *after,
        const CapActionFault *fault)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "actions.refuse", "(uus)", after->number,
                              (guint) after->state, fault->sentence);
}

static void
say_done (CapPlanView     *self,
          const GPtrArray *afters,
          const char      *outcome)
{
  g_autofree char *text = NULL;

  if (afters->len == 1)
    /* Translators: %1$u is the number of an action, %2$s what became of it: “Started” */
    text = g_strdup_printf (_("Action %1$u: %2$s"),
                            ((const CapAction *) g_ptr_array_index (afters, 0))->number, outcome);
  else
    /* Translators: %1$u is how many actions, %2$s what became of them: “Started” */
    text = g_strdup_printf (ngettext ("%1$u action: %2$s", "%1$u actions: %2$s", afters->len), afters->len,
                            outcome);

  gtk_widget_activate_action (GTK_WIDGET (self), "actions.done", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
}

gboolean
cap_plan_view_change (CapPlanView  *self,
                      CapPlanItem  *item,
                      CapPlanEdit   edit,
                      gconstpointer data,
                      const char   *outcome)
{
  CapPlanViewPrivate *private;
  g_autoptr(GPtrArray) afters = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  guint at = 0;

  g_return_val_if_fail (CAP_IS_PLAN_VIEW (self) && CAP_IS_PLAN_ITEM (item), FALSE);

  private = get_private (self);
  if (cap_plan_item_get_action (item) == NULL || cap_plan_model_get_read_only (private->model))
    return FALSE;

  afters = list_afters (self, item, edit, data);
  if (afters->len == 0)
    return FALSE;

  forget_wanted (self);
  private->wanted = g_strdup (cap_plan_item_get_action (item)->id);
  private->before = cap_dossier_ref (cap_plan_model_get_dossier (private->model));
  faults = afters->len == 1 ? cap_plan_model_put (private->model, g_ptr_array_index (afters, 0))
                            : cap_plan_model_put_all (private->model, afters, &at);
  if (faults == NULL)
    {
      say_done (self, afters, outcome);
      return TRUE;
    }

  forget_wanted (self);
  refuse (self, g_ptr_array_index (afters, at), g_ptr_array_index (faults, 0));

  return FALSE;
}

void
cap_plan_view_let_drag (CapPlanView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

void
cap_plan_view_add_key (CapPlanView     *self,
                       guint            key,
                       GdkModifierType  modifiers,
                       GtkShortcutFunc  func,
                       GVariant        *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (get_private (self)->keys), shortcut);
}
