/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapPlanView:
 * @update: shows what the model has now; called when it can be seen only
 * @find_item: (nullable): the item that a widget inside is part of
 * @focus_item: gives an item the focus; whether it is there
 * @go: (nullable): the focus goes a step to the side or up or down
 * @move: (nullable): an item is moved a step; never called when the dossier is read only
 * @add_to_menu: (nullable): adds what can be done with an item to its menu
 *
 * A way of seeing the actions of the plan other than as a list. What all of
 * them do alike is here: following the model, Space to choose, Enter to open,
 * the menu of an item, Ctrl+Shift and an arrow to move it, dragging it, and
 * changing actions: with a toast to undo it, or a sentence about what is in
 * the way. The focus follows what was changed.
 */
#define CAP_TYPE_PLAN_VIEW (cap_plan_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (CapPlanView, cap_plan_view, CAP, PLAN_VIEW, GtkWidget)

struct _CapPlanViewClass
{
  GtkWidgetClass parent_class;

  void         (*update)      (CapPlanView *self);
  CapPlanItem *(*find_item)   (CapPlanView *self,
                               GtkWidget   *inside);
  gboolean     (*focus_item)  (CapPlanView *self,
                               CapPlanItem *item);
  gboolean     (*go)          (CapPlanView *self,
                               int          dx,
                               int          dy);
  gboolean     (*move)        (CapPlanView *self,
                               CapPlanItem *item,
                               int          dx,
                               int          dy);
  void         (*add_to_menu) (CapPlanView *self,
                               GMenu       *menu,
                               CapPlanItem *item);
};

/* Makes of an action what it should be. */
typedef void (*CapPlanEdit) (CapAction    *action,
                             gconstpointer data);

CapPlanModel *cap_plan_view_get_model        (CapPlanView  *self);
void          cap_plan_view_set_model        (CapPlanView  *self,
                                              CapPlanModel *model);
CapPlanItem  *cap_plan_view_find_focused     (CapPlanView  *self);
CapPlanItem  *cap_plan_view_find_number      (CapPlanView  *self,
                                              guint         number);
/* Scrolls a list of items to one, and gives its row the focus. */
gboolean      cap_plan_view_focus_row        (CapPlanView  *self,
                                              GtkWidget    *list_view,
                                              CapPlanItem  *item,
                                              guint         position);
/* Gives an action that is shown the focus. */
void          cap_plan_view_focus_number     (CapPlanView  *self,
                                              guint         number);
void          cap_plan_view_open             (CapPlanView  *self,
                                              CapPlanItem  *item);

/* Changes @item, and when it is chosen, all those that are. @outcome: what becomes of them, in
 * a few words. Returns: whether they are being saved */
gboolean      cap_plan_view_change           (CapPlanView  *self,
                                              CapPlanItem  *item,
                                              CapPlanEdit   edit,
                                              gconstpointer data,
                                              const char   *outcome);

/* For what can be dragged to another place of the view. */
void          cap_plan_view_let_drag         (CapPlanView  *self);
/* Key with modifiers inside of the view, before any widget sees it. */
void          cap_plan_view_add_key          (CapPlanView     *self,
                                              guint            key,
                                              GdkModifierType  modifiers,
                                              GtkShortcutFunc  func,
                                              GVariant        *arguments);

G_END_DECLS
