/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-board.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-card-column.h"

#define COLUMN_WIDTH 176

struct _CapPlanBoard
{
  CapPlanView    parent_instance;

  CapCardColumn *columns[CAP_N_ACTION_STATES];
};

G_DEFINE_FINAL_TYPE (CapPlanBoard, cap_plan_board, CAP_TYPE_PLAN_VIEW)

static void
set_state (CapAction    *action,
           gconstpointer data)
{
  action->state = *(const CapActionState *) data;
}

static void
move_to (CapPlanBoard  *self,
         CapPlanItem   *item,
         CapActionState state)
{
  cap_plan_view_change (CAP_PLAN_VIEW (self), item, set_state, &state, cap_action_state_get_label (state));
}

static void
move_to_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapPlanItem *item;
  guint number;
  guint state;

  g_variant_get (parameter, "(uu)", &number, &state);
  item = cap_plan_view_find_number (CAP_PLAN_VIEW (widget), number);
  if (item != NULL && state < CAP_N_ACTION_STATES)
    move_to (CAP_PLAN_BOARD (widget), item, (CapActionState) state);
}

static void
dropped_cb (CapPlanBoard  *self,
            CapPlanItem   *item,
            CapCardColumn *column)
{
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      if (self->columns[i] == column)
        move_to (self, item, (CapActionState) i);
    }
}

static void
cap_plan_board_update (CapPlanView *view)
{
  CapPlanBoard *self = CAP_PLAN_BOARD (view);
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (cap_plan_view_get_model (view));
  g_autoptr(GPtrArray) shares = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    g_ptr_array_add (shares, g_ptr_array_new ());
  for (guint i = 0; i < items->len; i++)
    {
      CapPlanItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (g_ptr_array_index (shares, cap_plan_item_get_action (item)->state), item);
    }
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    cap_card_column_show_items (self->columns[i], g_ptr_array_index (shares, i));
}

static gboolean
cap_plan_board_focus_item (CapPlanView *view,
                           CapPlanItem *item)
{
  CapPlanBoard *self = CAP_PLAN_BOARD (view);

  return cap_card_column_focus_item (self->columns[cap_plan_item_get_action (item)->state], item);
}

/* To the side: the next column that has a card, at the same height. */
static gboolean
cap_plan_board_go (CapPlanView *view,
                   int          dx,
                   int          dy)
{
  CapPlanBoard *self = CAP_PLAN_BOARD (view);

  for (int i = 0; dx != 0 && i < CAP_N_ACTION_STATES; i++)
    {
      const guint position = cap_card_column_get_focused (self->columns[i]);

      if (position == GTK_INVALID_LIST_POSITION)
        continue;

      for (int j = i + dx; j >= 0 && j < CAP_N_ACTION_STATES; j += dx)
        {
          if (cap_card_column_focus_at (self->columns[j], position))
            break;
        }
      return TRUE;
    }

  return FALSE;
}

static gboolean
cap_plan_board_move (CapPlanView *view,
                     CapPlanItem *item,
                     int          dx,
                     int          dy)
{
  const int state = (int) cap_plan_item_get_action (item)->state + dx;

  if (dx != 0 && state >= 0 && state < CAP_N_ACTION_STATES)
    move_to (CAP_PLAN_BOARD (view), item, (CapActionState) state);

  return TRUE;
}

static void
cap_plan_board_add_to_menu (CapPlanView *view,
                            GMenu       *menu,
                            CapPlanItem *item)
{
  const CapAction *action = cap_plan_item_get_action (item);
  g_autoptr(GMenu) section = g_menu_new ();

  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      g_autofree char *label = NULL;
      g_autoptr(GMenuItem) entry = NULL;

      if (i == (guint) action->state)
        continue;

      /* Translators: the state that an action goes to */
      label = g_strdup_printf (_("Move to: %s"), cap_action_state_get_label ((CapActionState) i));
      entry = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (entry, "board.move-to", "(uu)", action->number, i);
      g_menu_append_item (section, entry);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
cap_plan_board_class_init (CapPlanBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapPlanViewClass *view_class = CAP_PLAN_VIEW_CLASS (klass);

  view_class->update = cap_plan_board_update;
  view_class->focus_item = cap_plan_board_focus_item;
  view_class->go = cap_plan_board_go;
  view_class->move = cap_plan_board_move;
  view_class->add_to_menu = cap_plan_board_add_to_menu;

  gtk_widget_class_install_action (widget_class, "board.move-to", "(uu)", move_to_cb);
}

static void
cap_plan_board_init (CapPlanBoard *self)
{
  cap_plan_view_let_drag (CAP_PLAN_VIEW (self));
}

GtkWidget *
cap_plan_board_new (CapPlanModel *model)
{
  CapPlanBoard *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_PLAN_BOARD, NULL);
  cap_plan_view_set_model (CAP_PLAN_VIEW (self), model);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "board");
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      GtkWidget *column = cap_card_column_new (model, FALSE);

      self->columns[i] = CAP_CARD_COLUMN (column);
      gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
      gtk_widget_set_hexpand (column, TRUE);
      cap_card_column_set_title (self->columns[i], cap_action_state_get_phase ((CapActionState) i),
                                 cap_action_state_get_label ((CapActionState) i));
      g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), column);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
